import Foundation
import SchoolModel

/// When something is, as a person reads it on a clock.
enum ClockTime {
  /// `at 14:03, in 85 s`; with the day when that is not today, and in minutes and hours when that is long.
  static func text(of date: Date, after wait: Duration, in zone: TimeZone) -> String {
    // The millisecond that waits have to spare is no second.
    let seconds = max(1, Int((wait / .seconds(1) - 0.05).rounded(.up)))
    let then = LocalDateTime(date, in: zone)
    let today = LocalDateTime(date.addingTimeInterval(-Double(seconds)), in: zone).date
    let day =
      switch then.date.days(since: today) {
      case 0: ""
      case 1: "tomorrow "
      default: "on \(then.date) "
      }
    return "\(day)at \(then.time), in \(length(seconds))"
  }

  private static func length(_ seconds: Int) -> String {
    switch seconds {
    case ..<180: "\(seconds) s"
    case ..<7200: "\((seconds + 59) / 60) min"
    case ..<172_800: "\((seconds + 1800) / 3600) h"
    default: "\((seconds + 43_200) / 86_400) days"
    }
  }
}
