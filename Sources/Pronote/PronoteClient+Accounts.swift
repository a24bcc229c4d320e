public import AccountVault
import Foundation
public import SchoolModel
import Synchronization
import WebSession

extension PronoteClient {
  /// A device that was paired, and where its first login stands.
  public struct Pairing: Sendable {
    /// The id of the stored account.
    public var account: String
    /// The session, or what is still wanted from a person. The account is stored either way.
    public var step: LoginStep
  }

  /// Pairs this device with an account and stores it in a vault, as an app token. Five requests, one login; twelve requests
  /// and two logins with a portal's ticket.
  ///
  /// No password is stored. An account that is stored already (same school, space and user name) keeps its id.
  ///
  /// - Parameters:
  ///   - credentials: ``Credentials/pairing(username:password:device:)``, ``Credentials/pairingCode(_:device:)`` or
  ///     ``Credentials/portal(_:device:)``.
  ///   - id: the stored account whose broken credentials are replaced; everything hung on its id stays.
  ///   - budgets: whose logins this counts as.
  /// - Throws: ``PronoteError`` as ``signIn(school:space:credentials:browserIdentity:keep:)``, and with code
  ///   `needsPairing` when the school gave no token; `VaultError`; `BudgetError`.
  public func pair(
    school: School,
    space: AccountSpace,
    credentials: Credentials,
    in vault: AccountVault,
    replacing id: String? = nil,
    budgets: [RequestBudget] = []
  ) async throws -> Pairing {
    let budget = try LoginBudget(budgets, school: school)
    var credentials = credentials
    if case .portal(_, let device) = credentials {
      let code = try await pairingCode(school: school, space: space, credentials: credentials, budget: budget)
      credentials = .pairingCode(code, device: device)
    }
    let keeper = AccountKeeper(
      vault: vault,
      school: school,
      space: space,
      username: credentials.username,
      id: nil,
      replaces: id,
      now: configuration.date
    )
    var login = Login(client: self, school: school, space: space, credentials: credentials)
    attach(keeper, budget, to: &login)
    let step = try await budget.counted { [login] in try await self.step(of: login) }
    guard let account = await keeper.id else {
      if case .signedIn(let session) = step { await session.signOut() }
      if case .needsSecondFactor(let factor) = step { await factor.cancel() }
      throw PronoteError(
        .needsPairing,
        "the school signed in but gave no app token, so that nothing can be stored",
        facts: .init(step: "Authentification", host: school.host)
      )
    }
    if case .needsSecondFactor(let factor) = step { try await keeper.waits(factor.summary) }
    return Pairing(account: account, step: step)
  }

  /// Signs in with a stored account. Five requests, one login.
  ///
  /// The account is locked meanwhile: another process that uses it waits. The token that comes back is on the disk
  /// before anything else happens. After a login that did not end cleanly the previous token is tried, once, when the
  /// newest is refused.
  ///
  /// - Parameters:
  ///   - budgets: whose logins this counts as.
  ///   - isUnattended: whether nobody watches: nothing is sent at night and in the school's holidays then, as the
  ///     limits of the vault say.
  /// - Throws: ``PronoteError`` with code `needsPairing` when the device has to be paired again, or as
  ///   ``signIn(school:space:credentials:browserIdentity:keep:)``; `VaultError`; `BudgetError`.
  public func signIn(
    account id: String,
    in vault: AccountVault,
    budgets: [RequestBudget] = [],
    isUnattended: Bool = false
  ) async throws -> LoginStep {
    try await vault.withLogin(id: id) { lease in
      if isUnattended { try await checkRest(lease.account, limits: vault.budgetLimits()) }
      return try await step(of: try await storedLogin(id, in: vault, lease: lease, budgets: budgets), lease: lease)
    }
  }

  private func checkRest(_ account: StoredAccount, limits: BudgetLimits) throws {
    let isExempt = try School(url: account.details.school).address("").isLoopback && !limits.appliesToLoopback
    if !isExempt, let rest = account.rest(at: configuration.date(), limits: limits) { throw rest }
  }

  private struct StoredLogin {
    var login: Login
    var keeper: AccountKeeper
    var budget: LoginBudget
  }

