import AccountVault
import Foundation
import Pronote
import SchoolModel
import SchoolTesting
import TestStores
import WebSession
import WebTransport

/// The process that the kill tests kill. It uses a stored account again and again:
///
///     account-victim signs-in VAULT ACCOUNT COUNT TRACE [POINT]    signs in, reads a week and signs out
///     account-victim goes-on VAULT ACCOUNT COUNT TRACE [POINT]     opens the account, whatever is kept, and reads a week
///     account-victim stays VAULT ACCOUNT COUNT TRACE [POINT]       opens it once, and reads so many weeks
///     account-victim writes STORE                                  writes into a store of its own without an end
///
/// Every point that it comes to becomes a line in the file TRACE; at POINT it kills itself. Ends with 0, with 78 when
/// the account has to be paired again, and with 1 for anything else.
@main enum AccountVictim {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      if arguments.first == "writes", arguments.count == 2, let path = arguments.last {
        try await KilledStoreConformance.writeForever(to: PropertyListStore(path: path)) { line in
          FileHandle.standardOutput.write(Data("\(line)\n".utf8))
        }
      }
      guard let mode = arguments.first.flatMap(Mode.init), arguments.count >= 5,
        let count = Int(CommandLine.arguments[4])
      else { exit(64) }
      let rest = CommandLine.arguments[2...].map { $0 }
      let trace = try Trace(path: rest[3], lethalPoint: rest.count > 4 ? rest[4] : nil)
      try await AsyncHTTPTransport.withTransport { transport in
        let victim = Victim(id: rest[1], directory: rest[0], transport: transport, trace: trace)
        try await victim.run(mode, count)
      }
      exit(0)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit((error as? PronoteError)?.code == .needsPairing ? 78 : 1)
    }
  }

  private enum Mode: String {
    case signsIn = "signs-in"
    case goesOn = "goes-on"
    case stays
  }

  private struct Victim {
    let id: String
    let vault: AccountVault
    let transport: TracedTransport
    let trace: Trace

    init(id: String, directory: String, transport: any Transport, trace: Trace) {
      self.id = id
      self.trace = trace
      self.transport = TracedTransport(base: transport, trace: trace)
      let store = FileCredentialStore(directory: directory, protection: .none) { trace.reach($0, of: $1) }
      vault = AccountVault(store: store)
    }

    func run(_ mode: Mode, _ count: Int) async throws {
      switch mode {
      case .signsIn:
        for _ in 0..<count {
          try await open(isFresh: true) { session in
            try await read(session)
            await session.signOut()
          }
        }
      case .goesOn:
        for _ in 0..<count { try await open { try await read($0) } }
      case .stays:
        try await open { session in
          for _ in 0..<count { try await read(session) }
        }
      }
    }

    private func open(isFresh: Bool = false, _ body: (PronoteSession) async throws -> Void) async throws {
      var configuration = PronoteClient.Configuration()
      configuration.replaySpacing = .milliseconds(5)
      try await vault.withSession(
        of: id,
        over: transport,
        configuration: configuration,
        isFresh: isFresh,
        body
      )
    }

    private func read(_ session: PronoteSession) async throws {
      let monday = await session.today.monday
      let timetable = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
      guard !timetable.lessons.isEmpty else { throw PronoteError(.malformedReply, "a week without lessons") }
      trace.write("read")
    }
  }
}
