/// Who may use the session now, and who is next: first come, first served.
struct CallQueue {
  private var isBusy = false
  private var nextTicket = 0
  private var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []

  /// Nil when the caller may go on at once; otherwise the ticket to wait with.
  mutating func enter() -> Int? {
    guard isBusy else {
      isBusy = true
      return nil
    }
    nextTicket += 1
    return nextTicket
  }

  /// Waits for the turn.
  mutating func wait(_ ticket: Int, _ continuation: CheckedContinuation<Void, any Error>) {
    waiting.append((ticket, continuation))
  }

  /// Leaves the queue without a turn. Too late is harmless: the turn was then given already.
  mutating func abandon(_ ticket: Int) {
    guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
    waiting.remove(at: index).continuation.resume(throwing: CancellationError())
  }

  /// Ends a turn and starts the next one.
  mutating func leave() {
    if waiting.isEmpty {
      isBusy = false
    } else {
      waiting.removeFirst().continuation.resume()
    }
  }
}
