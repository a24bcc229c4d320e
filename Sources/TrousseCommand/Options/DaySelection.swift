package import SchoolModel

/// The days that a dated command is about.
package enum DaySelection: Hashable, Sendable {
  /// One day.
  case day(DayExpression)
  /// One week, from Monday to Sunday.
  case week(WeekExpression)
  /// From one day to another.
  case interval(DayExpression, DayExpression)
  /// From one day to the end of its week.
  case from(DayExpression)

  /// The week that holds today.
  package static let currentWeek = DaySelection.week(.offset(0))

  /// From today to one day.
  package static func until(_ day: DayExpression) -> DaySelection { .interval(.offset(0), day) }

  /// The longest stretch that can be asked for, in days: a school year and a bit.
  package static let longestInterval = 440

  /// The days, from the first to the last.
  ///
  /// - Parameters:
  ///   - today: today on the school's calendar.
  ///   - firstMonday: the Monday of the school's week 1.
  /// - Throws: ``CommandFailure`` when the last day is before the first, or years after it.
  package func days(today: LocalDate, firstMonday: LocalDate) throws -> ClosedRange<LocalDate> {
    switch self {
    case .day(let expression):
      let day = expression.day(today: today)
      return day...day
    case .week(let week):
      let monday =
        switch week {
        case .number(let number): firstMonday.monday.adding(days: 7 * (number - 1))
        case .offset(let weeks): today.monday.adding(days: 7 * weeks)
        }
      return monday...monday.adding(days: 6)
    case .from(let expression):
      let day = expression.day(today: today)
      return day...day.monday.adding(days: 6)
    case .interval(let from, let to):
      let first = from.day(today: today)
      let last = to.day(today: today)
      guard first <= last else {
        throw CommandFailure.usage("--to (\(last)) is before \(from == .offset(0) ? "today" : "--from") (\(first))")
      }
      guard last.days(since: first) < DaySelection.longestInterval else {
        throw CommandFailure.usage("more than \(DaySelection.longestInterval) days from \(first) to \(last)")
      }
      return first...last
    }
  }
}
