import Synchronization

/// The tickets that are being validated.
///
/// A ticket is validated once at a time, and a single logout that arrives between the server's answer and the session's
/// first entry in the store is not lost.
final class ValidationsInFlight: Sendable {
  private let tickets = Mutex<[String: Bool]>([:])

  /// Takes a ticket, named by its digest; false when it is taken already.
  func start(_ digest: String) -> Bool {
    tickets.withLock { tickets in
      guard tickets[digest] == nil else { return false }
      tickets[digest] = false
      return true
    }
  }

  /// Notes that the server has ended the login of a ticket.
  func end(_ digest: String) {
    tickets.withLock { tickets in
      if tickets[digest] != nil { tickets[digest] = true }
    }
  }

  /// Gives a ticket back; true when its login has been ended meanwhile.
  func finish(_ digest: String) -> Bool {
    tickets.withLock { $0.removeValue(forKey: digest) } ?? false
  }
}
