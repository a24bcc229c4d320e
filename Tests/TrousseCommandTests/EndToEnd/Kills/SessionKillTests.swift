import AccountVault
import Foundation
import Pronote
import SchoolModel
import Testing
import WebSession
import WebTransport

/// A process is killed (SIGKILL) at every step of a call in a kept session, at every step of the login that opens one, and at
/// random: the account reads afterwards, and signs in no more often than it must. Half of `TROUSSE_KILLS`, 500 unless set.
@Suite(.serialized, .timeLimit(.minutes(60))) struct `A process that is killed in a kept session` {
  private static let kills = (ProcessInfo.processInfo.environment["TROUSSE_KILLS"].flatMap { Int($0) } ?? 1000) / 2
  private static let stages = ["created", "begun", "written", "synchronized", "renamed", "done"]

  /// How a school treats the calls.
  struct Way: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    static let all = [
      Way(arguments: ["--version", "2026.2.5"]),
      Way(arguments: ["--version", "2024.3.9", "--encrypt", "--compress"]),
      // Every third answer is dropped: calls are owed while the process lives, too.
      Way(arguments: ["--version", "2026.2.5", "--encrypt", "--fault", "drop-reply=PageEmploiDuTemps%3"]),
    ]
  }

  /// Every point of the first three calls in a session that is kept.
  private static let points = (1...3).flatMap { call in
    stages.map { "ahead\(call).\($0)" } + ["request\(call).before", "request\(call).after"]
      + stages.map { "answered\(call).\($0)" }
  }

  /// Every point of a login that opens one, and how many tokens there are after a kill there and a read: one of the login that
  /// was killed, if it got to storing one, and one of a further login, if no session was kept.
  private static let loginPoints: [(point: String, tokens: Int)] = {
    let points =
      stages.map { "begin.\($0)" } + (1...4).flatMap { ["request\($0).before", "request\($0).after"] }
      + stages.map { "rotate.\($0)" } + ["request5.before", "request5.after"] + stages.map { "kept.\($0)" }
    let rotated = points.firstIndex(of: "rotate.renamed") ?? 0
    let kept = points.firstIndex(of: "kept.renamed") ?? 0
    return points.enumerated().map { ($1, $0 < rotated || $0 >= kept ? 1 : 2) } + stages.map { ("finish.\($0)", 1) }
  }()

  @Test(arguments: Way.all) func `leaves an account that reads`(way: Way) async throws {
    try await ServedSchool.with(["--token-policy", "lenient"] + way.arguments) { school in
      try await ToolHome.with { home in
        try await AsyncHTTPTransport.withTransport { transport in
          var series = Series(school: school, home: home, transport: transport)
          try await series.pair()
          for point in Self.points { try await series.kill(at: point) }
          for (point, tokens) in Self.loginPoints {
            try await series.endSession()
            try await series.kill(at: point, tokens: tokens)
          }
          let random = max(10, (Self.kills + Way.all.count - 1) / Way.all.count - series.killed)
          for _ in 0..<random { try await series.killAtRandom() }
          print(
            "kill test of kept sessions, \(way.testDescription): \(series.killed) killed, \(series.generation) tokens"
          )
          for folder in ["accounts", "sessions"] {
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(home.vault)/\(folder)")
            #expect(files == ["\(series.account).json"], "nothing is left of interrupted writes")
          }
        }
      }
    }
  }

  /// Kills of one account, one after the other.
  private struct Series {
    let school: ServedSchool
    let home: ToolHome
    let transport: any Transport
    var account = ""
    var killed = 0
    private var span = 0.3

    init(school: ServedSchool, home: ToolHome, transport: any Transport) {
      self.school = school
      self.home = home
      self.transport = transport
    }

    private var store: FileCredentialStore { FileCredentialStore(directory: home.vault) }

    /// How many tokens the account has had: one for each login that the school accepted.
    var generation: Int { (try? store.account(id: account)?.journal.generation) ?? -1 }

    mutating func pair() async throws { account = try await home.signIn(school) }

    func endSession() async throws {
      try await AccountVault(store: store).withLease(on: account) { try await $0.keep(nil) }
    }

    /// A victim that kills itself at a point.
    ///
    /// - Parameter tokens: how many more there are afterwards, when the account was read with.
    mutating func kill(at point: String, tokens: Int = 0) async throws {
      let before = generation
      let victim = Victim(of: account, in: home)
      let run = try await victim.start(.goesOn, rounds: 4, dyingAt: point).finish(within: .seconds(60))
      #expect(run.status == nil, "\(point) was never reached: \(run)")
      #expect(victim.trace.last == point)
      killed += 1
      try await read()
      #expect(generation == before + tokens, "killed at \(point)")
    }

    /// A victim that is killed from outside at any moment of its calls.
    mutating func killAtRandom() async throws {
      let before = generation
      let victim = Victim(of: account, in: home)
      let process = try victim.start(.goesOn, rounds: 1000)
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...Int(span * 1000))))
      process.signal(SIGKILL)
      let run = try await process.finish(within: .seconds(60))
      #expect(run.status == nil, "\(run)")
      killed += 1
      let reads = victim.trace.count { $0 == "read" }
      if reads > 20 { span = max(0.05, span * 0.8) }
      if reads == 0 { span = min(3, span * 1.2) }
      try await read()
      #expect(generation == before, "killed after \(victim.trace.last ?? "nothing")")
    }

    /// The account reads, as the next process does.
    private func read() async throws {
      var configuration = PronoteClient.Configuration()
      configuration.replaySpacing = .milliseconds(5)
      try await AccountVault(store: store).withSession(of: account, over: transport, configuration: configuration) {
        let monday = await $0.today.monday
        let week = try await $0.timetable(for: $0.students.first, in: monday...monday.adding(days: 6))
        #expect(!week.lessons.isEmpty)
      }
      #expect(try store.account(id: account)?.journal.state == .ready)
    }
  }
}
