import AccountVault
import Foundation
import Pronote
import PronoteWire
import SchoolModel
import SchoolServer
import SchoolTesting
import Testing
import WebSession
import WebTransport

/// A session that this project kept, gone on in by pronotepy, and by this project again.
@Suite(
  "A kept session goes on in pronotepy",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PronotepyKeptSessionTests {
  private struct Seen: Decodable, Sendable {
    var orders: [Int]
    var names: [String]
    var next: Int
  }

  @Test("in every version and way of speaking", arguments: PronotepyCase.all)
  func goesOn(_ judge: PronotepyCase) async throws {
    let database = try judge.school.database()
    let store = InMemoryCredentialStore()
    try await judge.run("pronotepy_kept_session.py", Seen.self, database) { address in
      try await Self.pair(address, store)
      #expect(try await Self.read(store) == 1)
      let session = try #require(await store.session(of: Self.id(store)))
      return [.init("state", try JSONDocument(session.state.reveal()).root.value)]
    } following: { _, seen in
      #expect(seen.names == Array(repeating: "Navigation", count: 3))
      #expect(seen.orders == [seen.orders[0], seen.orders[0] + 2, seen.orders[0] + 4])
      // What pronotepy used up is written down, as another process of ours would have done.
      let id = try await Self.id(store)
      var session = try #require(await store.session(of: id))
      let text = String(decoding: session.state.reveal(), as: UTF8.self)
      let next = "\"nextOrder\":\(seen.orders[0])"
      #expect(text.contains(next))
      session.state = Secret(Array(text.replacing(next, with: "\"nextOrder\":\(seen.next)").utf8))
      await store.saveSession(session, of: id)
      #expect(try await Self.read(store) == 1)
      #expect(await store.account(id: id)?.journal.logins == 1)
    }
  }

  private static func id(_ store: InMemoryCredentialStore) async throws -> String {
    try #require(await store.accounts().first).id
  }

  private static func pair(_ address: SchoolAddress, _ store: InMemoryCredentialStore) async throws {
    try await AsyncHTTPTransport.withTransport { transport in
      _ = try await PronoteClient(transport: transport).pair(
        school: School(url: address.root),
        space: .student,
        credentials: .pairing(username: "demonstration", password: Secret("pronotevs"), device: AppDevice()),
        in: AccountVault(store: store)
      )
    }
  }

  /// Reads a week. Returns how many requests that took.
  private static func read(_ store: InMemoryCredentialStore) async throws -> Int {
    try await AsyncHTTPTransport.withTransport { transport in
      let recording = RecordingTransport(transport)
      try await AccountVault(store: store).withSession(of: id(store), over: recording) { session in
        let monday = await session.today.monday
        let week = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
        #expect(!week.lessons.isEmpty)
      }
      return await recording.requests.count
    }
  }
}
