import PronoteWire
import SchoolModel
import WebSession

/// One way into one school, repeatable: what a session needs to renew itself.
struct Login: Sendable {
  /// How a run ended.
  enum Result: Sendable {
    case finished(Connection, LoginStateMachine.Outcome)
    case secondFactor([Int])
  }

  let client: PronoteClient
  let school: School
  let space: AccountSpace
  let credentials: Credentials

  /// Fetches the session page and runs the login. Five requests.
  func run() async throws -> Result {
    let browser = client.makeBrowser()
    let page: PronoteClient.FetchedPage
    do {
      page = try await client.sessionPage(of: school, space: space, with: browser)
    } catch {
      throw PronoteError.describing(error, step: "session page", host: school.host)
    }
    let conclusion = page.evidence.conclusion
    let start = page.evidence.start
    let connection = Connection(
      browser: browser,
      school: school,
      configuration: client.configuration,
      channel: ClientChannel(session: start.session, space: start.space, conclusion: conclusion)
    )
    let machine = LoginStateMachine(
      start: start,
      credentials: credentials,
      seed: client.configuration.randomBytes(16),
      isDialectCertain: !conclusion.isGuess
    )
    switch try await connection.signIn(machine, browserIdentity: nil) {
    case .finished(let outcome): return .finished(connection, outcome)
    case .secondFactor(let actions): return .secondFactor(actions)
    case .call: preconditionFailure("a login ends with an outcome")
    }
  }
}
