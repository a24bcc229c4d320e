import Foundation

/// Makes whoever guesses passwords wait: after five wrong ones in a row, a user name is refused for half a minute.
///
/// Names that nobody has are treated the same, so that waiting tells nothing.
struct CASThrottle: Sendable {
  /// How long a name is refused, in seconds.
  static let pause: TimeInterval = 30
  private static let allowed = 5
  private static let maximumCount = 10_000

  private struct Failures {
    var count = 0
    var last: Date
  }

  private var failures: [String: Failures] = [:]

  /// Whether a password for this name is looked at. Counts as a failure until ``succeed(_:)``, so that guessing many at
  /// once brings nothing.
  mutating func mayTry(_ username: String, now: Date) -> Bool {
    if let failed = failures[username], failed.count >= CASThrottle.allowed,
      now.timeIntervalSince(failed.last) < CASThrottle.pause
    {
      return false
    }
    if failures[username] == nil, failures.count >= CASThrottle.maximumCount,
      let oldest = failures.min(by: { $0.value.last < $1.value.last })
    {
      failures[oldest.key] = nil
    }
    failures[username, default: Failures(last: now)].count += 1
    failures[username]?.last = now
    return true
  }

  /// Notes that the password was right.
  mutating func succeed(_ username: String) {
    failures[username] = nil
  }
}
