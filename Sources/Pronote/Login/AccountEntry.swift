import AccountVault
import Foundation
import PronoteWire
import SchoolModel
import Synchronization
import WebSession

/// The way into one stored account: its kept session, or a login with its token.
///
/// The account is locked by the lease that its functions are given.
struct AccountEntry: Sendable {
  private let client: PronoteClient
  private let gate: RequestGate
  private let school: School
  private let space: AccountSpace
  private let keeper: AccountKeeper
  private let login: Login

  /// - Parameter client: one whose requests pass no gate yet.
  init(
    _ client: PronoteClient,
    to account: StoredAccount,
    in vault: AccountVault,
    isUnattended: Bool
  ) async throws {
    let details = account.details
    school = try School(url: details.school, timeZone: TimeZone(identifier: details.timeZone))
    space = AccountSpace(named: details.space) ?? AccountSpace(rawValue: details.space)
    gate = try await vault.gate(to: school.host, for: account, isUnattended: isUnattended)
    let gated = client.behind(gate)
    self.client = gated
    keeper = AccountKeeper(
      vault: vault,
      school: school,
      space: space,
      username: details.username,
      target: .stored(account.id),
      gate: gate,
      now: client.configuration.date
    )
    let device = AppDevice(id: account.deviceID)
    let token = AppToken(login: details.username, token: account.token, device: device)
    var login = Login(client: gated, school: school, space: space, credentials: .appToken(token))
    login.browserIdentity = account.browserIdentity
    try login.report(to: keeper, gate)
    login.renew = { over in
      try await AccountEntry.renewed(over, client, account.id, in: vault, isUnattended: isUnattended)
    }
    self.login = login
  }

  /// The kept session, or what a login comes to. Five requests, or none.
  func open(_ lease: AccountLease, isFresh: Bool) async throws -> LoginStep {
    if !isFresh, let session = try await keptSession(lease) { return .signedIn(session) }
    switch try await settled(run(lease), lease) {
    case .finished(let connection, let outcome):
      return .signedIn(PronoteSession(login: login, connection: connection, outcome: outcome))
    case .secondFactor(let pending): return .needsSecondFactor(SecondFactor(login: pending))
    }
  }

  /// The kept session, if there is one. No request.
  func keptSession(_ lease: AccountLease) async throws -> PronoteSession? {
    guard let kept = try await kept(lease, unlessOf: nil) else { return nil }
    return PronoteSession(login: login, connection: kept.connection, outcome: kept.outcome)
  }

  /// Another connection in place of one that is over: that of the session which another process opened meanwhile, or that of
  /// a login of its own. Five requests, or none.
  static func renewed(
    _ over: Connection,
    _ client: PronoteClient,
    _ id: String,
    in vault: AccountVault,
    isUnattended: Bool
  ) async throws -> Login.Result {
    let old = await over.shelf?.login
    return try await vault.withLease(on: id) { lease in
      let entry = try await AccountEntry(client, to: await lease.account, in: vault, isUnattended: isUnattended)
      if let kept = try await entry.kept(lease, unlessOf: old) { return .finished(kept.connection, kept.outcome) }
      return try await entry.settled(entry.run(lease), lease)
    }
  }

  /// Writes down how a login ended: the session is kept, or a person has to go on.
  private func settled(_ result: Login.Result, _ lease: AccountLease) async throws -> Login.Result {
    switch result {
    case .finished(let connection, let outcome): try await login.opened(connection, outcome)
    case .secondFactor(let pending):
      try await keeper.waits(SecondFactor(login: pending).summary)
      await keeper.use(nil)
    }
    return result
  }

  // MARK: - The kept session

  private struct Kept: Sendable {
    var connection: Connection
    var outcome: LoginStateMachine.Outcome
  }

  /// The kept session, if the server can be expected to know it still. No request.
  ///
  /// - Parameter login: the login whose session is over.
  private func kept(_ lease: AccountLease, unlessOf login: Int?) async throws -> Kept? {
    let account = await lease.account
    guard let session = try await lease.session(), session.login != login,
      session.isYoung(at: client.configuration.date(), silence: gate.sessionSilence),
      let contents = SessionContents(session.directory.reveal()), contents.root == school.root,
      contents.space == space.name, let outcome = contents.outcome(opened: session.opened),
      let state = try? SessionState(session.state.reveal()), let channel = ClientChannel(state.channel)
    else { return nil }
    let connection = Connection(
      browser: client.makeBrowser(userAgent: contents.userAgent, cookies: state.cookies),
      school: school,
      configuration: client.configuration,
      channel: channel,
      contents: contents,
      shelf: await keeper.shelf(of: account.id, login: session.login),
      refused: self.login.refused
    )
    // The process that signed in was killed before it could write down that it had.
    if account.journal.state == .loginStarted { try await keeper.finish(lease, outcome) }
    return Kept(connection: connection, outcome: outcome)
  }

