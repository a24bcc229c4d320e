import Foundation
import PronoteWire
import SchoolModel
import SchoolServer

extension SeenStudent {
  /// What a client has to see of a student, from the school's data.
  init(_ student: StudentRecord, _ database: SchoolDatabase) throws {
    let monday = database.calendar.today.monday
    self.init(
      name: student.label,
      lessons: try database.lessons(forStudent: student.key, from: monday, to: monday.adding(days: 6)).map(Lesson.init),
      homework: try database.homework(forStudent: student.key, dueFrom: monday, to: monday.adding(days: 20))
        .map(Homework.init),
      terms: try database.calendar.terms.map { try Term($0, student, database) }
    )
  }
}

extension SeenStudent.Lesson {
  init(_ lesson: LessonRecord) {
    self.init(
      start: "\(lesson.start.date)T\(lesson.start.time)",
      end: "\(lesson.end.date)T\(lesson.end.time)",
      subject: lesson.subject?.name,
      // The client tells teachers from staff, and drops the latter.
      teachers: lesson.teachers.filter { $0.kind == .teacher }.map(\.label),
      rooms: lesson.rooms.map(\.label),
      isCancelled: lesson.isCancelled,
      status: lesson.status,
      isTest: lesson.isTest,
      isDetention: lesson.kind == .detention,
      links: lesson.links.count
    )
  }
}

extension SeenStudent.Homework {
  init(_ homework: HomeworkRecord) {
    self.init(
      due: homework.due.description,
      subject: homework.subject.name,
      text: SeenStudent.text(ofHTML: homework.html),
      isDone: homework.isDone,
      files: homework.attachments.map(\.name)
    )
  }
}

extension SeenStudent.Term {
  init(_ period: PeriodRecord, _ student: StudentRecord, _ database: SchoolDatabase) throws {
    let book = try database.gradeBook(forStudent: student.key, period: period.key)
    let attendance = try database.attendance(forStudent: student.key, from: period.start, to: period.end)
    let card = try database.reportCard(forStudent: student.key, period: period.key)
    self.init(
      name: period.name,
      grades: (book?.tests ?? []).map(SeenStudent.Grade.init),
      averages: (book?.services ?? []).map {
        .init(subject: $0.subject.name, student: SeenStudent.mark($0.student), class: SeenStudent.mark($0.classAverage))
      },
      overall: book?.average.map(SeenStudent.mark) ?? "-1",
      absences: attendance.absences.count,
      delays: attendance.delays.count,
      punishments: attendance.punishments.count,
      evaluations: try database.evaluations(forStudent: student.key, period: period.key).count,
      report: card.flatMap { $0.isPublished ? $0.services.map(\.averages.subject.name) : nil }
    )
  }
}

extension SeenStudent.Grade {
  init(_ test: GradedTestRecord) {
    self.init(
      date: test.date.description,
      subject: test.subject.name,
      mark: SeenStudent.mark(test.mark),
      scale: SeenStudent.mark(test.scale),
      coefficient: test.coefficient,
      average: SeenStudent.mark(test.classAverage),
      minimum: SeenStudent.mark(test.minimum),
      maximum: SeenStudent.mark(test.maximum),
      title: test.title
    )
  }
}

extension SeenStudent {
  /// What the client calls the annotations `|1` to `|8`.
  private static let annotations = [
    "Absent", "Dispense", "NonNote", "Inapte", "NonRendu", "AbsentZero", "NonRenduZero", "Felicitations",
  ]

  /// A mark as the client shows it: `|1` in words, `12,00` as `12`.
  static func mark(_ stored: String) -> String {
    if stored.hasPrefix("|"), let code = Int(stored.dropFirst().prefix(1)), annotations.indices.contains(code - 1) {
      return annotations[code - 1]
    }
    return stored.hasSuffix(",00") ? String(stored.dropLast(3)) : stored
  }

  private static let entities = [
    "&nbsp;": "\u{a0}", "&#160;": "\u{a0}", "&eacute;": "é", "&egrave;": "è", "&ecirc;": "ê", "&agrave;": "à",
    "&ocirc;": "ô", "&laquo;": "«", "&raquo;": "»", "&hellip;": "…", "&rsquo;": "’", "&lt;": "<", "&gt;": ">",
    "&quot;": "\"", "&#39;": "'",
  ]

  /// HTML as the client shows it: without tags, and with nothing in their place.
  static func text(ofHTML html: String) -> String {
    var text = html.replacing(/<[^>]*>/, with: "")
    for (entity, character) in entities { text = text.replacing(entity, with: character) }
    return text.replacing("&amp;", with: "&")
  }
}
