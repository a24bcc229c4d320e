import Foundation

/// Moments as servers write them: ISO 8601, with or without a fraction, `Z` or an offset.
enum WireInstant {
  /// The moment that a text names; nil for anything else.
  static func date(_ text: String) -> Date? {
    let pattern = #/(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})(\[.*\])?/#
    guard text.utf8.count <= 64, let match = text.wholeMatch(of: pattern)?.output else { return nil }
    guard let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), let hour = Int(match.4),
      let minute = Int(match.5), let second = Int(match.6), (1...12).contains(month), (1...31).contains(day),
      hour < 25, minute < 60, second < 61
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    let seconds = Double(days * 86_400 + hour * 3600 + minute * 60 + second - offset(String(match.8)))
    return Date(timeIntervalSince1970: seconds + (match.7.flatMap { Double("0" + $0) } ?? 0))
  }

  /// `2026-11-25T21:00:00Z`.
  static func text(_ date: Date) -> String {
    date.formatted(.iso8601)
  }

  private static func offset(_ zone: String) -> Int {
    guard zone != "Z" else { return 0 }
    let digits = zone.dropFirst().filter(\.isNumber)
    let seconds = (Int(digits.prefix(2)) ?? 0) * 3600 + (Int(digits.suffix(2)) ?? 0) * 60
    return zone.hasPrefix("-") ? -seconds : seconds
  }
}
