public import Foundation
public import WebSession

/// The stored accounts of one person: one login at a time for each, and no token lost.
///
/// ```swift
/// let vault = AccountVault(store: FileCredentialStore(directory: path))
/// let step = try await client.signIn(account: "h7kq2mxd", in: vault)
/// ```
public struct AccountVault: Sendable {
  /// Where the accounts are.
  public let store: any CredentialStore

  /// A vault over a store.
  public init(store: any CredentialStore) {
    self.store = store
  }

  /// Stores a freshly paired account. One with the same school, space and user name keeps its id.
  public func add(
    details: AccountDetails,
    token: Secret<String>,
    deviceID: String,
    at date: Date
  ) async throws -> StoredAccount {
    if let known = try await store.accounts().first(where: { $0.details.isSameAccount(as: details) }) {
      return try await reauthenticate(
        id: known.id,
        username: details.username,
        token: token,
        deviceID: deviceID,
        at: date
      )
    }
    var account = StoredAccount(details: details, created: date, deviceID: deviceID, token: token)
    while try await store.account(id: account.id) != nil {
      account = StoredAccount(details: details, created: date, deviceID: deviceID, token: token)
    }
    try await store.save(account)
    return account
  }

  /// Replaces the credentials of an account by those of a new pairing. Its id and everything hung on it stay.
  ///
  /// - Throws: ``VaultError`` with code `notFound`.
  public func reauthenticate(
    id: String,
    username: String,
    token: Secret<String>,
    deviceID: String,
    at date: Date
  ) async throws -> StoredAccount {
    try await store.withLock(on: id, deadline: .seconds(120)) {
      var account = try await existing(id)
      account.details.username = username
      account.deviceID = deviceID
      account.token = token
      account.previousToken = nil
      account.journal.generation += 1
      account.journal.state = .loginStarted
      account.journal.changed = date
      try await store.save(account)
      return account
    }
  }

  /// Forgets an account. Returns whether there was one.
  public func remove(id: String) async throws -> Bool {
    guard AccountIdentifier.isWellFormed(id) else { return false }
    return try await store.withLock(on: id, deadline: .seconds(120)) { try await store.remove(id: id) }
  }

  /// Locks an account, reads it anew and hands over the right to sign in with it.
  ///
  /// - Throws: ``VaultError``: `notFound`, `locked` past the deadline; what `body` throws.
  public func withLogin<Result: Sendable>(
    id: String,
    deadline: Duration = .seconds(120),
    _ body: @Sendable (LoginLease) async throws -> Result
  ) async throws -> Result {
    try await store.withLock(on: id, deadline: deadline) {
      try await body(LoginLease(account: try await existing(id), store: store))
    }
  }

  private func existing(_ id: String) async throws -> StoredAccount {
    guard let account = try await store.account(id: id) else {
      throw VaultError(.notFound, "no account has the id '\(id)'", path: id)
    }
    return account
  }
}
