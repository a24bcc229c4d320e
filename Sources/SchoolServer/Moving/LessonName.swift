public import SchoolModel

/// Which lesson is meant: the one of a student's timetable that starts then and takes place.
public struct LessonName: Sendable, Hashable {
  /// The student: a login or a name.
  public var student: String
  /// The day.
  public var date: LocalDate
  /// When it starts.
  public var start: LocalTime

  /// The lesson of a student at a time.
  public init(student: String, date: LocalDate, start: LocalTime) {
    self.student = student
    self.date = date
    self.start = start
  }
}
