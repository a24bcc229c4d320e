public import SchoolModel

/// Hours of the night, on the school's clock, in which programs that nobody watches send nothing.
public struct QuietHours: Hashable, Sendable {
  /// When they begin.
  public var start: LocalTime
  /// When they end; may be on the next day.
  public var end: LocalTime

  /// From ten in the evening to six in the morning.
  public static let night = QuietHours(start: LocalTime(minuteOfDay: 22 * 60), end: LocalTime(minuteOfDay: 6 * 60))

  /// Hours from one time to another.
  public init(start: LocalTime, end: LocalTime) {
    self.start = start
    self.end = end
  }

  /// Reads `22:00-06:00`; nil when it is something else, or no time at all.
  public init?(_ text: String) {
    let times = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
      return numbers.count == 2
        && numbers.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }
        ? LocalTime(hour: Int(numbers[0]) ?? -1, minute: Int(numbers[1]) ?? -1) : nil
    }
    guard times.count == 2, let start = times[0], let end = times[1], start != end else { return nil }
    self.init(start: start, end: end)
  }

  /// When the quiet that a moment lies in is over; nil for a moment outside of it.
  func end(after moment: LocalDateTime) -> LocalDateTime? {
    let isOvernight = start > end
    let time = moment.time
    guard isOvernight ? time >= start || time < end : time >= start && time < end else { return nil }
    return moment.date.adding(days: isOvernight && time >= start ? 1 : 0).at(end)
  }
}

extension QuietHours: CustomStringConvertible {
  /// `22:00-06:00`.
  public var description: String { "\(start)-\(end)" }
}
