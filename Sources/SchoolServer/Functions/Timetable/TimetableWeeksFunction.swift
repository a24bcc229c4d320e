import PronoteWire
import SchoolModel

/// Answers PageEmploiDuTemps_DomainePresence: the weeks and days that hold lessons (functions document 3.2).
enum TimetableWeeksFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.timetable)
    let calendar = context.database.calendar
    let owner = try context.timetableOwner()
    let lessons = try context.database.timetable(ofPerson: owner, from: calendar.firstDay, to: calendar.lastDay)
    let days = Set(lessons.map(\.date))
    return [
      "Domaine": .wireSet(Set(days.map { calendar.year.weekNumber(of: $0) }), type: WireType.domain),
      // Counted from the first day of the year, which is 1.
      "joursPresence": .wireSet(days.map { $0.days(since: calendar.firstDay) + 1 }),
    ]
  }
}

extension SchoolDatabase {
  /// The lessons of a student or a teacher.
  func timetable(ofPerson key: Int64, from: LocalDate, to: LocalDate) throws -> [LessonRecord] {
    directory.students[key] == nil
      ? try lessons(forTeacher: key, from: from, to: to) : try lessons(forStudent: key, from: from, to: to)
  }
}
