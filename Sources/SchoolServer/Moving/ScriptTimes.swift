import SchoolModel

/// Times as a script writes them.
extension LocalTime {
  /// Reads `10:15` or `10:15:30`.
  init?(script text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }
}

extension LocalDateTime {
  /// Reads `2026-11-26T10:15` or `2026-11-26T10:15:30`.
  init?(script text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = LocalDate(parts[0]), let time = LocalTime(script: parts[1]) else { return nil }
    self.init(date: date, time: time)
  }
}

extension Duration {
  private static let longest = 366.0 * 86_400

  /// Reads a number of seconds, `30` or `1.5`, or an ISO 8601 duration of days, hours, minutes and seconds: `PT1M30S`.
  init?(script text: String) {
    let seconds = text.hasPrefix("P") ? Duration.seconds(iso8601: text.dropFirst()) : Duration.number(text[...])
    guard let seconds, seconds <= Duration.longest else { return nil }
    self = .seconds(seconds)
  }

  private static func number(_ text: Substring) -> Double? {
    guard let first = text.utf8.first, first.isDigit, text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
    else { return nil }
    return Double(text)
  }

  private static func seconds(iso8601 text: Substring) -> Double? {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let days = sum(halves[0], [("D", 86_400)]) else { return nil }
    guard halves.count == 2 else { return halves[0].isEmpty ? nil : days }
    guard !halves[1].isEmpty, let rest = sum(halves[1], [("H", 3600), ("M", 60), ("S", 1)]) else { return nil }
    return days + rest
  }

  /// Numbers with their units, each at most once and in order.
  private static func sum(_ text: Substring, _ units: [(name: Character, seconds: Double)]) -> Double? {
    var rest = text
    var total = 0.0
    for unit in units {
      guard let end = rest.firstIndex(of: unit.name) else { continue }
      guard let value = number(rest[..<end]) else { return nil }
      total += value * unit.seconds
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? total : nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (48...57).contains(self) }
}
