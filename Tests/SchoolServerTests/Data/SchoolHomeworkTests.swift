import Foundation
import SchoolModel
import SchoolServer
import Testing

@Suite struct SchoolHomeworkTests {
  @Test(arguments: SampleSchools.days) func homeworkIsDueInTheFirstMonth(day: String) throws {
    let school = try SampleSchools.school(day)
    let first = school.calendar.year.firstMonday
    let last = first.adding(days: 31)
    let homework = try school.homework(forStudent: school.mainStudent, dueFrom: first, to: last)
    #expect(homework.count > 2)
    #expect(homework.allSatisfy { first <= $0.due && $0.due <= last && $0.given < $0.due })
    let weekOne = try school.lessons(forStudent: school.mainStudent, from: first, to: first.adding(days: 6))
    #expect(weekOne.contains { $0.hasHomework })
  }

  @Test func homeworkIsVariedAndBelongsToALesson() throws {
    let school = try SampleSchools.school("2027-05-06")
    let student = try school.mainStudent
    let all = try school.homework(forStudent: student, dueFrom: school.calendar.firstDay, to: school.calendar.lastDay)
    #expect(all.contains { $0.html.contains("&nbsp;") } && all.contains { $0.html.contains("<li>") })
    #expect(all.contains { $0.html.contains("<br>") } && all.contains { $0.html.contains("&amp;") })
    #expect(all.contains { $0.isDone } && all.contains { !$0.isDone })
    #expect(all.contains { $0.isForGroup } && all.contains { $0.minutes > 0 } && all.contains { !$0.themes.isEmpty })
    #expect(Set(all.map(\.difficulty)) == [0, 1, 2, 3])
    #expect(Set(all.map(\.handIn)) == [.none, .paper, .upload])
    #expect(all.allSatisfy { $0.given <= school.calendar.today || school.calendar.year.weekNumber(of: $0.given) == 1 })
    for homework in all.prefix(20) {
      let lesson = try #require(try school.lesson(homework.lessonKey))
      #expect(lesson.date == homework.given)
      #expect(lesson.subject == homework.subject)
      #expect(lesson.hasHomework)
      let notebook = try #require(homework.notebookKey)
      #expect(try school.homework(forStudent: student, notebook: notebook).map(\.key).contains(homework.key))
      #expect(try school.notebookEntry(notebook)?.homeworkDue == homework.due)
    }
  }

  @Test func filesAndLinksAreAttached() throws {
    let school = try SampleSchools.school("2027-05-06")
    let all = try school.homework(
      forStudent: school.mainStudent,
      dueFrom: school.calendar.firstDay,
      to: school.calendar.lastDay
    )
    let attachments = all.flatMap(\.attachments)
    let link = try #require(attachments.first { $0.kind == .link })
    #expect(link.url?.hasPrefix("https://") == true)
    #expect(try school.attachmentContent(link.key) == nil)
    let pdf = try #require(attachments.first { $0.name == "exercices.pdf" })
    let file = try #require(try school.attachmentContent(pdf.key))
    #expect(file.mediaType == "application/pdf")
    let text = String(decoding: file.content, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.4\n") && text.hasSuffix("%%EOF\n"))
    // The cross-reference table must point at the objects.
    let start = try #require(
      text.split(separator: "startxref\n").last?.split(separator: "\n").first.flatMap { Int($0) }
    )
    #expect(file.content.dropFirst(start).starts(with: Data("xref\n".utf8)))
  }

  @Test func tickingHomeworkIsSeenByTheStudentAlone() throws {
    let school = try SampleSchools.open("2026-11-25")
    let student = try school.mainStudent
    let classmate = try #require(try school.students(ofClass: 7).first { $0.key != student }?.key)
    let all = try school.homework(forStudent: student, dueFrom: school.calendar.firstDay, to: school.calendar.lastDay)
    let homework = try #require(all.first { !$0.isForGroup && !$0.isDone })
    func isDone(_ key: Int64) throws -> Bool? {
      try school.homework(forStudent: key, dueFrom: homework.due, to: homework.due)
        .first { $0.key == homework.key }?.isDone
    }
    #expect(try school.setHomeworkDone(student: student, homework: homework.key, done: true))
    #expect(try school.setHomeworkDone(student: student, homework: homework.key, done: true))
    #expect(try isDone(student) == true)
    #expect(try isDone(classmate) == false)
    #expect(try school.setHomeworkDone(student: student, homework: homework.key, done: false))
    #expect(try isDone(student) == false)
    let stranger = try #require(try school.students(ofClass: 1).first?.key)
    #expect(try !school.setHomeworkDone(student: stranger, homework: homework.key, done: true))
    #expect(try !school.setHomeworkDone(student: student, homework: -5, done: true))
  }

  @Test func filesCanBeHandedInReplacedAndTakenBack() throws {
    let school = try SampleSchools.open("2027-05-06")
    let students = try ["demonstration", "dwho", "rtyler", "msmith", "pin", "accents"].compactMap {
      try school.account(login: $0, space: .student)?.person.key
    }
    var found: (student: Int64, homework: HomeworkRecord)?
    for student in students where found == nil {
      found = try school.homework(
        forStudent: student,
        dueFrom: school.calendar.today,
        to: school.calendar.lastDay
      ).first(where: \.isUploadOpen).map { (student, $0) }
    }
    let (student, homework) = try #require(found)
    func handedIn() throws -> AttachmentRecord? {
      try school.homework(forStudent: student, dueFrom: homework.due, to: homework.due)
        .first { $0.key == homework.key }?.handedIn
    }
    #expect(try handedIn() == nil)
    #expect(try school.handIn(student: student, homework: homework.key, fileName: "a.txt", content: Data([1, 2])))
    #expect(try school.handIn(student: student, homework: homework.key, fileName: "b.txt", content: Data([3])))
    let attachment = try #require(try handedIn())
    #expect(attachment.name == "b.txt")
    #expect(try school.attachmentContent(attachment.key)?.content == Data([3]))
    #expect(try school.removeHandIn(student: student, homework: homework.key))
    #expect(try !school.removeHandIn(student: student, homework: homework.key))
    #expect(try handedIn() == nil)
    #expect(try school.attachmentContent(attachment.key) == nil)
  }
}
