public import Foundation

/// A day and a time as the clock on the school's wall shows them.
///
/// PRONOTE sends no time zone: the zone is a property of the school (`School.timeZone`), and is applied once, at the
/// edge, by ``instant(in:)`` or ``iso8601(in:)``.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  /// The day.
  public var date: LocalDate

  /// The time of day.
  public var time: LocalTime

  /// A day at a time.
  public init(date: LocalDate, time: LocalTime) {
    self.date = date
    self.time = time
  }

  /// What the wall clock of a time zone shows at an instant.
  public init(_ instant: Date, in zone: TimeZone) {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: instant)
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    date = LocalDate(dayNumber: day)
    let rest = seconds - day * 86_400
    time = LocalTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)!
  }

  /// The instant at which a clock in `zone` shows this. Of two, the earlier one; a time that the clock jumps over is as
  /// much later as the clock jumps: 02:30 is 03:30.
  public func instant(in zone: TimeZone) -> Date {
    let wall = Double(date.dayNumber * 86_400 + time.secondOfDay)
    // The offset in force is found by trying both sides of the wall time: a day before and a day after.
    let before = zone.secondsFromGMT(for: Date(timeIntervalSince1970: wall - 86_400))
    let after = zone.secondsFromGMT(for: Date(timeIntervalSince1970: wall + 86_400))
    for offset in [before, after] {
      let candidate = Date(timeIntervalSince1970: wall - Double(offset))
      if zone.secondsFromGMT(for: candidate) == offset { return candidate }
    }
    return Date(timeIntervalSince1970: wall - Double(before))
  }

  /// ISO 8601 with the offset that `zone` has at that moment: `2026-11-21T08:00:00+01:00`.
  public func iso8601(in zone: TimeZone) -> String {
    let offset = zone.secondsFromGMT(for: instant(in: zone))
    let sign = offset < 0 ? "-" : "+"
    let minutes = abs(offset) / 60
    return "\(date)T\(time):" + padded(time.second, 2) + sign + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
  }

  /// The earlier moment is the smaller one.
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// `2026-11-21 08:00`.
  public var description: String { "\(date) \(time)" }
}
