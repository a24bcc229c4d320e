import Foundation
import SchoolModel
import SchoolServer
import Testing

/// What pronotepy makes of pairing codes, rotating tokens and the second factor.
@Suite(
  "pronotepy pairs and stays paired",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PronotepyTokenTests {
  /// What the program saw.
  private struct Seen: Decodable {
    struct Rotation: Decodable {
      var names: [String]
      var tokens: [String]
      var old: [String?]
      var lessons: Int
    }

    var url: String
    var wrongPIN: String?
    var student: Rotation
    var spentCode: String?
    var otherDevice: String?
    var noPIN: String?
    var pin: Rotation
  }

  @Test("in every version and way of speaking", arguments: PronotepyCase.all)
  func pairs(_ judge: PronotepyCase) async throws {
    let database = try judge.school.database()
    let seen = try await judge.run("pronotepy_tokens.py", Seen.self, database)
    #expect(seen.url.hasSuffix("/pronote/mobile.eleve.html"))
    #expect(seen.wrongPIN == "QRCodeDecryptError")
    #expect(seen.spentCode != nil, "a code works once")
    #expect(seen.otherDevice != nil, "a token belongs to its device")
    #expect(seen.noPIN == "MFAError")
    for (login, rotation) in [("demonstration", seen.student), ("pin", seen.pin)] {
      let account = try #require(try database.account(login: login, space: .student))
      #expect(rotation.names == Array(repeating: account.person.label, count: 6))
      #expect(Set(rotation.tokens).count == 6)
      #expect(rotation.old.count == 5 && rotation.old.allSatisfy { $0 != nil }, "an old token is dead")
      #expect(rotation.lessons > 15)
    }
  }
}
