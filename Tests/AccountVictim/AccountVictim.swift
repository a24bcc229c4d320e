import AccountVault
import Foundation
import Pronote
import SchoolModel
import WebTransport

/// The process that the kill tests kill. Signs in with a stored account, reads a week and signs out, again and again:
///
///     account-victim VAULT ACCOUNT COUNT TRACE [POINT]
///
/// Every point that it comes to becomes a line in the file TRACE; at POINT it kills itself. Ends with 0, with 78 when
/// the account has to be paired again, and with 1 for anything else.
@main enum AccountVictim {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count >= 5, let count = Int(arguments[3]) else { exit(64) }
    do {
      let trace = try Trace(path: arguments[4], lethalPoint: arguments.count > 5 ? arguments[5] : nil)
      try await AsyncHTTPTransport.withTransport { transport in
        try await run(arguments[2], in: arguments[1], count, TracedTransport(base: transport, trace: trace), trace)
      }
      exit(0)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit((error as? PronoteError)?.code == .needsPairing ? 78 : 1)
    }
  }

  private static func run(
    _ id: String,
    in directory: String,
    _ count: Int,
    _ transport: TracedTransport,
    _ trace: Trace
  ) async throws {
    let store = FileCredentialStore(directory: directory, protection: .none) { trace.reach($0, of: $1) }
    var configuration = PronoteClient.Configuration()
    configuration.replaySpacing = .milliseconds(5)
    let client = PronoteClient(transport: transport, configuration: configuration)
    for _ in 0..<count {
      trace.expectLogin()
      guard case .signedIn(let session) = try await client.openSession(of: id, in: AccountVault(store: store), isFresh: true) else {
        throw PronoteError(.needsSecondFactor, "a person is wanted")
      }
      let monday = await session.today.monday
      let timetable = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
      guard !timetable.lessons.isEmpty else { throw PronoteError(.malformedReply, "a week without lessons") }
      await session.signOut()
      trace.write("read")
    }
  }
}
