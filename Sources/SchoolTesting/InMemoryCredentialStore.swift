public import AccountVault

/// Accounts in memory, for tests.
public actor InMemoryCredentialStore: CredentialStore {
  private var stored: [String: StoredAccount] = [:]
  private var sessions: [String: KeptSession] = [:]
  private var budgets: [String: [UInt8]] = [:]
  private var held: Set<String> = []

  /// An empty store.
  public init() {}

  /// All accounts, the oldest first.
  public func accounts() -> [StoredAccount] {
    stored.values.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
  }

  /// The account with an id.
  public func account(id: String) -> StoredAccount? { stored[id] }

  /// Stores an account in place of the one with the same id.
  public func save(_ account: StoredAccount) { stored[account.id] = account }

  /// Forgets an account and its session.
  public func remove(id: String) -> Bool {
    sessions[id] = nil
    return stored.removeValue(forKey: id) != nil
  }

  /// The kept session of an account.
  public func session(of id: String) -> KeptSession? { sessions[id] }

  /// Stores the session of an account, or forgets it.
  public func saveSession(_ session: KeptSession?, of id: String) { sessions[id] = session }

  /// The state of a budget.
  public func budgetState(for name: String) -> [UInt8]? { budgets[name] }

  /// Stores the state of a budget.
  public func saveBudgetState(_ bytes: [UInt8], for name: String, surviving durability: WriteDurability) {
    budgets[name] = bytes
  }

  /// Runs `body` while nobody else holds the lock of that name.
  public nonisolated func withLock<Result: Sendable>(
    on name: String,
    deadline: Duration,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    let end = ContinuousClock.now + deadline
    while await !take(name) {
      guard ContinuousClock.now < end else { throw VaultError(.locked, "the account is in use", path: name) }
      try await Task.sleep(for: .milliseconds(2))
    }
    do {
      let result = try await body()
      await release(name)
      return result
    } catch {
      await release(name)
      throw error
    }
  }

  private func take(_ name: String) -> Bool { held.insert(name).inserted }

  private func release(_ name: String) { held.remove(name) }
}
