import AccountVault
import Foundation
import Pronote
import SchoolModel
import Testing
import WebSession
import WebTransport

/// A process is killed (SIGKILL) at every step of a login on purpose, and at random, with answers that the school drops:
/// the account signs in afterwards wherever the protocol permits it. `TROUSSE_KILLS` says how often; 1,000 unless set.
@Suite(.serialized, .timeLimit(.minutes(60))) struct `A killed process` {
  /// How a school treats logins.
  struct Way: Sendable, CustomTestStringConvertible {
    var policy: String
    var version: String
    /// Of which function every second answer is dropped.
    var dropped: String?

    static let all = ["lenient", "strict"].flatMap { policy in
      ["2024.3.9", "2026.2.5"].flatMap { version in
        [nil, "FonctionParametres", "Identification", "Authentification", "ParametresUtilisateur"].map {
          Way(policy: policy, version: version, dropped: $0)
        }
      }
    }

    var testDescription: String { "\(policy), \(version), \(dropped ?? "nothing") dropped" }

    var arguments: [String] {
      ["--token-policy", policy, "--version", version] + (dropped.map { ["--fault", "drop-reply=\($0)%2"] } ?? [])
    }

    /// The points at which a victim kills itself: all of a login, and those right after a lost answer.
    var points: [String] {
      let calls = ["FonctionParametres", "Identification", "Authentification", "ParametresUtilisateur"]
      return Victim.points
        + calls.enumerated().filter { $0.element == dropped }.map { "request\($0.offset + 2).failed" }
    }
  }

  private static let kills = ProcessInfo.processInfo.environment["TROUSSE_KILLS"].flatMap { Int($0) } ?? 1000

  /// How many kills of a way come at random.
  private static let randomKills = max(
    10,
    (kills - Way.all.reduce(0) { $0 + $1.points.count } + Way.all.count - 1) / Way.all.count
  )

  @Test(arguments: Way.all) func `leaves an account that signs in`(way: Way) async throws {
    try await ServedSchool.with(way.arguments) { school in
      try await ToolHome.with { home in
        try await AsyncHTTPTransport.withTransport { transport in
          var series = Series(way: way, school: school, home: home, transport: transport)
          try await series.pair()
          for point in way.points { try await series.kill(at: point) }
          for _ in 0..<Self.randomKills { try await series.killAtRandom() }
          print("kill test, \(way.testDescription): \(series.killed) killed, \(series.lost) had to be paired again")
          let files = try FileManager.default.contentsOfDirectory(atPath: home.vault + "/accounts")
          #expect(files == ["\(series.account).json"], "nothing is left of interrupted writes")
          if way.policy == "lenient" { #expect(series.lost == 0) }
        }
      }
    }
  }

  /// Kills of one account, one after the other.
  private struct Series {
    let way: Way
    let school: ServedSchool
    let home: ToolHome
    let transport: any Transport
    var account = ""
    var killed = 0
    var lost = 0
    /// How long a victim runs for some logins.
    private var span = 0.3

    init(way: Way, school: ServedSchool, home: ToolHome, transport: any Transport) {
      self.way = way
      self.school = school
      self.home = home
      self.transport = transport
    }

    private var vault: AccountVault { AccountVault(store: FileCredentialStore(directory: home.vault)) }

    private var client: PronoteClient {
      var configuration = PronoteClient.Configuration()
      configuration.replaySpacing = .milliseconds(5)
      return PronoteClient(transport: transport, configuration: configuration)
    }

    /// Pairs the account, or pairs it again under its id.
    mutating func pair() async throws {
      let pairing = try await client.pair(
        school: School(url: school.root),
        space: .student,
        credentials: .pairing(username: "demonstration", password: Secret("pronotevs"), device: AppDevice()),
        in: vault,
        replacing: account.isEmpty ? nil : account
      )
      #expect(account.isEmpty || pairing.account == account, "the id stays")
      account = pairing.account
    }

    /// A victim that kills itself at a point: what comes of it is known exactly.
    mutating func kill(at point: String) async throws {
      let victim = Victim(of: account, in: home)
      let run = try await victim.start(rounds: 4, dyingAt: point).finish(within: .seconds(60))
      #expect(run.status == nil, "\(point) was never reached: \(run)")
      #expect(victim.trace.last == point)
      killed += 1
      let isLost = way.policy == "strict" && Victim.window.contains(point)
      try await check(mayBeLost: isLost, isLost: isLost, "killed at \(point)")
    }

    /// A victim that is killed from outside at any moment. Its trace tells whether the next token may be lost.
    mutating func killAtRandom() async throws {
      let victim = Victim(of: account, in: home)
      let process = try victim.start(rounds: 1000)
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...Int(span * 1000))))
      process.signal(SIGKILL)
      let run = try await process.finish(within: .seconds(60))
      #expect(run.status == nil, "\(run)")
      killed += 1
      let trace = victim.trace
      // A victim that did not get to its logins ran for too short a time, and one that got far for too long.
      let logins = trace.count { $0 == "request4.after" }
      if logins > 3 { span = max(0.05, span * 0.8) }
      if logins == 0 { span = min(3, span * 1.2) }
      let last = trace.last ?? ""
      let mayBeLost = way.policy == "strict" && (Victim.window.contains(last) || last == "request4.before")
      try await check(mayBeLost: mayBeLost, isLost: nil, "killed after \(last)")
    }

    /// Signs in, and pairs again where nothing else is left.
    private mutating func check(mayBeLost: Bool, isLost: Bool?, _ moment: String) async throws {
      do {
        guard case .signedIn(let session) = try await client.openSession(of: account, in: vault, isFresh: true) else {
          throw PronoteError(.needsSecondFactor, "a person is wanted")
        }
        await session.signOut()
        #expect(isLost != true, "\(moment): the token should have been lost; does the school rotate it?")
      } catch let error as PronoteError where error.code == .needsPairing {
        lost += 1
        #expect(mayBeLost, "\(moment): the token got lost where the protocol permits to keep it")
        #expect(try await vault.store.account(id: account)?.journal.state == .needsPairing)
        try await pair()
      }
    }
  }
}
