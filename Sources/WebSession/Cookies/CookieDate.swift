/// The dates of cookies (RFC 6265 section 5.1.1): tokens in any order, so that `Wed, 09 Jun 2027 10:18:14 GMT`,
/// `Thursday, 01-Jan-70 00:00:00 GMT` and `Sun Nov  6 08:49:37 1994` are all read.
package enum CookieDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Seconds since 1970, or nil when the text holds no date that exists.
  package static func parse(_ text: String) -> Int64? {
    var time: (hour: Int, minute: Int, second: Int)?
    var day: Int?
    var month: Int?
    var year: Int?
    for token in Array(text.utf8).split(whereSeparator: isDelimiter) {
      if time == nil, let found = timeOfDay(token) {
        time = found
      } else if day == nil, let found = number(token, digits: 1...2) {
        day = found
      } else if month == nil, let found = monthNumber(token) {
        month = found
      } else if year == nil, let found = number(token, digits: 2...4) {
        year = found < 70 ? found + 2000 : found < 100 ? found + 1900 : found
      }
    }
    guard let time, let day, let month, let year, year >= 1601, time.hour < 24, time.minute < 60, time.second < 60,
      let dayNumber = dayNumber(year: year, month: month, day: day)
    else { return nil }
    return Int64(dayNumber) * 86_400 + Int64(time.hour * 3600 + time.minute * 60 + time.second)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x20...0x2f, 0x3b...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }

  /// `8:49:37`, which anything but a digit may follow.
  private static func timeOfDay(_ token: ArraySlice<UInt8>) -> (Int, Int, Int)? {
    let fields = token.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].allSatisfy(\.isASCIIDigit), fields[1].allSatisfy(\.isASCIIDigit),
      let hour = number(fields[0], digits: 1...2), let minute = number(fields[1], digits: 1...2),
      let second = number(fields[2], digits: 1...2)
    else { return nil }
    return (hour, minute, second)
  }

  /// The number that a token starts with, when it has that many digits; anything else may follow.
  private static func number(_ token: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    let run = token.prefix(while: \.isASCIIDigit)
    guard digits.contains(run.count) else { return nil }
    return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func monthNumber(_ token: ArraySlice<UInt8>) -> Int? {
    let name = String(decoding: token.prefix(3).map(\.asciiLowercased), as: UTF8.self)
    return months.firstIndex(of: name).map { $0 + 1 }
  }

  /// Days since 1970 in the Gregorian calendar; nil for a day that does not exist.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    let dayOfYear = lengths.prefix(month - 1).reduce(0, +) + day - 1
    return before * 365 + leapDays + dayOfYear - 719_162
  }
}
