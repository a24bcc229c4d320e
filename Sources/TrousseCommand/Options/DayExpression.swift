package import SchoolModel

/// A day as people write it on the command line, in English or in French.
///
/// `2026-11-21`, `21/11/2026`, `21-11-2026`; `21/11`; `today`, `tomorrow`, `next`, `demain`, `+3`, `-1`; a day of the
/// week, or three letters of it (`monday`, `lun`). Upper case, lower case and accents do not matter.
package enum DayExpression: Hashable, Sendable {
  /// A certain day.
  case day(LocalDate)
  /// A day of some year: the one that is closest to today, of two the later.
  case dayOfYear(day: Int, month: Int)
  /// So many days from today.
  case offset(Int)
  /// The next such day of the week, today included.
  case weekday(Weekday)

  /// Reads what a person wrote; nil when it is no day.
  package init?(_ text: String) {
    let text = NameMatch.folded(text)
    if let offset = Self.offsets[text.replacing("’", with: "'")] ?? Self.signedNumber(text) {
      self = .offset(offset)
    } else if let weekday = Self.weekday(text) {
      self = .weekday(weekday)
    } else if let day = LocalDate(text) {
      self = .day(day)
    } else if let expression = Self.dayFirst(text) {
      self = expression
    } else {
      return nil
    }
  }

  /// The day that is meant, seen from `today`.
  package func day(today: LocalDate) -> LocalDate {
    switch self {
    case .day(let day): day
    case .dayOfYear(let day, let month): Self.closest(day: day, month: month, to: today)
    case .offset(let days): today.adding(days: days)
    case .weekday(let weekday): today.adding(days: (weekday.rawValue - today.weekday.rawValue + 7) % 7)
    }
  }

  // MARK: - Words

  private static let offsets = [
    "yesterday": -1, "today": 0, "tomorrow": 1, "next": 1,
    "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "apres-demain": 2,
  ]

  private static let frenchWeekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

  /// Three letters tell every day of the week from every other, in both languages together.
  private static func weekday(_ text: String) -> Weekday? {
    let text = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard text.count >= 3 else { return nil }
    return zip(Weekday.allCases, frenchWeekdays)
      .first { $0.fullName.lowercased().hasPrefix(text) || $1.hasPrefix(text) }?
      .0
  }

  // MARK: - Numbers

  /// Reads `+3` and `-1`. The sign has to be there.
  static func signedNumber(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-", let number = number(text.dropFirst(), digits: 1...3) else {
      return nil
    }
    return sign == "-" ? -number : number
  }

  /// Reads `21/11/2026`, `21-11-2026` and `21/11`.
  private static func dayFirst(_ text: String) -> DayExpression? {
    let parts = text.split(separator: text.contains("/") ? "/" : "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let day = number(parts[0], digits: 1...2),
      let month = number(parts[1], digits: 1...2)
    else { return nil }
    if parts.count == 3 {
      return number(parts[2], digits: 4...4)
        .flatMap { LocalDate(year: $0, month: month, day: day) }
        .map(DayExpression.day)
    }
    // A leap year has every day that any year has.
    guard text.contains("/"), LocalDate(year: 2024, month: month, day: day) != nil else { return nil }
    return .dayOfYear(day: day, month: month)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func closest(day: Int, month: Int, to today: LocalDate) -> LocalDate {
    // There can be eight years without a 29 February.
    (-8...8)
      .compactMap { LocalDate(year: today.year + $0, month: month, day: day) }
      .min { left, right in
        let (toLeft, toRight) = (abs(left.days(since: today)), abs(right.days(since: today)))
        return (toLeft, right) < (toRight, left)
      } ?? today
  }
}
