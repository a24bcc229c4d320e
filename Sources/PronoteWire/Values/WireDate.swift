package import SchoolModel

/// Dates as PRONOTE writes them: the school's wall clock, no zone (session document 6.2, functions document 1.5).
package enum WireDate {
  /// `16/09/2024 08:30:00`, zero-padded.
  package static func text(_ value: LocalDateTime) -> String {
    text(value.date) + " " + value.time.description + ":" + twoDigits(value.time.second)
  }

  /// `16/09/2024`, zero-padded.
  package static func text(_ value: LocalDate) -> String {
    let (year, month, day) = value.components
    let digits = String(year)
    return twoDigits(day) + "/" + twoDigits(month) + "/" + String(repeating: "0", count: max(0, 4 - digits.count))
      + digits
  }

  /// `16/9/2024 0:0:0`, the unpadded form that official clients send.
  package static func requestText(_ value: LocalDateTime) -> String {
    let (year, month, day) = value.date.components
    return "\(day)/\(month)/\(year) \(value.time.hour):\(value.time.minute):\(value.time.second)"
  }

  /// Reads every form that servers and clients are known to send: a day, with two or four digits for the year, padded
  /// or not, with or without a time as `08:30:00`, `08:30` or `08h30`. A day alone is that day at midnight.
  package static func parse(_ text: String) -> LocalDateTime? {
    let parts = text.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard let first = parts.first, let numbers = integers(first, separator: UInt8(ascii: "/")), numbers.count == 3
    else { return nil }
    let yearDigits =
      first.count - (first.lastIndex(of: UInt8(ascii: "/")).map { first.distance(from: first.startIndex, to: $0) } ?? 0)
      - 1
    guard yearDigits == 4 || yearDigits == 2 else { return nil }
    // Two digits are this century's: no school data is older.
    let year = yearDigits == 2 ? numbers[2] + 2000 : numbers[2]
    guard let date = LocalDate(year: year, month: numbers[1], day: numbers[0]) else { return nil }
    guard parts.count == 2 else { return date.at(.midnight) }
    guard let time = time(parts[1]) else { return nil }
    return date.at(time)
  }

  /// Reads a time of day: `08h30`, `08:30`, `08:30:00`.
  package static func time(_ text: String) -> LocalTime? {
    time(text.utf8[...])
  }

  private static func time(_ text: Substring.UTF8View) -> LocalTime? {
    let isHourForm = text.contains(UInt8(ascii: "h"))
    let separator = isHourForm ? UInt8(ascii: "h") : UInt8(ascii: ":")
    guard let numbers = integers(text, separator: separator), numbers.count == 2 || numbers.count == 3 && !isHourForm
    else { return nil }
    return LocalTime(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// Numbers of one to four digits between separators; nil for anything else.
  private static func integers(_ text: Substring.UTF8View, separator: UInt8) -> [Int]? {
    var numbers: [Int] = []
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      guard (1...4).contains(part.count) else { return nil }
      var number = 0
      for byte in part {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers.append(number)
    }
    return numbers
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
