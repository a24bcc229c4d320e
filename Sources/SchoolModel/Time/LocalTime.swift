/// A time of day on the school's wall, to the second, without a day or a time zone.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// Seconds since midnight, 0 to 86,399.
  public let secondOfDay: Int

  /// The time with these numbers; nil when there is none (24:00, 12:60).
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    secondOfDay = hour * 3600 + minute * 60 + second
  }

  /// The time that many minutes after midnight, wrapped into one day.
  public init(minuteOfDay: Int) {
    secondOfDay = ((minuteOfDay % 1440) + 1440) % 1440 * 60
  }

  /// Midnight, the start of the day.
  public static let midnight = LocalTime(minuteOfDay: 0)

  /// The hour, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }

  /// The minute, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }

  /// The second, 0 to 59.
  public var second: Int { secondOfDay % 60 }

  /// Whole minutes since midnight.
  public var minuteOfDay: Int { secondOfDay / 60 }

  /// The earlier time is the smaller one.
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    left.secondOfDay < right.secondOfDay
  }
}

extension LocalTime: CustomStringConvertible {
  /// `08:30`.
  public var description: String {
    padded(hour, 2) + ":" + padded(minute, 2)
  }
}
