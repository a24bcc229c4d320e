import AccountVault
import Foundation

/// The place in a vault where a session waits between two requests, so that any process can send the next one.
struct SessionShelf: Sendable {
  let vault: AccountVault
  let account: String
  /// The login that opened the session: with the next one it is over.
  let login: Int
  let gate: RequestGate
  let now: @Sendable () -> Date

  /// Another program has ended the session, or signed in anew.
  struct Replaced: Error {}

  /// Waits for the account's turn, and hands over the session as the last request left it.
  ///
  /// - Throws: ``Replaced`` when it is not there any more; ``PronoteError`` with code `sessionExpired` after too much silence;
  ///   `VaultError`; what `body` throws.
  func withTurn<Result: Sendable>(
    _ body: @Sendable (AccountLease, KeptSession) async throws -> Result
  ) async throws -> Result {
    try await vault.withLease(on: account) { lease in
      guard let session = try await lease.session(), session.login == login else {
        throw Replaced()
      }
      // Where no session is kept for others, only the server says when this one is over.
      guard gate.sessionSilence == 0 || session.isYoung(at: now(), silence: gate.sessionSilence) else {
        throw PronoteError(.sessionExpired, "the session is older than the school keeps one that nothing is asked in")
      }
      gate.update(await lease.account)
      return try await body(lease, session)
    }
  }
}
