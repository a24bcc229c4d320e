import Foundation
import SchoolModel
import SchoolServer
import Testing

/// What pronotepy sees as student, parent and staff, compared with the data that the school was made from.
@Suite(
  "pronotepy sees what the school's data hold",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PronotepySignInTests {
  @Test("in every version and way of speaking", arguments: PronotepyCase.all)
  func sees(_ judge: PronotepyCase) async throws {
    let database = try judge.school.database()
    let seen = try await judge.run("pronotepy_sign_in.py", SeenByPronotepy.self, database)
    let student = try #require(
      try database.account(login: "demonstration", space: .student).flatMap { try database.student($0.person.key) }
    )
    try expect(seen.student, student, database)
    let parent = try #require(try database.account(login: "demonstration", space: .parent))
    let children = try database.children(ofGuardian: parent.person.key)
    #expect(children.count == 2)
    #expect(seen.parent.map(\.name) == children.map(\.label))
    for (seen, child) in zip(seen.parent, children) { try expect(seen, child, database) }
    let accents = try #require(
      try database.account(login: "accents", space: .student).flatMap { try database.student($0.person.key) }
    )
    try expect(seen.accents, accents, database)
    #expect(seen.pin == (try database.account(login: "pin", space: .student))?.person.label)
    try expectStaff(seen.staff, database)
    try expectFiles(seen, student, database)
    try expectDocuments(seen.documents, student, database)
    expectBehaviour(seen)
  }

  // MARK: - Comparing

  private func expect(_ seen: SeenStudent, _ student: StudentRecord, _ database: SchoolDatabase) throws {
    let expected = try SeenStudent(student, database)
    #expect(seen.name == expected.name)
    // A comparison of nothing with nothing would prove nothing.
    #expect(expected.lessons.count > 15)
    #expect(expected.terms.count == 3)
    #expect((expected.terms.first?.grades.count ?? 0) > 10)
    #expect(!expected.homework.isEmpty)
    #expect(seen.lessons == expected.lessons)
    #expect(seen.homework == expected.homework)
    #expect(seen.terms.map(\.name) == expected.terms.map(\.name))
    for (seen, expected) in zip(seen.terms, expected.terms) {
      #expect(seen.grades == expected.grades)
      #expect(seen.averages == expected.averages)
      #expect(seen == expected)
    }
  }

  private func expectStaff(_ seen: SeenByPronotepy.Staff, _ database: SchoolDatabase) throws {
    let classes = database.directory.classes
    #expect(classes.count > 1)
    #expect(seen.classes == classes.map { .init(name: $0.name, level: $0.level) })
    let students = try database.students(ofClass: try #require(classes.first).key)
    #expect(students.count > 10)
    #expect(
      seen.students
        == (try students.map { student in
          .init(
            name: student.label,
            born: student.birthDate.description,
            options: student.options,
            city: student.person.city,
            guardians: try database.guardians(ofStudent: student.key).map(\.person.label)
          )
        })
    )
  }

  private func expectFiles(_ seen: SeenByPronotepy, _ student: StudentRecord, _ database: SchoolDatabase) throws {
    let calendar = database.calendar
    let monday = calendar.today.monday
    let homework = try database.homework(forStudent: student.key, dueFrom: calendar.firstDay, to: calendar.lastDay)
    let entries = try database.notebook(forStudent: student.key, from: monday, to: monday.adding(days: 6))
    let attachments =
      (homework.flatMap(\.attachments) + entries.flatMap { $0.contents.first?.attachments ?? [] })
      .filter { $0.kind == .file }
    #expect(!attachments.isEmpty)
    #expect(Set(seen.downloads.map(\.name)) == Set(attachments.map(\.name)))
    for file in seen.downloads {
      let stored = try attachments.filter { $0.name == file.name }.compactMap { try database.attachmentContent($0.key) }
      #expect(stored.contains { $0.content == file.bytes }, "\(file.name) is another file")
    }
    #expect(seen.picture == (try database.photo(ofPerson: student.key))?.content)
    #expect(seen.picture != nil)
  }

  private func expectDocuments(
    _ seen: SeenByPronotepy.Documents,
    _ student: StudentRecord,
    _ database: SchoolDatabase
  ) throws {
    let calendar = database.calendar
    let lessons = try database.lessons(forStudent: student.key, from: calendar.firstDay, to: calendar.lastDay)
    #expect(seen.calendarType.hasPrefix("text/calendar"))
    #expect(seen.forgedCalendar == 404)
    let lines = seen.calendar.split(separator: "\r\n").map(String.init)
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == lessons.count)
    #expect(lines.filter { $0 == "STATUS:CANCELLED" }.count == lessons.filter(\.isCancelled).count)
    #expect(lines.contains { $0.hasPrefix("DTSTART;TZID=Europe/Paris:") })
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(seen.yearType == "application/pdf")
    #expect(PDFFile.pageCount(seen.week) == 1)
    #expect((PDFFile.pageCount(seen.year) ?? 0) > 10)
  }

  private func expectBehaviour(_ seen: SeenByPronotepy) {
    #expect(seen.keptAlive.sent)
    #expect(!seen.keptAlive.expired)
    #expect(seen.writes.homeworkDone)
    #expect(seen.writes.newsRead)
    #expect(seen.writes.newsText)
    #expect(seen.writes.discussionsMore == 1)
    #expect(seen.writes.participants == 2)
    #expect(seen.writes.messages == ["Bonjour, à lundi ?", "Ou à mardi ?"])
    #expect(seen.writes.labels == ["Trash"])
    // A wrong password either does not decrypt the question (to 2025) or is refused by the school.
    for attempt in ["password", "login", "space", "disabled", "pin"] {
      #expect(seen.refused[attempt] != nil && seen.refused[attempt] != "signed in", "\(attempt)")
    }
    #expect(seen.refused["pin"] == "MFAError")
    #expect(seen.refused["disabled"] == "not signed in")
    #expect(seen.relogins == 0)
  }
}
