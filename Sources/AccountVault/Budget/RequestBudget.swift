import Foundation

/// What every request of an account, or to a host, has to pass. Kept in the vault, so that a new process goes on with
/// what an earlier one used.
public actor RequestBudget {
  /// Whose budget it is.
  public nonisolated let name: String
  /// What it allows.
  public nonisolated let limits: BudgetLimits

  private let store: any CredentialStore
  private let now: @Sendable () -> Double
  private let sleep: @Sendable (Duration) async throws -> Void
  private let jitter: @Sendable () -> Double

  /// The budget of that name in a store.
  public init(name: String, limits: BudgetLimits = .standard, store: any CredentialStore) {
    self.init(
      name: name,
      limits: limits,
      store: store,
      now: { Date().timeIntervalSince1970 },
      sleep: { try await Task.sleep(for: $0) },
      jitter: { .random(in: 0...1) }
    )
  }

  package init(
    name: String,
    limits: BudgetLimits,
    store: any CredentialStore,
    now: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    jitter: @escaping @Sendable () -> Double
  ) {
    self.name = name
    self.limits = limits.bounded
    self.store = store
    self.now = now
    self.sleep = sleep
    self.jitter = jitter
  }

  /// Lets one request pass, after waiting for its turn: the spacing, at most.
  ///
  /// - Throws: ``BudgetError`` with `retryAfter`; `VaultError`.
  public func admitRequest() async throws {
    let wait = try await change { state, now, limits, _ in try state.admitRequest(now: now, limits: limits) }
    if wait > 0 { try await sleep(.milliseconds(Int(wait * 1000))) }
  }

  /// What a login is worth nothing without: its five requests, and one to read something.
  public static let requestsOfLogin = 6

  /// Lets one login begin, if its requests could be sent now. They are counted when they are.
  ///
  /// - Parameter count: the requests without which the login is worth nothing.
  /// - Throws: ``BudgetError`` with `retryAfter`; `VaultError`.
  public func admitLogin(of count: Int = RequestBudget.requestsOfLogin) async throws {
    try await change { state, now, limits, _ in try state.admitLogin(of: count, now: now, limits: limits) }
  }

  /// Whether ``admitLogin(of:)`` would let a login begin. Counts nothing.
  ///
  /// - Parameter count: as there.
  /// - Throws: ``BudgetError`` with `retryAfter`; `VaultError`.
  public func checkLogin(of count: Int = RequestBudget.requestsOfLogin) async throws {
    let now = now()
    var state = try await state(now)
    try state.admitLogin(of: count, now: now, limits: limits)
  }

  /// A login was refused.
  public func noteFailedLogin() async throws {
    try await change { state, now, _, _ in state.noteFailedLogin(now: now) }
  }

  /// The network or the server is in trouble: wait, longer each time in a row.
  public func noteTrouble() async throws {
    try await change { state, now, limits, jitter in
      state.noteTrouble(
        "the server could not be reached",
        from: limits.backOff,
        to: limits.hold,
        now: now,
        jitter: jitter
      )
    }
  }

  /// The server said that there were too many requests: wait, longer each time in a row.
  public func noteRateLimit() async throws {
    try await change { state, now, limits, jitter in
      state.noteTrouble(
        "the server said that there were too many requests",
        from: limits.rateLimitBackOff,
        to: limits.hold * 4,
        now: now,
        jitter: jitter
      )
    }
  }

  /// An answer came: the next trouble is the first one again.
  public func noteSuccess() async throws {
    try await change { state, _, _, _ in state.noteSuccess() }
  }

  /// The server suspended the address.
  public func noteBan() async throws {
    try await change { state, now, limits, _ in
      state.hold(limits.hold, reason: "the server suspended this address", now: now)
    }
  }

  /// What is used. Changes nothing.
  public func report() async throws -> BudgetReport {
    let now = now()
    let state = try await state(now)
    return BudgetReport(
      name: name,
      limits: limits,
      requests: state.requestsToday,
      logins: state.logins.count,
      failedLogins: state.failedLogins.count,
      holdUntil: state.holdUntil > now ? Date(timeIntervalSince1970: state.holdUntil) : nil,
      holdReason: state.holdUntil > now ? state.holdReason : nil
    )
  }

  /// Changes the stored state while no other process does. What throws changes nothing.
  @discardableResult
  private func change<Result: Sendable>(
    _ body: @escaping @Sendable (inout BudgetState, Double, BudgetLimits, Double) throws -> Result
  ) async throws -> Result {
    try await store.withLock(on: "budget " + name, deadline: .seconds(20)) {
      let now = now()
      var state = try await state(now)
      let result = try body(&state, now, limits, jitter())
      try await store.saveBudgetState(Array(JSONEncoder().encode(state)), for: name)
      return result
    }
  }

  /// The stored state; a fresh one that has used up its burst when the stored one cannot be read.
  private func state(_ now: Double) async throws -> BudgetState {
    guard let bytes = try await store.budgetState(for: name) else { return BudgetState(now: now, limits: limits) }
    if let state = try? JSONDecoder().decode(BudgetState.self, from: Data(bytes)) { return state }
    var careful = limits
    careful.burst = 1
    return BudgetState(now: now, limits: careful)
  }
}
