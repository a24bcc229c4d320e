import Foundation
import PronoteWire
import Testing

/// The tool itself is killed (SIGKILL) at any moment, again and again: the account signs in afterwards wherever the
/// protocol permits it. The kills at every step are in `A killed process`. A fifth of `TROUSSE_KILLS`, 200 unless set.
@Suite(.serialized, .timeLimit(.minutes(60))) struct `A killed command` {
  private static let kills = (ProcessInfo.processInfo.environment["TROUSSE_KILLS"].flatMap { Int($0) } ?? 1000) / 5

  /// What came of a series.
  private struct Outcome: Sendable {
    var killed = 0
    var lost = 0
    var other: [String] = []
  }

  @Test(arguments: ["lenient", "strict"]) func `leaves an account that signs in`(policy: String) async throws {
    let series = 4
    var total = Outcome()
    try await ServedSchool.with(["--token-policy", policy, "--version", policy == "strict" ? "2026.2.5" : "2024.3.9"]) {
      school in
      try await withThrowingTaskGroup(of: Outcome.self) { group in
        for _ in 0..<series {
          group.addTask { try await Self.series(Self.kills / 2 / series, school) }
        }
        for try await outcome in group {
          total.killed += outcome.killed
          total.lost += outcome.lost
          total.other += outcome.other
        }
      }
    }
    print("kill test, \(policy): \(total.killed) killed, \(total.lost) had to be paired again")
    #expect(total.other.isEmpty, "\(total.other)")
    #expect(total.killed > Self.kills / 8, "kills hit running logins")
    // Under the strict policy the token is dead between the server's change and the answer: the window is small.
    if policy == "lenient" { #expect(total.lost == 0) } else { #expect(total.lost < total.killed / 4) }
  }

  /// Kills, and signs in afterwards.
  private static func series(_ count: Int, _ school: ServedSchool) async throws -> Outcome {
    try await ToolHome.with { home in
      var outcome = Outcome()
      let id = try await home.signIn(school)
      var longest = 0.2
      for _ in 0..<count {
        let login = try ToolProcess(["timetable", "--fresh", "--json"], environment: home.environment)
        try await Task.sleep(for: .milliseconds(Int.random(in: 1...Int(longest * 1000))))
        login.signal(SIGKILL)
        let killed = try await login.finish(within: .seconds(30))
        if killed.status == nil { outcome.killed += 1 }
        let next = try await home.run(["timetable", "--fresh", "--json"])
        longest = longest * 0.9 + Double(next.duration / .milliseconds(1)) / 1000 * 0.1
        switch next.status {
        case 0: continue
        case 78 where next.errorText.contains("needsPairing"):
          outcome.lost += 1
          let again = try await home.run(
            ["reauthenticate", id, school.root, "--username", "demonstration", "--password-stdin"],
            input: "pronotevs"
          )
          if again.status != 0 || again.outputLines.first.map(String.init) != id { outcome.other.append("\(again)") }
        default: outcome.other.append("\(next)")
        }
      }
      return outcome
    }
  }
}
