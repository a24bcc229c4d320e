import Foundation

/// When users signed in and when they failed, which decides who has to wait (sso document c.5, c.7).
///
/// As at a real portal, a success forgets no failure: with three of them within twenty minutes, every further one locks.
struct PortalHistory: Sendable {
  private static let allowed = 3
  private static let kept = 5
  private static let memory: TimeInterval = 1200

  private var failures: [String: [Date]] = [:]
  private var successes: [String: [Date]] = [:]

  mutating func fail(_ user: String, now: Date) {
    failures[user] = Array(([now] + failures[user, default: []]).prefix(PortalHistory.kept))
  }

  mutating func succeed(_ user: String, now: Date) {
    successes[user] = Array(([now] + successes[user, default: []]).prefix(PortalHistory.kept))
  }

  /// The last logins and the last failures, the newest first.
  func logins(of user: String) -> (successes: [Date], failures: [Date]) {
    (successes[user, default: []], failures[user, default: []])
  }

  /// How many seconds a user has to wait still; nil when there is no need to.
  func wait(_ user: String, lockSeconds: Int, now: Date) -> Int? {
    let recent = failures[user, default: []].filter { now.timeIntervalSince($0) <= PortalHistory.memory }
    guard recent.count >= PortalHistory.allowed, let last = recent.first else { return nil }
    // Whole seconds, as clocks of servers count them.
    let passed = Int(now.timeIntervalSince1970) - Int(last.timeIntervalSince1970)
    return passed < lockSeconds ? lockSeconds - passed : nil
  }
}