  // MARK: - The login

  /// Runs the login with each token that may be the right one, and writes down how it failed.
  private func run(_ lease: AccountLease) async throws -> Login.Result {
    let account = await lease.account
    let before = account.journal.state
    if before == .needsPairing {
      throw PronoteError.needsPairing(account.journal.lastOutcome ?? "the token was refused", school: school)
    }
    await keeper.use(lease)
    var refusal: PronoteError?
    for token in await lease.candidates {
      let logins = await lease.account.journal.logins
      var attempt = login
      attempt.credentials = .appToken(
        AppToken(login: account.details.username, token: token, device: AppDevice(id: account.deviceID))
      )
      do {
        return try await client.counted(gate, at: school) { [attempt] in
          try await lease.begin(at: client.configuration.date())
          return try await attempt.run()
        }
      } catch let error as PronoteError where error.code == .wrongCredentials {
        refusal = error
      } catch {
        // A login that the budgets did not let begin. A token that was tried before does not count as refused until its
        // successor was, too.
        if error is BudgetError, await lease.account.journal.logins == logins { throw error }
        // Until the proof was sent the token cannot have been spent: the account stands where it stood.
        let isClean = refusal == nil && !keeper.hasProven.withLock { $0 }
        let outcome = (error as? PronoteError)?.code.rawValue ?? "\(type(of: error))"
        try? await lease.abandon(
          outcome,
          state: isClean ? before : .loginStarted,
          at: client.configuration.date()
        )
        throw error
      }
    }
    let said = refusal?.message ?? "the token was refused"
    try await lease.abandon(said, state: .needsPairing, at: client.configuration.date())
    throw PronoteError.needsPairing(said, school: school, cause: refusal)
  }
}

extension Login {
  /// Tells a keeper what happens in this login, and a gate what the server refuses in its session.
  mutating func report(to keeper: AccountKeeper, _ gate: RequestGate) throws {
    let address = try school.address("")
    refused = { if let refusal = RequestGate.Refusal($0) { await gate.note(refusal, at: address) } }
    keep = { try await keeper.keep($0) }
    willProve = { keeper.hasProven.withLock { $0 = true } }
    opened = { try await keeper.opened($0, $1) }
  }
}

extension PronoteClient {
  /// This client, its requests through a gate.
  func behind(_ gate: RequestGate) -> PronoteClient {
    PronoteClient(transport: BudgetedTransport(transport, gate: gate), configuration: configuration)
  }

  /// Runs a login that the budgets allow, and notes how it ended.
  func counted<Result: Sendable>(
    _ gate: RequestGate,
    at school: School,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    try await gate.login(
      at: school.address(""),
      refusal: { ($0 as? PronoteError).flatMap { RequestGate.Refusal($0) } },
      note: { error, left in
        guard var error = error as? PronoteError else { return error }
        error.facts.failedLoginsLeft = left
        return error
      },
      body
    )
  }
}

extension RequestGate.Refusal {
  /// What an error says about the budgets; nil for nothing.
  init?(_ error: PronoteError) {
    switch error.code {
    case .wrongCredentials, .pairingRefused: self = .credentials
    // A status of HTTP was noted where it arrived (`BudgetedTransport`).
    case .rateLimited where error.facts.httpStatus != 429: self = .rateLimit
    case .suspended: self = .ban
    default: return nil
    }
  }
}

extension PronoteError {
  /// The stored token is of no use any more.
  static func needsPairing(_ said: String, school: School, cause: (any Error)? = nil) -> PronoteError {
    PronoteError(
      .needsPairing,
      "this device has to be paired again: \(said)",
      facts: .init(step: "Authentification", host: school.host),
      cause: cause
    )
  }

  /// Credentials that are not those of the account that they were to replace.
  static func anotherAccount(_ said: String) -> PronoteError {
    PronoteError(.anotherAccount, "these credentials are of another account: \(said)", facts: .init(step: "account"))
  }
}
