public import Foundation
public import WebSession

/// The right to sign in with one account: nobody else does while it lasts.
///
/// The order of calls is the journal's: ``begin(at:)`` before the network, ``rotate(to:at:)`` with every token that
/// comes back, ``finish(at:details:browserIdentity:)`` or ``abandon(_:state:at:)`` at the end. Each is on the disk
/// when it returns (design, section 4).
public actor LoginLease {
  /// The account as it was stored last.
  public private(set) var account: StoredAccount

  private let store: any CredentialStore

  init(account: StoredAccount, store: any CredentialStore) {
    self.account = account
    self.store = store
  }

  /// The tokens to try, in their order: the newest, and the one before it when the last login did not end cleanly.
  public var candidates: [Secret<String>] {
    guard account.journal.state == .loginStarted, let previous = account.previousToken else { return [account.token] }
    return [account.token, previous]
  }

  /// Writes down that a login starts.
  public func begin(at date: Date) async throws {
    account.journal.state = .loginStarted
    account.journal.changed = date
    try await store.save(account)
  }

  /// Takes the next token; the one before stays for one generation.
  public func rotate(to token: Secret<String>, at date: Date) async throws {
    guard token.reveal() != account.token.reveal() else { return }
    account.previousToken = account.token
    account.token = token
    account.journal.generation += 1
    account.journal.changed = date
    try await store.save(account)
  }

  /// Writes down that the account was opened.
  public func finish(at date: Date, details: AccountDetails?, browserIdentity: String?) async throws {
    account.note(success: date)
    if let details { account.details = details }
    if let browserIdentity { account.browserIdentity = browserIdentity }
    try await store.save(account)
  }

  /// Writes down why the account was not opened.
  public func abandon(_ outcome: String, state: TokenJournal.State, at date: Date) async throws {
    account.journal.state = state
    account.journal.changed = date
    account.journal.lastOutcome = outcome
    try await store.save(account)
  }
}
