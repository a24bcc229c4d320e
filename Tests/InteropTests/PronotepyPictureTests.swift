import AccountVault
import Foundation
import Pronote
import PronoteWire
import QRCode
import SchoolModel
import SchoolServer
import SchoolTesting
import Testing
import WebSession
import WebTransport

/// Pairing codes between two programs, as pictures.
@Suite(
  "Pictures of pairing codes",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PronotepyPictureTests {
  private struct Seen: Decodable, Sendable {
    var text: String
    var name: String
    var loggedIn: Bool
    /// The picture of pronotepy's code.
    var picture: Data
    var url: String
  }

  @Test("ours is used by pronotepy, and pronotepy's by us", arguments: PronotepyCase.all)
  func pictures(_ judge: PronotepyCase) async throws {
    let database = try judge.school.database()
    let account = try #require(try database.account(login: "demonstration", space: .student))
    try await judge.run("pronotepy_pictures.py", Seen.self, database) { address in
      let text = try await Self.ourCode(address, account)
      let picture = Data(try QRCode(text: text).png()).base64EncodedString()
      return [.init("picture", .string(picture)), .init("pin", "1357")]
    } following: { address, seen in
      #expect(seen.loggedIn && seen.name == account.person.label)
      #expect(try PairingCode(decoding: seen.text).url == address.root + "/mobile.eleve.html")
      let texts = try QRCodeReader.texts(inImage: Array(seen.picture))
      #expect(texts.count == 1)
      let code = try PairingCode(decoding: texts[0])
      #expect(code.url == seen.url)
      let wrong = #expect(throws: PronoteError.self) { try code.contents(pin: PairingPIN("4200")) }
      #expect(wrong?.code == .wrongPIN)
      try await Self.pair(code)
    }
  }

  /// The JSON of a code that this project asked the school for.
  private static func ourCode(_ address: SchoolAddress, _ account: AccountRecord) async throws -> String {
    try await AsyncHTTPTransport.withTransport { transport in
      let step = try await PronoteClient(transport: transport).signIn(
        school: School(url: address.root),
        space: .student,
        credentials: .password(username: account.login, password: Secret(account.password))
      )
      guard case .signedIn(let session) = step else { throw PronoteError(.needsSecondFactor, "expected a session") }
      return try await session.makePairingCode(pin: PairingPIN("1357")).text
    }
  }

  /// Pairs with pronotepy's code, and signs in with the token that came of it.
  private static func pair(_ code: PairingCode) async throws {
    try await AsyncHTTPTransport.withTransport { transport in
      let client = PronoteClient(transport: transport)
      let vault = AccountVault(store: InMemoryCredentialStore())
      let pairing = try await client.pair(
        school: code.school(),
        space: code.space(),
        credentials: .pairingCode(code.contents(pin: PairingPIN("0042")), device: AppDevice()),
        in: vault
      )
      guard case .signedIn(let session) = try await client.openSession(of: pairing.account, in: vault, isFresh: true)
      else {
        throw PronoteError(.needsSecondFactor, "expected a session")
      }
      let monday = await session.today.monday
      let week = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
      #expect(week.lessons.count > 15)
    }
  }
}
