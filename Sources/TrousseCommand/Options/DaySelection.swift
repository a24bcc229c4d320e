package import SchoolModel

/// The days that a dated command is about.
package enum DaySelection: Hashable, Sendable {
  /// The week that holds today.
  case currentWeek
  /// One day.
  case day(DayExpression)
  /// One of the school's weeks; 1 is the week of its first Monday.
  case week(Int)
  /// From one day to another.
  case interval(DayExpression, DayExpression)

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
    case .currentWeek:
      return today.monday...today.monday.adding(days: 6)
    case .day(let expression):
      let day = expression.day(today: today)
      return day...day
    case .week(let number):
      let monday = firstMonday.monday.adding(days: 7 * (number - 1))
      return monday...monday.adding(days: 6)
    case .interval(let from, let to):
      let first = from.day(today: today)
      let last = to.day(today: today)
      guard first <= last else { throw CommandFailure.usage("--to (\(last)) is before --from (\(first))") }
      guard last.days(since: first) < DaySelection.longestInterval else {
        throw CommandFailure.usage("more than \(DaySelection.longestInterval) days from \(first) to \(last)")
      }
      return first...last
    }
  }
}
