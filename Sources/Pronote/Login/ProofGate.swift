import Synchronization

/// The moment after which a login must not be given up: only one of passing and closing happens.
final class ProofGate: Sendable {
  private enum State {
    case open, passed, closed
  }

  private let state = Mutex(State.open)

  /// The proof is about to be sent.
  ///
  /// - Throws: `CancellationError` when the login was given up before.
  func pass() throws {
    try state.withLock { state in
      guard state != .closed else { throw CancellationError() }
      state = .passed
    }
  }

  /// The login is given up. Returns whether it still can be.
  func close() -> Bool {
    state.withLock { state in
      guard state == .open else { return false }
      state = .closed
      return true
    }
  }
}
