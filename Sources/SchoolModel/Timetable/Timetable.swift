public import Foundation

/// The lessons of one student between two days.
public struct Timetable: Sendable, Hashable {
  /// Whose timetable this is. Nil for accounts that are not about a student.
  public var student: Student?

  /// The first and the last day that were asked for.
  public var days: ClosedRange<LocalDate>

  /// The time zone of all times in it.
  public var timeZone: TimeZone

  /// What the student sees, sorted by start: one entry per slot, cancelled lessons included unless replaced.
  public var lessons: [Lesson]

  /// Entries that another entry on the same slot replaces, such as the cancelled half of a replacement.
  public var superseded: [Lesson]

  /// The weeks of the interval, with their numbers and fortnights.
  public var weeks: [Week]

  /// Entries that could not be read.
  public var diagnostics: [Diagnostic]

  /// A timetable with these lessons.
  public init(
    student: Student?,
    days: ClosedRange<LocalDate>,
    timeZone: TimeZone,
    lessons: [Lesson],
    superseded: [Lesson] = [],
    weeks: [Week] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.student = student
    self.days = days
    self.timeZone = timeZone
    self.lessons = lessons
    self.superseded = superseded
    self.weeks = weeks
    self.diagnostics = diagnostics
  }

  /// A week of the school year.
  public struct Week: Hashable, Sendable {
    /// The school's number, 1 for the week of the first Monday.
    public var number: Int
    /// Its Monday.
    public var monday: LocalDate
    /// The fortnight's label, such as `Q1`.
    public var fortnight: String?
    /// The holidays that touch it.
    public var holidays: [Holiday]

    /// A week.
    public init(number: Int, monday: LocalDate, fortnight: String?, holidays: [Holiday]) {
      self.number = number
      self.monday = monday
      self.fortnight = fortnight
      self.holidays = holidays
    }
  }
}
