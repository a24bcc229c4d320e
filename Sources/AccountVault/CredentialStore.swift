/// Where accounts, their sessions and their budgets are kept.
///
/// A store of your own keeps four things: accounts (``StoredAccount``), at most one session for each of them
/// (``KeptSession``), small states under a name, and locks. Accounts and sessions are `Codable`, with everything in them in
/// the clear: encrypt what you write. `CredentialStoreConformance` in the module `SchoolTesting` proves a store, kills
/// included.
public protocol CredentialStore: Sendable {
  /// All accounts, the oldest first.
  func accounts() async throws -> [StoredAccount]

  /// The account with an id, if any.
  func account(id: String) async throws -> StoredAccount?

  /// Stores an account in place of the one with the same id. Survives a power cut: a token that is lost cannot be had
  /// again.
  func save(_ account: StoredAccount) async throws

  /// Forgets an account and its session. Returns whether there was one.
  func remove(id: String) async throws -> Bool

  /// The kept session of an account, if any. An unreadable one counts as missing, because signing in replaces it.
  func session(of id: String) async throws -> KeptSession?

  /// Stores the session of an account in place of an earlier one; nil forgets it. Survives the end of the process
  /// (``WriteDurability/process``), and is called twice for each request.
  func saveSession(_ session: KeptSession?, of id: String) async throws

  /// Runs `body` while it holds the lock of that name, exclusively in this process and all others. The lock is fair: a holder
  /// that asks for it again at once does not overtake a waiting one for ever.
  ///
  /// - Throws: ``VaultError`` with code `locked` when the lock does not come free in time; what `body` throws.
  func withLock<Result: Sendable>(
    on name: String,
    deadline: Duration,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result

  /// The state of a request budget, or another small state, as it was stored last.
  func budgetState(for name: String) async throws -> [UInt8]?

  /// Stores the state of a request budget.
  func saveBudgetState(_ bytes: [UInt8], for name: String, surviving durability: WriteDurability) async throws
}
