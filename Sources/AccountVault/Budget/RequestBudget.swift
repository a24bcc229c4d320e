import Foundation

/// What every request of an account, or to a host, has to pass. Kept in the vault, so that a new process goes on with
/// what an earlier one used. ``RequestGate`` asks those that apply.
///
/// A request or a login costs a lock and a small file, and no synchronisation of the disk: after a power cut the state may
/// be a few requests behind. A hold is on the disk before it is obeyed.
package actor RequestBudget {
  /// Whose budget it is: `host x`, `account y`.
  package nonisolated let name: String
  /// The host whose budget it is; nil for an account's.
  package nonisolated let host: String?
  /// What it allows.
  package nonisolated let limits: BudgetLimits

  private let store: any CredentialStore
  private let clock: BudgetClock

  /// The budget of that name in a store.
  package init(
    name: String,
    host: String? = nil,
    limits: BudgetLimits,
    store: any CredentialStore,
    clock: BudgetClock
  ) {
    self.name = name
    self.host = host
    self.limits = limits
    self.store = store
    self.clock = clock
  }

  /// Lets one request pass, after waiting for its turn: the spacing, at most.
  ///
  /// - Parameter isSpaced: whether it keeps its distance to the one before.
  /// - Returns: whether the network failed last.
  /// - Throws: ``BudgetError`` with `retryAfter`; `VaultError`.
  @discardableResult
  package func admitRequest(isSpaced: Bool) async throws -> Bool {
    let (wait, hasTrouble) = try await change { state, now, limits, _ in
      (try state.admitRequest(now: now, limits: limits, isSpaced: isSpaced), state.hasTrouble)
    }
    if wait > 0 { try await clock.sleep(.milliseconds(Int(wait * 1000))) }
    return hasTrouble
  }

  /// Whether ``admitRequest(isSpaced:)`` would let a request pass. Counts nothing.
  ///
  /// - Throws: as there.
  package func checkRequest() async throws {
    try await rehearse { _ = try $0.admitRequest(now: $1, limits: $2, isSpaced: false) }
  }

  /// What a login is worth nothing without: its five requests, and one to read something.
  package static let requestsOfLogin = 6

  /// Lets one login begin, if its requests could be sent now. They are counted when they are.
  ///
  /// - Throws: ``BudgetError`` with `retryAfter`; `VaultError`.
  package func admitLogin() async throws {
    try await change { state, now, limits, _ in
      try state.admitLogin(of: RequestBudget.requestsOfLogin, now: now, limits: limits)
    }
  }

  /// Whether ``admitLogin()`` would let a login begin. Counts nothing.
  ///
  /// - Throws: as there.
  package func checkLogin() async throws {
    try await rehearse { try $0.admitLogin(of: RequestBudget.requestsOfLogin, now: $1, limits: $2) }
  }

  /// A login was refused. Returns how many more may fail today.
  @discardableResult
  package func noteFailedLogin() async throws -> Int {
    try await change { state, now, limits, _ in
      state.noteFailedLogin(now: now)
      return max(0, limits.failedLoginsPerDay - state.failedLogins.count)
    }
  }

  /// The network or the server is in trouble: wait, longer each time in a row.
  package func noteTrouble() async throws {
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
  package func noteRateLimit() async throws {
    try await change { state, now, limits, jitter in
      state.noteRateLimit(
        "the server said that there were too many requests",
        from: limits.rateLimitBackOff,
        to: limits.hold * 4,
        now: now,
        jitter: jitter
      )
    }
  }

  /// An answer came: the next trouble of the network is the first one again.
  package func noteAnswer() async throws {
    try await change { state, _, _, _ in state.noteAnswer() }
  }

  /// A login came to its end: whatever went wrong before is forgotten.
  package func noteSuccess() async throws {
    try await change { state, _, _, _ in state.noteSuccess() }
  }

  /// The server suspended the address.
  package func noteBan() async throws {
    try await change { state, now, limits, _ in
      state.hold(limits.hold, reason: "the server suspended this address", now: now)
    }
  }

  /// What is used. Changes nothing.
  package func report() async throws -> BudgetReport {
    let now = clock.now()
    var state = try await state(now)
    state.settle(now: now, limits: limits)
    return BudgetReport(
      name: name,
      limits: limits,
      inRow: Int(state.inRow.rounded(.up)),
      requestsOfHour: state.requestsOfHour(now: now),
      requests: state.requestsToday,
      logins: state.logins.count,
      failedLogins: state.failedLogins.count,
      holdUntil: state.isOnHold(now) ? Date(timeIntervalSince1970: state.holdUntil) : nil,
      holdReason: state.isOnHold(now) ? state.holdReason : nil
    )
  }

  /// Does something to a copy of the stored state.
  private func rehearse(_ body: (inout BudgetState, Double, BudgetLimits) throws -> Void) async throws {
    let now = clock.now()
    var state = try await state(now)
    try body(&state, now, limits)
  }

  /// Changes the stored state while no other process does. What throws changes nothing.
  @discardableResult
  private func change<Result: Sendable>(
    _ body: @escaping @Sendable (inout BudgetState, Double, BudgetLimits, Double) throws -> Result
  ) async throws -> Result {
    try await store.withLock(on: "budget " + name, deadline: .seconds(20)) {
      let now = clock.now()
      var state = try await state(now)
      let before = state
      let result = try body(&state, now, limits, clock.jitter())
      guard state != before else { return result }
      // What was written last must not be older than a hold that is in force.
      let durability: WriteDurability = state.isOnHold(now) ? .powerCut : .process
      try await store.saveBudgetState(Array(JSONEncoder().encode(state)), for: name, surviving: durability)
      return result
    }
  }

  /// The stored state; a fresh one that has used up its burst when the stored one cannot be read.
  private func state(_ now: Double) async throws -> BudgetState {
    guard let bytes = try await store.budgetState(for: name) else { return BudgetState(now: now) }
    return (try? JSONDecoder().decode(BudgetState.self, from: Data(bytes))) ?? .careful(now: now, limits: limits)
  }
}
