import AccountVault
import Foundation
import Testing

@Suite(.timeLimit(.minutes(10))) struct `Two processes on one account` {
  /// Each of them signs in, reads and signs out 100 times, and ends the session of the other one each time: a read goes on in
  /// the other's, or signs in once more, and no token is lost.
  @Test func `take turns, and lose no token`() async throws {
    let reads = 100
    try await ServedSchool.with(["--token-policy", "strict", "--encrypt"]) { school in
      try await ToolHome.with { home in
        let id = try await home.signIn(school)
        let owners = try await Self.owners(of: "generation", .signsIn, reads, id, home, without: "abandon")
        #expect(owners.keys.sorted() == Array(2...owners.count + 1), "no generation is missing")
        #expect(owners.count >= 2 * reads)
        Self.expectTurns(owners, moreThan: reads / 2)
        let account = try #require(try FileCredentialStore(directory: home.vault).account(id: id))
        #expect(account.journal.state == .ready && account.journal.generation == owners.count + 1)
      }
    }
  }

  /// Each of them reads 200 times in one session: every order number belongs to one of them, and no login is made.
  @Test func `take turns in a kept session, request by request`() async throws {
    let reads = 200
    try await ServedSchool.with(["--encrypt"]) { school in
      try await ToolHome.with { home in
        let id = try await home.signIn(school)
        let owners = try await Self.owners(of: "order", .stays, reads, id, home, without: "begin")
        let first = try #require(owners.keys.min())
        #expect(owners.keys.sorted() == (0..<2 * reads).map { first + 2 * $0 })
        Self.expectTurns(owners, moreThan: reads / 2)
        #expect(try FileCredentialStore(directory: home.vault).account(id: id)?.journal.logins == 1)
      }
    }
  }

  /// Runs two processes at once, each to so many reads. Returns which of them each number of a kind belongs to: it is one.
  private static func owners(
    of kind: String,
    _ way: Victim.Way,
    _ reads: Int,
    _ id: String,
    _ home: ToolHome,
    without point: String
  ) async throws -> [Int: Int] {
    let victims = ["one", "two"].map { Victim(of: id, in: home, trace: $0) }
    let processes = try victims.map { try $0.start(way, rounds: reads) }
    for process in processes {
      let run = try await process.finish(within: .seconds(300))
      #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    }
    var owners: [Int: Int] = [:]
    for (index, victim) in victims.enumerated() {
      let trace = victim.trace
      #expect(trace.count { $0 == "read" } == reads)
      #expect(!trace.contains { $0.hasSuffix(".failed") || $0.hasPrefix(point) })
      for line in trace where line.hasPrefix(kind + " ") {
        let number = try #require(Int(line.dropFirst(kind.count + 1)))
        #expect(owners.updateValue(index, forKey: number) == nil, "\(kind) \(number) belongs to one process")
      }
    }
    return owners
  }

  private static func expectTurns(_ owners: [Int: Int], moreThan least: Int) {
    let turns = owners.sorted { $0.key < $1.key }.map(\.value)
    #expect(zip(turns, turns.dropFirst()).count { $0 != $1 } > least, "they took turns")
  }
}
