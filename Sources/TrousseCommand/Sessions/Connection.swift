import AccountVault
import Pronote
import SchoolModel
import WebSession
import WebTransport

/// The way from a command to a school: one HTTP client for as long as the command runs.
enum Connection {
  /// Opens a client, hands it to `body` and shuts it down, whatever happens.
  ///
  /// - Parameter gate: what its requests have to pass; nil for those of an account, which bring their own.
  static func open<Result: Sendable>(
    _ options: GlobalOptions,
    through gate: RequestGate? = nil,
    _ body: (PronoteClient) async throws -> Result
  ) async throws -> Result {
    let console = options.console
    let transport = AsyncHTTPTransport()
    var configuration = PronoteClient.Configuration()
    configuration.deadline = options.stepDeadline
    let traced: any Transport = console.isVerbose ? TracedTransport(transport, console: console) : transport
    let client = PronoteClient(
      transport: gate.map { BudgetedTransport(traced, gate: $0) } ?? traced,
      configuration: configuration
    )
    do {
      let result = try await body(client)
      try? await transport.shutdown()
      return result
    } catch {
      try? await transport.shutdown()
      throw error
    }
  }

  /// Signs in with a password, hands the session to `body` and signs out, whatever happens.
  static func signIn<Result: Sendable>(
    _ login: Login,
    with client: PronoteClient,
    console: Console,
    _ body: (PronoteSession) async throws -> Result
  ) async throws -> Result {
    console.progress("Signing in")
    defer { console.progress(nil) }
    let session: PronoteSession
    switch try await client.signIn(
      school: login.school,
      space: login.space,
      credentials: .password(username: login.username, password: login.password)
    ) {
    case .signedIn(let signedIn): session = signedIn
    case .needsSecondFactor(let factor):
      session = try await SecondFactorAnswers.none.answer(factor, isUnattended: true)
    }
    await warnIfNewer(session)
    do {
      let result = try await body(session)
      await session.signOut()
      return result
    } catch {
      // A server that does not answer would only be waited for once more.
      if !isSilence(error) {
        // A task of its own, because a cancelled one could not send anything.
        await Task { await session.signOut() }.value
      }
      throw error
    }
  }

  /// Tells about a server that is newer than anything known here.
  static func warnIfNewer(_ session: PronoteSession) async {
    guard await session.isServerNewerThanKnown else { return }
    let version = await session.profile.version.printable
    Console.warn("trousse: PRONOTE \(version) is newer than any known here, and is taken for the newest one")
  }

  private static func isSilence(_ error: any Error) -> Bool {
    guard let error = error as? PronoteError else { return false }
    return error.code == .timedOut || error.code == .unreachable
  }
}
