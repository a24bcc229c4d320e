package import SchoolModel

/// A day as people write it on the command line.
///
/// `2026-11-21`, `21/11/2026`, `today`, `tomorrow`, `yesterday`, or a day of the week (the next one, today included).
package enum DayExpression: Hashable, Sendable {
  /// A certain day.
  case day(LocalDate)
  /// So many days from today.
  case offset(Int)
  /// The next such day of the week, today included.
  case weekday(Weekday)

  /// Reads what a person wrote; nil when it is no day.
  package init?(_ text: String) {
    let text = text.lowercased()
    let offsets = ["yesterday": -1, "today": 0, "tomorrow": 1]
    if let offset = offsets[text] {
      self = .offset(offset)
    } else if let weekday = Weekday.allCases.first(where: { $0.fullName.lowercased() == text }) {
      self = .weekday(weekday)
    } else if let day = LocalDate(text) ?? Self.frenchDate(text) {
      self = .day(day)
    } else {
      return nil
    }
  }

  /// The day that is meant, seen from `today`.
  package func day(today: LocalDate) -> LocalDate {
    switch self {
    case .day(let day): day
    case .offset(let days): today.adding(days: days)
    case .weekday(let weekday): today.adding(days: (weekday.rawValue - today.weekday.rawValue + 7) % 7)
    }
  }

  /// Reads `21/11/2026`.
  private static func frenchDate(_ text: String) -> LocalDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return LocalDate(year: year, month: month, day: day)
  }
}
