import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing

/// The chain from the portal to PRONOTE, walked by pronotepy.
@Suite(
  "pronotepy comes through the portal",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PronotepyPortalTests {
  /// What the program saw of a user.
  private struct Seen: Decodable {
    var username: String
    var isSignedIn: Bool
    var name: String
    var lessons: [String]
    var paired: String
    var later: String
    var withoutPortal: String
  }

  @Test("in every version and way of speaking, whether the portal is required or not", arguments: PronotepyCase.all)
  func comes(_ judge: PronotepyCase) async throws {
    for mode in [PortalMode.offered, .required] { try await comes(judge, mode) }
  }

  private func comes(_ judge: PronotepyCase, _ mode: PortalMode) async throws {
    let python = try Judges.python(pronotepy: judge.pronotepy)
    var school = judge.school
    school.configuration.portalMode = mode
    let database = try school.database()
    let today = database.calendar.today
    let seen = try await school.run { address in
      let users = address.accounts.filter { ["dwho", "rtyler", "msmith"].contains($0.username) }
      let request: JSONValue = [
        "root": .string(address.root), "portal": .string(try #require(address.portal)),
        "today": .string(today.description),
        "users": .array(
          users.map {
            .object(present: [
              "username": .string($0.username), "password": .string($0.password),
              "mail": $0.mail.map { .string($0) }, "totp": $0.totp.map { .string($0) },
            ])
          }
        ),
      ]
      let outcome = try await ChildProcess.run(
        python,
        [Judges.script("pronotepy_portal.py")],
        input: Data(request.bytes()),
        deadline: .seconds(120)
      )
      try #require(outcome.status == 0, "\(outcome.errors)")
      return try JSONDecoder().decode([Seen].self, from: outcome.output)
    }
    #expect(seen.map(\.username) == ["dwho", "rtyler", "msmith"])
    for user in seen {
      let account = try #require(try database.account(login: user.username, space: .student))
      let monday = today.monday
      let lessons = try database.lessons(forStudent: account.person.key, from: monday, to: monday.adding(days: 6))
      #expect(user.isSignedIn)
      #expect(lessons.count > 15)
      #expect(user.lessons == lessons.map { "\($0.start.date)T\($0.start.time)" }.sorted())
      #expect([user.name, user.paired, user.later] == Array(repeating: account.person.label, count: 3))
      #expect(user.withoutPortal != "signed in")
    }
  }
}
