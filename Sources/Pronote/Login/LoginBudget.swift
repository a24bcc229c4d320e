import AccountVault
import WebSession

/// The request budgets that the logins and sessions of one account have to pass.
struct LoginBudget: Sendable {
  private let budgets: [RequestBudget]

  /// The budgets that apply to a school: those that exempt servers on this machine do not apply to one.
  init(_ budgets: [RequestBudget], school: School) throws {
    let isLoopback = try school.address("").isLoopback
    self.budgets = budgets.filter { !isLoopback || $0.limits.appliesToLoopback }
  }

  /// Runs a login that all budgets allow, counts it, and notes how it ended.
  ///
  /// - Throws: `BudgetError` before anything was counted or sent; what `body` throws.
  func counted<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
    for budget in budgets { try await budget.checkLogin() }
    for budget in budgets { try await budget.admitLogin() }
    do {
      let result = try await body()
      for budget in budgets { try await budget.noteSuccess() }
      return result
    } catch let error as PronoteError {
      await note(error)
      throw error
    }
  }

  /// Notes what the server said. A store that cannot be written to does not hide it.
  func note(_ error: PronoteError) async {
    for budget in budgets {
      switch error.code {
      case .wrongCredentials, .pairingRefused: try? await budget.noteFailedLogin()
      case .suspended: try? await budget.noteBan()
      // A status of HTTP was noted where it arrived (`BudgetedTransport`).
      case .rateLimited where error.facts.httpStatus != 429: try? await budget.noteRateLimit()
      default: break
      }
    }
  }
}
