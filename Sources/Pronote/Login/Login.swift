import PronoteWire
import SchoolModel
import WebSession

/// One way into one school: everything that a run of the login needs.
struct Login: Sendable {
  /// How a run ended.
  enum Result: Sendable {
    case finished(Connection, LoginStateMachine.Outcome)
    case secondFactor(PendingLogin)
  }

  let client: PronoteClient
  let school: School
  let space: AccountSpace
  var credentials: Credentials
  var browserIdentity: String?
  /// Gets every new token.
  var keep: TokenKeeper = { _ in }
  /// Called right before the message that may spend the credentials.
  var willProve: @Sendable () throws -> Void = {}
  /// Called when the account is open, with what the login brought.
  var opened: @Sendable (Connection, LoginStateMachine.Outcome) async throws -> Void = { _, _ in }
  /// Called with what the server refuses in the session, so that budgets know of it.
  var refused: @Sendable (PronoteError) async -> Void = { _ in }
  /// How a session whose connection is over gets another one; nil for running this login again.
  var renew: (@Sendable (Connection) async throws -> Result)?

  /// Fetches the session page and runs the login. Five requests.
  ///
  /// A login of a device can be cancelled until its proof is sent. From then on it goes on within its deadlines: it may
  /// bring a token, which must not get lost.
  func run() async throws -> Result {
    guard credentials.device != nil else { return try await attempt() }
    let gate = ProofGate()
    var login = self
    login.willProve = {
      try gate.pass()
      try willProve()
    }
    let task = Task { [login] in try await login.attempt() }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      if gate.close() { task.cancel() }
    }
  }

  private func attempt() async throws -> Result {
    let isApp = credentials.device != nil
    let browser = client.makeBrowser(isApp: isApp)
    let page: PronoteClient.FetchedPage
    do {
      // What the app sends: "I am registered, show me no central sign-in" (session document 2.3).
      if isApp { await browser.setCookie(name: "appliMobile", value: "1", for: try school.address("")) }
      if case .portal(let ticket, _) = credentials {
        page = try await client.sessionPage(opening: ticket, with: browser)
      } else {
        page = try await client.sessionPage(of: school, space: space, isApp: isApp, with: browser)
      }
    } catch {
      throw PronoteError.describing(error, step: "session page", host: school.host)
    }
    let conclusion = page.evidence.conclusion
    let start = page.evidence.start
    let connection = Connection(
      browser: browser,
      school: school,
      configuration: client.configuration,
      channel: ClientChannel(session: start.session, space: start.space, conclusion: conclusion),
      refused: refused
    )
    let machine = LoginStateMachine(
      start: start,
      credentials: credentials,
      seed: client.configuration.randomBytes(16),
      isDialectCertain: !conclusion.isGuess,
      now: client.configuration.date
    )
    let stop = try await connection.signIn(
      machine,
      browserIdentity: browserIdentity,
      keep: keep,
      willProve: willProve
    )
    switch stop.next {
    case .finished(let outcome): return .finished(connection, outcome)
    case .secondFactor(let demand):
      return .secondFactor(
        PendingLogin(login: self, connection: connection, machine: stop.machine, demand: demand)
      )
    case .call, .keep: preconditionFailure("a login stops at an outcome")
    }
  }
}
