package import AccountVault
package import Foundation
package import PronoteWire

/// A stored account with what `trousse accounts` says about it besides.
package struct ListedAccount: Sendable {
  /// The account.
  package var account: StoredAccount
  /// Its open session; nil when the next command signs in.
  package var session: KeptSession?
  /// Whether it is the one that is meant where several could be.
  package var isDefault: Bool
  /// The time at which ages are counted.
  package var now: Date

  /// An account in the list.
  package init(account: StoredAccount, session: KeptSession? = nil, isDefault: Bool = false, now: Date) {
    self.account = account
    self.session = session
    self.isDefault = isDefault
    self.now = now
  }

  /// The object that `trousse accounts --json` prints. Never a secret.
  package var json: JSONValue {
    guard case .object(let members) = account.json else { return account.json }
    return .object(
      members + [
        .init("isDefault", .bool(isDefault)),
        .init(
          "session",
          session.map {
            [
              "opened": .string($0.opened.iso8601),
              "used": .string($0.used.iso8601),
              "age": .integer(age(of: $0)),
            ]
          } ?? .null
        ),
      ]
    )
  }

  /// Seconds since the school was last heard in a session.
  package func age(of session: KeptSession) -> Int {
    max(0, Int(now.timeIntervalSince(session.used)))
  }
}
