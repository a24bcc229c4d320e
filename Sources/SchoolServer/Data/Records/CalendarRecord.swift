package import SchoolModel

/// The school's year, its grid of slots, its holidays and its grading periods.
package struct CalendarRecord: Hashable, Sendable {
  /// The day that the content was generated around, or that it is now.
  package var today: LocalDate
  /// Weeks, fortnights, holidays and working days.
  package var year: SchoolYear
  /// The first day of the school year (`PremiereDate`).
  package var firstDay: LocalDate
  /// The last day of the school year (`DerniereDate`).
  package var lastDay: LocalDate
  /// Every holiday with its key, by first day.
  package var holidays: [HolidayRecord]
  /// Every period: `Trimestre 1` to `3`, `Semestre 1` and `2`, `Année continue`, `Hors période`.
  package var periods: [PeriodRecord]
  /// The key of the term that holds ``today``.
  package var currentPeriodKey: Int64

  /// Slots in a day.
  package static let slotsPerDay = 20
  /// Minutes in a slot.
  package static let slotMinutes = 30
  /// The start of slot 0, in minutes after midnight.
  package static let firstMinute = 480
  /// The slots of lunch.
  package static let lunchSlots = 8...11
  /// The first slot that counts as afternoon for absences.
  package static let firstAfternoonSlot = 10
  /// The slot before which the morning break lies.
  package static let morningBreakSlot = 4
  /// The label of the morning break.
  package static let morningBreakLabel = "Récréation du matin"

  /// The school's number of today's week.
  package var currentWeek: Int { year.weekNumber(of: today) }

  /// The number of the last week of the year.
  package var lastWeek: Int { year.weekNumber(of: lastDay) }

  /// The term that holds ``today``.
  package var currentPeriod: PeriodRecord? { period(currentPeriodKey) }

  /// The three terms, in order.
  package var terms: [PeriodRecord] { periods.filter { $0.kind == .term } }

  /// The same year, seen from another day.
  func moved(to day: LocalDate) -> CalendarRecord {
    var calendar = self
    calendar.today = day
    calendar.currentPeriodKey = CalendarRecord.currentPeriod(on: day, among: periods)
    return calendar
  }

  /// The key of the term that holds a day; of the first term before the year, of the last one after it.
  static func currentPeriod(on day: LocalDate, among periods: [PeriodRecord]) -> Int64 {
    periods.first { $0.kind == .term && day <= $0.end }?.key ?? 3
  }

  /// The period with a key.
  package func period(_ key: Int64) -> PeriodRecord? {
    periods.first { $0.key == key }
  }

  /// When a slot of a day starts.
  package static func time(ofSlot slot: Int) -> LocalTime {
    LocalTime(minuteOfDay: firstMinute + slot * slotMinutes)
  }

  /// Whether lessons take place on a day: a working day of the year that is not a holiday.
  package func isSchoolDay(_ day: LocalDate) -> Bool {
    firstDay <= day && day <= lastDay && year.workingDays.contains(day.weekday) && year.holiday(on: day) == nil
  }

  /// The day itself when school is open, otherwise the next day on which it is; the day itself past the year's end.
  package func schoolDay(from day: LocalDate) -> LocalDate {
    var next = day
    while next <= lastDay {
      if isSchoolDay(next) { return next }
      next = next.adding(days: 1)
    }
    return day
  }
}
