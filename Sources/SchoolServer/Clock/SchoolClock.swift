public import Foundation
public import SchoolModel
import Synchronization

/// What time it is at a school.
///
/// Everything at a school that depends on time follows its clock: the time that it reports, the life of codes, tickets
/// and forms, how long a session lives without calls, and when the steps of a ``SchoolScript`` are due.
///
/// ```swift
/// let clock = SchoolClock.manual(at: LocalDateTime(date: thursday, time: LocalTime(minuteOfDay: 600)))
/// configuration.clock = clock
/// …
/// clock.advance(by: .seconds(601))   // A pairing code has expired, and so have the sessions that were idle.
/// ```
public struct SchoolClock: Sendable {
  private enum Source: Sendable {
    case real
    case reading(@Sendable () -> Date)
    case manual(Stand)
  }

  /// Where a manual clock stands. A class, because copies of the clock are the same clock.
  private final class Stand: Sendable {
    let instant: Mutex<Date>

    init(_ instant: Date) {
      self.instant = Mutex(instant)
    }
  }

  private let source: Source

  /// The clock of this machine.
  ///
  /// At a school whose configuration names another day than today, it shows that day first and goes on from there.
  public static let real = SchoolClock(source: .real)

  /// A clock that stands still until it is moved. The school shows exactly what it is set to.
  ///
  /// - Parameter instant: what it shows first.
  public static func manual(at instant: Date) -> SchoolClock {
    SchoolClock(source: .manual(Stand(instant)))
  }

  /// A clock that stands still until it is moved, set to what a clock on the school's wall shows.
  ///
  /// - Parameters:
  ///   - time: what it shows first.
  ///   - zone: the time zone of the school.
  public static func manual(
    at time: LocalDateTime,
    in zone: TimeZone = SchoolServerConfiguration.defaultTimeZone
  ) -> SchoolClock {
    manual(at: time.instant(in: zone))
  }

  /// A clock that shows what a function returns. Sessions are idle by the real clock all the same.
  package static func reading(_ now: @escaping @Sendable () -> Date) -> SchoolClock {
    SchoolClock(source: .reading(now))
  }

  /// What it shows.
  public var now: Date {
    switch source {
    case .real: Date()
    case .reading(let now): now()
    case .manual(let stand): stand.instant.withLock { $0 }
    }
  }

  /// Moves a manual clock, forward with a positive duration. Other clocks go by themselves: nothing happens.
  public func advance(by duration: Duration) {
    guard case .manual(let stand) = source else { return }
    stand.instant.withLock { $0 += duration / .seconds(1) }
  }

  /// Sets a manual clock. Other clocks go by themselves: nothing happens.
  public func set(to instant: Date) {
    guard case .manual(let stand) = source else { return }
    stand.instant.withLock { $0 = instant }
  }

  /// Sets a manual clock to what a clock on the school's wall shows. Other clocks go by themselves: nothing happens.
  public func set(to time: LocalDateTime, in zone: TimeZone = SchoolServerConfiguration.defaultTimeZone) {
    set(to: time.instant(in: zone))
  }

  /// Whether only its owner moves it.
  var isManual: Bool {
    if case .manual = source { true } else { false }
  }

  /// Time that passes, from some moment on: the differences count. Steady for every clock that is not manual, also while
  /// somebody sets the clock of the machine.
  var elapsed: Duration {
    if case .manual(let stand) = source {
      return .seconds(stand.instant.withLock { $0 }.timeIntervalSinceReferenceDate)
    }
    return ContinuousClock.now - SchoolClock.start
  }

  private static let start = ContinuousClock.now
}
