import Foundation
import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolDatabaseTests {
  @Test func sameDayAndSeedGiveTheSameSchool() throws {
    let first = try SampleSchools.open("2026-11-25").dump()
    let second = try SampleSchools.open("2026-11-25").dump()
    #expect(first == second)
    #expect(first.count > 10_000)
  }

  @Test func anotherSeedGivesAnotherSchool() throws {
    let first = try Set(SampleSchools.school("2026-11-25").dump())
    let second = try Set(SampleSchools.open("2026-11-25", seed: 2).dump())
    #expect(first.intersection(second).count < first.count / 2)
  }

  @Test func aFileKeepsWhatUsersChange() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("school-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("school.sqlite").path
    let school = try SampleSchools.open("2026-11-25", path: path)
    let student = try school.mainStudent
    let all = try school.homework(forStudent: student, dueFrom: school.calendar.firstDay, to: school.calendar.lastDay)
    let homework = try #require(all.first { !$0.isDone })
    #expect(try school.setHomeworkDone(student: student, homework: homework.key, done: true))

    let again = try SampleSchools.open("2027-01-20", path: path, seed: 9)
    #expect(again.calendar.today == SampleSchools.date("2026-11-25"))
    let reread = try again.homework(forStudent: student, dueFrom: homework.due, to: homework.due)
    #expect(reread.first { $0.key == homework.key }?.isDone == true)
  }

  @Test func aFileOfAnotherKindIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("school-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("other.sqlite").path
    try Data("This is not a database, but some text that is long enough.".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: (any Error).self) { try SampleSchools.open("2026-11-25", path: path) }
  }

  @Test(arguments: ["1899-12-31", "3000-01-01", "9999-12-31"])
  func daysFarAwayAreRefused(day: String) {
    #expect(throws: SchoolDataError.self) { try SampleSchools.open(day) }
  }

  @Test(arguments: SampleSchools.days) func everyDayGivesASchool(day: String) throws {
    let school = try SampleSchools.school(day)
    #expect(school.directory.classes.map(\.name) == ["6A", "6B", "5A", "5B", "4A", "4B", "3A", "3B"])
    #expect(school.directory.people.values.filter { $0.kind == .teacher }.count == 40)
    #expect(school.directory.people.values.filter { $0.kind == .staff }.count >= 8)
    #expect(school.directory.students.count == 8 * 24)
    #expect(school.establishment.addressLines.count == 4)
    for key in school.directory.students.keys {
      let guardians = try school.guardians(ofStudent: key)
      #expect((1...2).contains(guardians.count))
      #expect(guardians.allSatisfy { $0.responsibility == "LEGAL" })
    }
  }
}
