import Synchronization

/// Counts logins, as real servers do before they stop answering.
final class LoginAttempts: Sendable {
  /// Wrong passwords in a row for one account after which it is made to wait.
  private static let failures = 20

  private struct Counts {
    var total = 0
    var failures: [String: Int] = [:]
  }

  private let limit: Int?
  private let counts = Mutex(Counts())

  /// Counts without bound unless `limit` logins are allowed in all.
  init(limit: Int?) {
    self.limit = limit
  }

  /// Whether one more login may be tried. Counts it.
  func mayTry(_ login: String) -> Bool {
    counts.withLock { counts in
      counts.total += 1
      return counts.total <= limit ?? .max && counts.failures[login, default: 0] < LoginAttempts.failures
    }
  }

  /// Notes how a login ended.
  func note(_ login: String, succeeded: Bool) {
    counts.withLock { counts in
      counts.failures[login] = succeeded ? nil : counts.failures[login, default: 0] + 1
    }
  }
}
