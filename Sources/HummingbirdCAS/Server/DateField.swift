import Foundation
import Synchronization

/// The current date as HTTP writes it (RFC 9110 section 5.6.7), made once a second.
final class DateField: Sendable {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let last = Mutex<(second: Int, text: String)>((.min, ""))

  func value(at date: Date = Date()) -> String {
    let second = Int(date.timeIntervalSince1970.rounded(.down))
    return last.withLock { last in
      if last.second != second { last = (second, DateField.text(second)) }
      return last.text
    }
  }

  private static func text(_ second: Int) -> String {
    var time = time_t(second)
    var parts = tm()
    gmtime_r(&time, &parts)
    let numbers = [parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(days[Int(parts.tm_wday)]), \(numbers[0]) \(months[Int(parts.tm_mon)]) \(1900 + parts.tm_year) "
      + "\(numbers[1]):\(numbers[2]):\(numbers[3]) GMT"
  }
}
