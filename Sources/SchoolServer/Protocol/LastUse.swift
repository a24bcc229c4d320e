import Synchronization

/// When a session was last used, readable without waiting for the session.
final class LastUse: Sendable {
  private let clock: SchoolClock
  private let moment: Mutex<Duration>

  init(_ clock: SchoolClock) {
    self.clock = clock
    moment = Mutex(clock.elapsed)
  }

  /// How long ago that was.
  var age: Duration { clock.elapsed - moment.withLock { $0 } }

  func touch() {
    let now = clock.elapsed
    moment.withLock { $0 = now }
  }
}