  private func storedLogin(
    _ id: String,
    in vault: AccountVault,
    lease: LoginLease,
    budgets: [RequestBudget]
  ) async throws -> StoredLogin {
    let account = await lease.account
    let details = account.details
    let school = try School(url: details.school, timeZone: TimeZone(identifier: details.timeZone))
    if account.journal.state == .needsPairing {
      throw PronoteClient.needsPairing(account.journal.lastOutcome ?? "the token was refused", school: school)
    }
    let space = AccountSpace(named: details.space) ?? AccountSpace(rawValue: details.space)
    let keeper = AccountKeeper(
      vault: vault,
      school: school,
      space: space,
      username: details.username,
      id: id,
      replaces: nil,
      now: configuration.date
    )
    let budget = try LoginBudget(budgets, school: school)
    await keeper.use(lease)
    let token = AppToken(login: details.username, token: account.token, device: AppDevice(id: account.deviceID))
    var login = Login(client: self, school: school, space: space, credentials: .appToken(token))
    login.browserIdentity = account.browserIdentity
    attach(keeper, budget, to: &login)
    login.renew = {
      // The session forgets its keeper's lease: a renewal is a login of its own.
      try await vault.withLogin(id: id) { lease in
        try await run(try await storedLogin(id, in: vault, lease: lease, budgets: budgets), lease: lease)
      }
    }
    return StoredLogin(login: login, keeper: keeper, budget: budget)
  }

  private func attach(_ keeper: AccountKeeper, _ budget: LoginBudget, to login: inout Login) {
    login.refused = { await budget.note($0) }
    login.keep = { try await keeper.keep($0) }
    login.willProve = { keeper.hasProven.withLock { $0 = true } }
    login.opened = { try await keeper.opened($0, browserIdentity: $1) }
  }

  private func step(of stored: StoredLogin, lease: LoginLease) async throws -> LoginStep {
    switch try await run(stored, lease: lease) {
    case .finished(let connection, let outcome):
      return .signedIn(try await PronoteSession.open(login: stored.login, connection: connection, outcome: outcome))
    case .secondFactor(let pending):
      let factor = SecondFactor(login: pending)
      try await stored.keeper.waits(factor.summary)
      await stored.keeper.use(nil)
      return .needsSecondFactor(factor)
    }
  }

  /// Runs the login with each token that may be the right one, and writes down how it went.
  private func run(_ stored: StoredLogin, lease: LoginLease) async throws -> Login.Result {
    let login = stored.login
    let before = await lease.account.journal.state
    var refusal: PronoteError?
    for token in await lease.candidates {
      var attempt = login
      attempt.credentials = .appToken(
        AppToken(login: login.credentials.username, token: token, device: login.credentials.device ?? AppDevice())
      )
      do {
        return try await stored.budget.counted { [attempt] in
          try await lease.begin(at: configuration.date())
          return try await attempt.run()
        }
      } catch let error as BudgetError {
        // Nothing was begun. A token that was tried before does not count as refused until its successor was, too.
        throw error
      } catch let error as PronoteError where error.code == .wrongCredentials {
        refusal = error
      } catch {
        // Until the proof was sent the token cannot have been spent: the account stands where it stood.
        let isClean = refusal == nil && !stored.keeper.hasProven.withLock { $0 }
        let state = isClean ? before : .loginStarted
        try? await lease.abandon(PronoteClient.outcome(of: error), state: state, at: configuration.date())
        throw error
      }
    }
    let said = refusal?.message ?? "the token was refused"
    try await lease.abandon(said, state: .needsPairing, at: configuration.date())
    throw PronoteClient.needsPairing(said, school: login.school, cause: refusal)
  }

  private static func outcome(of error: any Error) -> String {
    (error as? PronoteError)?.code.rawValue ?? "\(type(of: error))"
  }

  private static func needsPairing(_ said: String, school: School, cause: (any Error)? = nil) -> PronoteError {
    PronoteError(
      .needsPairing,
      "this device has to be paired again: \(said)",
      facts: .init(step: "Authentification", host: school.host),
      cause: cause
    )
  }
}

extension SecondFactor {
  /// What is wanted, in one line.
  public var summary: String { steps.map(\.description).joined(separator: ", ") }
}
