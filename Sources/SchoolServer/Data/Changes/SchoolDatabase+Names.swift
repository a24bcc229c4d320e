import Foundation
import GRDB
import SchoolModel

/// What the names in changes mean. Every method throws ``ChangeProblem`` for a name that means nothing.
extension SchoolDatabase {
  /// The student with a login or a name.
  func student(_ db: Database, named name: String) throws -> StudentRecord {
    let accounts = try db.rows(
      "SELECT personKey FROM account WHERE login = ? AND space = ?",
      [name.trimmingCharacters(in: .whitespaces).lowercased(), AccountSpace.student.rawValue]
    ) { $0[0] as Int64 }
    if let student = accounts.first.flatMap({ directory.students[$0] }) { return student }
    let found = directory.students.values.filter { $0.label.foldedName == name.foldedName }
    guard let student = found.first else {
      throw ChangeProblem("the school has no student “\(name)”; it takes the login of a student or a name")
    }
    guard found.count == 1 else { throw ChangeProblem("the school has several students “\(name)”") }
    return student
  }

  /// What a student is taught in a subject: its name, its code, or a beginning that only one name has.
  func service(_ subject: String, of student: StudentRecord) throws -> ServiceRecord {
    let services = directory.services(of: student).compactMap { service in
      directory.subjects[service.subjectKey].map { (service: service, subject: $0) }
    }
    let name = subject.foldedName
    let exact = services.filter { $0.subject.name.foldedName == name || $0.subject.code.foldedName == name }
    let found = exact.isEmpty ? services.filter { $0.subject.name.foldedName.hasPrefix(name) } : exact
    guard found.count == 1, let only = found.first else {
      let names = services.map(\.subject.name).joined(separator: ", ")
      throw ChangeProblem("\(student.label) has no subject “\(subject)”; there is: \(names)")
    }
    return only.service
  }

  /// The lesson of a student's timetable that starts at a time and takes place.
  func lesson(_ db: Database, named name: LessonName) throws -> LessonRecord {
    let student = try student(db, named: name.student)
    let day = try lessons(db, forStudent: student.key, from: name.date, to: name.date)
    let found = day.filter { $0.start.time == name.start }
    // Of two entries the one with the larger rank is shown.
    if let lesson = found.last(where: { !$0.isCancelled }) { return lesson }
    guard found.isEmpty else {
      throw ChangeProblem("the lesson of \(student.label) on \(name.date) at \(name.start) is cancelled already")
    }
    let others = Set(day.filter { !$0.isCancelled }.map(\.start.time)).sorted()
    let times =
      others.isEmpty ? "that day has none" : "there is one at " + others.map(\.description).joined(separator: ", ")
    throw ChangeProblem("\(student.label) has no lesson on \(name.date) at \(name.start); \(times)")
  }

  /// The room with a name.
  func room(named name: String) throws -> Int64 {
    let rooms = directory.rooms.values.sorted { $0.key < $1.key }
    guard let room = rooms.first(where: { $0.label.foldedName == name.foldedName }) else {
      throw ChangeProblem(
        "the school has no room “\(name)”; there is: \(rooms.map(\.label).joined(separator: ", "))"
      )
    }
    return room.key
  }

  /// A day of the school year.
  func require(_ day: LocalDate, _ what: String) throws {
    guard calendar.firstDay <= day, day <= calendar.lastDay else {
      throw ChangeProblem(
        "\(what) is \(day), which is not in the school year from \(calendar.firstDay) to \(calendar.lastDay)"
      )
    }
  }

  /// Plain text as the HTML that teachers write.
  static func html(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    return "<div>\(escaped.replacing("\n", with: "<br />"))</div>"
  }
}

extension String {
  /// The text without what makes no difference between names: case, accents, blanks around.
  var foldedName: String {
    trimmingCharacters(in: .whitespaces).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
