/// Where accounts are kept. `SchoolTesting` has a conformance kit.
public protocol CredentialStore: Sendable {
  /// All accounts, the oldest first.
  func accounts() async throws -> [StoredAccount]

  /// The account with an id; nil when there is none.
  func account(id: String) async throws -> StoredAccount?

  /// Stores an account in place of the one with the same id. When it returns, a crash or a power cut does not undo it.
  func save(_ account: StoredAccount) async throws

  /// Forgets an account. Returns whether there was one.
  func remove(id: String) async throws -> Bool

  /// Runs `body` while nobody else, in this process or another one, holds the lock of that name.
  ///
  /// - Throws: ``VaultError`` with code `locked` when the lock does not come free in time; what `body` throws.
  func withLock<Result: Sendable>(
    on name: String,
    deadline: Duration,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result

  /// The state of a request budget, as it was stored last.
  func budgetState(for name: String) async throws -> [UInt8]?

  /// Stores the state of a request budget.
  func saveBudgetState(_ bytes: [UInt8], for name: String) async throws
}
