import Foundation

/// The one-time tokens of forms. Each is good once, for ten minutes at least; nobody can make them pile up.
struct CASLoginTokens: Sendable {
  private static let life: TimeInterval = 600
  private static let maximumCount = 20_000

  private var newer: Set<String> = []
  private var older: Set<String> = []
  private var turned: Date?

  /// A token for a new form.
  mutating func make(now: Date) -> String {
    turn(now: now)
    let token = CASTicket.login.make()
    newer.insert(token)
    return token
  }

  /// Whether a form may be accepted. Asking spends its token.
  mutating func spend(_ token: String, now: Date) -> Bool {
    turn(now: now)
    return newer.remove(token) != nil || older.remove(token) != nil
  }

  private mutating func turn(now: Date) {
    let age = turned.map { now.timeIntervalSince($0) } ?? .infinity
    if age < CASLoginTokens.life, newer.count < CASLoginTokens.maximumCount { return }
    older = age < 2 * CASLoginTokens.life ? newer : []
    newer = []
    turned = now
  }
}
