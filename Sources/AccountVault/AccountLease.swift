public import Foundation
public import WebSession

/// Exclusive use of one account, across all tasks and processes, for as long as it lasts.
///
/// A login calls ``begin(at:)`` before the network, ``rotate(to:at:)`` with every token that comes back, and
/// ``finish(at:details:browserIdentity:)`` or ``abandon(_:state:at:)`` at the end. Each is on the disk when it returns
/// (design, section 4). A request in a kept session calls ``keep(_:)`` before it is sent and after its answer.
public actor AccountLease {
  /// The account as it was stored last.
  public private(set) var account: StoredAccount

  private let store: any CredentialStore

  init(account: StoredAccount, store: any CredentialStore) {
    self.account = account
    self.store = store
  }

  // MARK: - The login

  /// The tokens to try, in their order: the newest, and the one before it when the last login did not end cleanly.
  public var candidates: [Secret<String>] {
    guard account.journal.state == .loginStarted, let previous = account.previousToken else { return [account.token] }
    return [account.token, previous]
  }

  /// Writes down that a login starts. It ends the kept session of an earlier one.
  public func begin(at date: Date) async throws {
    account.journal.state = .loginStarted
    account.journal.changed = date
    account.journal.logins += 1
    try await store.save(account)
    // By its number it is over already; what is left of it is a secret without a use.
    try await store.saveSession(nil, of: account.id)
  }

  /// Takes the next token; the one before stays until the login is finished.
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

  // MARK: - The session

  /// The kept session, when it is the one of the account's newest login.
  ///
  /// - Throws: ``VaultError``.
  public func session() async throws -> KeptSession? {
    guard let session = try await store.session(of: account.id), session.belongs(to: account) else { return nil }
    return session
  }

  /// Keeps a session in place of what was kept before; nil keeps none. It survives the end of this process at any moment,
  /// not a power cut, after which the account signs in anew.
  ///
  /// - Throws: ``VaultError``.
  public func keep(_ session: KeptSession?) async throws {
    try await store.saveSession(session, of: account.id)
  }
}
