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
    var scanner = DigitScanner(text)
    guard let day = scanner.number(), scanner.skip("/"), let month = scanner.number(), scanner.skip("/"),
      let year = scanner.number(), year.digits == 4 || year.digits == 2,
      // Two digits are this century's: no school data is older.
      let date = LocalDate(
        year: year.digits == 2 ? year.value + 2000 : year.value,
        month: month.value,
        day: day.value
      )
    else { return nil }
    if scanner.isAtEnd { return date.at(.midnight) }
    guard scanner.skip(" "), let time = time(&scanner) else { return nil }
    return date.at(time)
  }

  /// Reads a time of day: `08h30`, `08:30`, `08:30:00`.
  package static func time(_ text: String) -> LocalTime? {
    var scanner = DigitScanner(text)
    return time(&scanner)
  }

  private static func time(_ scanner: inout DigitScanner) -> LocalTime? {
    guard let hour = scanner.number() else { return nil }
    let isHourForm = scanner.skip("h")
    guard isHourForm || scanner.skip(":"), let minute = scanner.number() else { return nil }
    var second = 0
    if !isHourForm, scanner.skip(":") {
      guard let number = scanner.number() else { return nil }
      second = number.value
    }
    guard scanner.isAtEnd else { return nil }
    return LocalTime(hour: hour.value, minute: minute.value, second: second)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

/// Reads numbers of one to four digits and the marks between them, without splitting the text.
private struct DigitScanner {
  private let text: String.UTF8View
  private var index: String.UTF8View.Index

  init(_ text: String) {
    self.text = text.utf8
    index = self.text.startIndex
  }

  var isAtEnd: Bool { index == text.endIndex }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard !isAtEnd, text[index] == UInt8(ascii: mark) else { return false }
    index = text.index(after: index)
    return true
  }

  mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while !isAtEnd, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) {
      value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
      digits += 1
      guard digits <= 4 else { return nil }
      index = text.index(after: index)
    }
    return digits > 0 ? (value, digits) : nil
  }
}
