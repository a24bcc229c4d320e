public import Foundation
public import WebSession

/// The stored accounts of one person: exclusive access to each, rotating tokens that are never lost, and request budgets.
///
/// ```swift
/// let vault = AccountVault(store: FileCredentialStore(directory: path))
/// try await vault.withSession(of: "h7kq2mxd", over: transport) { session in
///   print(try await session.homework(for: session.students[0], in: monday...friday))
/// }
/// ```
public struct AccountVault: Sendable {
  /// Where the accounts are.
  public let store: any CredentialStore

  let clock: BudgetClock

  /// A vault over a store.
  public init(store: any CredentialStore) {
    self.init(
      store: store,
      clock: BudgetClock(
        now: { Date().timeIntervalSince1970 },
        sleep: { try await Task.sleep(for: $0) },
        jitter: { .random(in: 0...1) }
      )
    )
  }

  /// A vault whose budgets go by a clock of a test.
  package init(store: any CredentialStore, clock: BudgetClock) {
    self.store = store
    self.clock = clock
  }

  /// The stored account with the same school, space and user name, if any.
  ///
  /// - Throws: ``VaultError``.
  public func account(like details: AccountDetails) async throws -> StoredAccount? {
    try await store.accounts().first { $0.details.isSameAccount(as: details) }
  }

  /// Stores a freshly paired account. One with the same school, space and user name keeps its id.
  ///
  /// - Throws: ``VaultError``.
  public func add(
    details: AccountDetails,
    token: Secret<String>,
    deviceID: String,
    at date: Date
  ) async throws -> StoredAccount {
    if let known = try await account(like: details) {
      return try await reauthenticate(id: known.id, details: details, token: token, deviceID: deviceID, at: date)
    }
    var account = StoredAccount(details: details, created: date, deviceID: deviceID, token: token)
    while try await store.account(id: account.id) != nil {
      account = StoredAccount(details: details, created: date, deviceID: deviceID, token: token)
    }
    try await store.save(account)
    return account
  }

  /// Replaces the credentials of an account by those of a new pairing: the address of the school, the space, the user name,
  /// the device and its token. Its id and everything hung on it stay, and its kept session ends.
  ///
  /// - Throws: ``VaultError`` with code `notFound`.
  public func reauthenticate(
    id: String,
    details: AccountDetails,
    token: Secret<String>,
    deviceID: String,
    at date: Date
  ) async throws -> StoredAccount {
    try await store.withLock(on: id, deadline: .seconds(120)) {
      var account = try await existing(id)
      account.details.school = details.school
      account.details.space = details.space
      account.details.username = details.username
      account.deviceID = deviceID
      account.token = token
      account.previousToken = nil
      account.journal.generation += 1
      account.journal.logins += 1
      account.journal.state = .loginStarted
      account.journal.changed = date
      try await store.save(account)
      try await store.saveSession(nil, of: id)
      return account
    }
  }

  /// Forgets an account and its session. Returns whether there was one.
  ///
  /// - Throws: ``VaultError``.
  public func remove(id: String) async throws -> Bool {
    guard AccountIdentifier.isWellFormed(id) else { return false }
    return try await store.withLock(on: id, deadline: .seconds(120)) { try await store.remove(id: id) }
  }

  /// Locks an account, reads it anew and hands over the right to use it.
  ///
  /// - Throws: ``VaultError``: `notFound`, `locked` past the deadline; what `body` throws.
  public func withLease<Result: Sendable>(
    on id: String,
    deadline: Duration = .seconds(120),
    _ body: @Sendable (AccountLease) async throws -> Result
  ) async throws -> Result {
    try await store.withLock(on: id, deadline: deadline) {
      try await body(AccountLease(account: try await existing(id), store: store))
    }
  }

  /// The kept session of an account, when it is the one of its newest login and the server can be expected to know it
  /// still. No request.
  ///
  /// - Throws: ``VaultError``.
  public func openSession(of account: StoredAccount, at date: Date = Date()) async throws -> KeptSession? {
    let silence = try await budgetLimits().sessionSilence
    guard let session = try await store.session(of: account.id), session.belongs(to: account),
      session.isYoung(at: date, silence: silence)
    else { return nil }
    return session
  }

  private func existing(_ id: String) async throws -> StoredAccount {
    guard let account = try await store.account(id: id) else {
      throw VaultError(.notFound, "no account has the id '\(id)'", path: id)
    }
    return account
  }
}
