import Foundation
import SchoolModel

/// The clock on a school's wall: its clock in its time zone, at the day that the school lives on.
struct SchoolTime: Sendable {
  let clock: SchoolClock
  let zone: TimeZone
  /// How many days the school is ahead of its clock, when it was started at a day of its own.
  let daysAhead: Int

  /// - Parameter day: the school's day at this moment. A manual clock knows better.
  init(clock: SchoolClock, zone: TimeZone, day: LocalDate) {
    self.clock = clock
    self.zone = zone
    daysAhead = clock.isManual ? 0 : day.days(since: LocalDateTime(clock.now, in: zone).date)
  }

  /// What it shows.
  var now: LocalDateTime { shown(at: clock.now) }

  /// What it shows at an instant of its clock.
  func shown(at instant: Date) -> LocalDateTime {
    var time = LocalDateTime(instant, in: zone)
    time.date = time.date.adding(days: daysAhead)
    return time
  }

  /// The instant of its clock at which it shows a time.
  func instant(of time: LocalDateTime) -> Date {
    time.date.adding(days: -daysAhead).at(time.time).instant(in: zone)
  }
}
