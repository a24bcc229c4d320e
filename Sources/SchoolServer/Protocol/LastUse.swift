import Synchronization

/// When a session was last used, readable without waiting for the session.
final class LastUse: Sendable {
  private let instant = Mutex(ContinuousClock.now)

  var value: ContinuousClock.Instant { instant.withLock { $0 } }

  func touch() {
    instant.withLock { $0 = .now }
  }
}
