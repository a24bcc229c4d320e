import Foundation
import Synchronization
package import WebSession

/// What every request for an account has to pass: the budget of the school's host, the one of the account, and the
/// school's rests. Comes from ``AccountVault/gate(to:for:in:isUnattended:)``.
public final class RequestGate: Sendable {
  /// The requests of a login are one burst, as the official client sends them: no spacing between them, and a night that
  /// begins in the middle does not stop them.
  @TaskLocal private static var isInLogin = false

  private let budgets: [RequestBudget]
  private let limits: BudgetLimits
  private let isUnattended: Bool
  private let clock: BudgetClock
  private let account: Mutex<StoredAccount?>
  /// The zone of a school whose calendar is not known yet: it has a night, too.
  private let zone: TimeZone?

  init(
    budgets: [RequestBudget],
    limits: BudgetLimits,
    account: StoredAccount?,
    zone: TimeZone? = nil,
    isUnattended: Bool,
    clock: BudgetClock
  ) {
    self.budgets = budgets
    self.limits = limits
    self.isUnattended = isUnattended
    self.clock = clock
    self.account = Mutex(account)
    self.zone = zone
  }

  /// What is known of the account now: its last success and its calendar decide about rests.
  package func update(_ account: StoredAccount) {
    self.account.withLock { $0 = account }
  }

  /// Seconds without a request after which a kept session is given up (``BudgetLimits/sessionSilence``).
  package var sessionSilence: Double { limits.sessionSilence }

  private func applies(to address: WebAddress) -> Bool {
    limits.appliesToLoopback || !address.isLoopback
  }

  // MARK: - Requests

  /// Lets a request pass, after waiting for its turn. What one budget refuses counts in none.
  ///
  /// - Returns: whether the network failed before it, so that its answer is worth noting.
  /// - Throws: ``BudgetError``, the one that holds the longest; ``VaultError``.
  func admit(_ address: WebAddress) async throws -> Bool {
    guard applies(to: address) else { return false }
    if !RequestGate.isInLogin { try checkRest() }
    try await checkAll { try await $0.checkRequest() }
    var hasTrouble = false
    for budget in budgets {
      let isTroubled = try await budget.admitRequest(isSpaced: isUnattended && !RequestGate.isInLogin)
      hasTrouble = hasTrouble || isTroubled
    }
    return hasTrouble
  }

  /// Asks every budget before one of them counts.
  private func checkAll(_ check: (RequestBudget) async throws -> Void) async throws {
    var longest: BudgetError?
    for budget in budgets {
      do {
        try await check(budget)
      } catch var error as BudgetError {
        if longest.map({ $0.date >= error.date }) ?? false { continue }
        // Whose limit it is: that of the host counts what all accounts do.
        if let host = budget.host { error.message += " (all accounts at \(host) together)" }
        longest = error
      }
    }
    if let longest { throw longest }
  }

  /// Tells every budget about a request to an address: ``RequestBudget/noteTrouble()`` and its likes.
  func note(_ address: WebAddress, _ note: (RequestBudget) async throws -> Void) async throws {
    guard applies(to: address) else { return }
    for budget in budgets { try await note(budget) }
  }

  /// Throws while the school rests and the program is unattended.
  private func checkRest() throws {
    guard isUnattended else { return }
    let now = Date(timeIntervalSince1970: clock.now())
    let account = account.withLock { $0 }
    let rest = account.map { $0.rest(at: now, limits: limits) } ?? zone.flatMap { limits.night(at: now, in: $0) }
    if let rest { throw rest }
  }

  // MARK: - Logins

  /// How a login ended that the server refused.
  package enum Refusal: Sendable {
    /// A wrong password, token or code.
    case credentials
    /// Too many attempts.
    case rateLimit
    /// A ban.
    case ban
  }

  /// Runs a login that all budgets allow, as one burst, counts it, and notes how it ended.
  ///
  /// - Parameters:
  ///   - address: an address of the school.
  ///   - refusal: what an error says about the budgets; nil for nothing.
  ///   - note: changes an error that is about to be thrown, with the number of logins that may still fail today.
  /// - Throws: ``BudgetError`` before `body` is called, when nothing was counted or sent; what `body` throws.
  package func login<Result: Sendable>(
    at address: WebAddress,
    refusal: (any Error) -> Refusal?,
    note: (any Error, Int) -> any Error = { error, _ in error },
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    let isExempt = !applies(to: address)
    if !isExempt {
      try checkRest()
      try await checkAll { try await $0.checkLogin() }
      for budget in budgets { try await budget.admitLogin() }
    }
    do {
      let result = try await RequestGate.$isInLogin.withValue(true) { try await body() }
      // A store that cannot be written to does not undo a login.
      if !isExempt { for budget in budgets { try? await budget.noteSuccess() } }
      return result
    } catch {
      guard !isExempt else { throw error }
      let left = await self.note(refusal(error))
      throw left.map { note(error, $0) } ?? error
    }
  }

  /// Notes what the server said. A store that cannot be written to does not hide it.
  ///
  /// - Returns: how many logins may still fail today, after one that did.
  private func note(_ refusal: Refusal?) async -> Int? {
    var left: Int?
    for budget in budgets {
      switch refusal {
      case .credentials:
        if let more = try? await budget.noteFailedLogin() { left = min(left ?? more, more) }
      case .rateLimit: try? await budget.noteRateLimit()
      case .ban: try? await budget.noteBan()
      case nil: break
      }
    }
    return left
  }

  /// Notes what the server said in a session; that of a login is noted at its end.
  package func note(_ refusal: Refusal, at address: WebAddress) async {
    if applies(to: address), !RequestGate.isInLogin { _ = await note(refusal) }
  }
}
