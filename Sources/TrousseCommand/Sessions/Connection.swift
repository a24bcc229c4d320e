import Pronote
import SchoolModel
import WebSession
import WebTransport

/// The way from a command to a school: one HTTP client for as long as the command runs.
enum Connection {
  /// Opens a client, hands it to `body` and shuts it down, whatever happens.
  static func open<Result: Sendable>(
    _ options: GlobalOptions,
    _ body: (PronoteClient) async throws -> Result
  ) async throws -> Result {
    let console = options.console
    let transport = AsyncHTTPTransport()
    var configuration = PronoteClient.Configuration()
    configuration.deadline = options.stepDeadline
    let client = PronoteClient(
      transport: console.isVerbose ? TracedTransport(transport, console: console) : transport,
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

  /// Signs in, hands the session to `body` and signs out, whatever happens.
  static func signIn<Result: Sendable>(
    _ account: Login,
    with client: PronoteClient,
    console: Console,
    _ body: (PronoteSession) async throws -> Result
  ) async throws -> Result {
    console.progress("Signing in")
    defer { console.progress(nil) }
    let step = try await client.signIn(
      school: account.school,
      space: account.space,
      credentials: .password(username: account.username, password: account.password)
    )
    let session: PronoteSession
    switch step {
    case .signedIn(let signedIn): session = signedIn
    case .needsSecondFactor(let factor):
      let actions = factor.actions.map(\.description).joined(separator: ", ")
      throw CommandFailure(
        .needsSecondFactor,
        step: "signIn",
        "the school asks for a second factor (\(actions)), which this version cannot give",
        status: .needsPerson
      )
    }
    if await session.isServerNewerThanKnown {
      let version = await session.profile.version.printable
      Console.warn("trousse: PRONOTE \(version) is newer than any known here, and is taken for the newest one")
    }
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

  private static func isSilence(_ error: any Error) -> Bool {
    guard let error = error as? PronoteError else { return false }
    return error.code == .timedOut || error.code == .unreachable
  }
}
