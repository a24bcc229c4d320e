import TestSupport
import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing
import WebSession

/// Files of a session (session document 14.1).
@Suite struct DownloadProtocolTests {
  /// The id and the name of a file that is attached to some homework.
  private static func file(_ client: inout WireClient) async throws -> (id: String, name: String) {
    let answer = try await client.call(PageCahierDeTexte.name, WireRequests.weeks("[1..40]"), tab: Tab.homework)
    let files = answer.list("ListeTravauxAFaire").flatMap { $0.list("ListePieceJointe") }.map { PieceJointe($0) }
    let file = try #require(files.first { $0.g == 1 })
    return (try #require(file.n), try #require(file.l))
  }

  /// What the school keeps under that name.
  private static func contents(_ name: String, _ school: WireSchool) throws -> [Data] {
    let database = try SchoolDatabase.open(at: school.dataFile, today: SchoolFiles.today)
    let student = try #require(try database.account(login: "demonstration", space: .student)).person.key
    let year = database.calendar
    return try database.homework(forStudent: student, dueFrom: year.firstDay, to: year.lastDay)
      .flatMap(\.attachments).filter { $0.name == name }.compactMap { try database.attachmentContent($0.key)?.content }
  }

  private static func path(_ element: [UInt8], _ name: String, _ client: WireClient) -> String {
    let sealed = Hex.encode(client.channel.timeline.cipher.encrypt(element))
    let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return "FichiersExternes/\(sealed)/\(name)?Session=\(client.start.session)"
  }

  @Test(arguments: WireSchool.versions, WireSchool.modes)
  func aFileArrivesAsItIs(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      var (client, _) = try await WireClient.signedIn(school)
      let (id, name) = try await Self.file(&client)
      let path = PieceJointe.path(
        id: id,
        name: name,
        session: client.start.session,
        cipher: client.channel.timeline.cipher
      )
      let response = try await school.get(path)
      #expect(response.status == 200)
      #expect(try Self.contents(name, school).contains(Data(response.body)))
      #expect(!response.body.isEmpty)
      // It takes no number, and can be had again.
      #expect(try await school.get(path).body == response.body)
      try await client.call("Navigation", WireRequests.navigation, tab: Tab.home)
    }
  }

  @Test func everyKnownClientsWayIsUnderstood() async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      let (id, name) = try await Self.file(&client)
      let expected = try await school.get(
        PieceJointe.path(id: id, name: name, session: client.start.session, cipher: client.channel.timeline.cipher)
      ).body
      func pad(_ text: String) -> [UInt8] {
        let count = 16 - text.utf8.count % 16
        return Array(text.utf8) + [UInt8](repeating: UInt8(count), count: count)
      }
      let plain = "{\"N\":\"\(id)\",\"Actif\":true}"
      let elements: [(String, [UInt8])] = [
        ("doubly padded", pad(plain)), ("padded with blanks in it", pad("{\"N\": \"\(id)\", \"Actif\": true}")),
        ("with an id alone", Array("{\"N\":\"\(id)\"}".utf8)), ("with a kind", Array("{\"N\":\"\(id)\",\"G\":1}".utf8)),
        ("with more", Array("{\"N\":\"\(id)\",\"L\":\"é\",\"G\":1,\"Actif\":true,\"E\":0}".utf8)),
      ]
      for (way, element) in elements {
        #expect(try await school.get(Self.path(element, name, client)).body == expected, "\(way)")
      }
      // The name is cosmetic: encoded twice, another one, and upper-case digits.
      let twice = Self.path(pad(plain), name.replacing(" ", with: "%20"), client)
      #expect(try await school.get(twice).body == expected)
      #expect(try await school.get(Self.path(Array(plain.utf8), "other.bin", client)).body == expected)
    }
  }

  @Test func nobodyElseGetsIt() async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      let (id, name) = try await Self.file(&client)
      let cipher = client.channel.timeline.cipher
      let path = PieceJointe.path(id: id, name: name, session: client.start.session, cipher: cipher)
      // Another session's key does not open it, nor does its id mean anything there.
      var (other, _) = try await WireClient.signedIn(school)
      let borrowed = path.replacing("Session=\(client.start.session)", with: "Session=\(other.start.session)")
      #expect(try await school.get(borrowed).status == 404)
      let foreign = PieceJointe.path(
        id: id,
        name: name,
        session: other.start.session,
        cipher: other.channel.timeline.cipher
      )
      #expect(try await school.get(foreign).status == 404)
      for broken in [
        path.replacing("?Session=\(client.start.session)", with: ""), path.replacing("Session=", with: "Session=x"),
        path.replacing("FichiersExternes/", with: "FichiersExternes/00"),
        Self.path(Array("{\"N\":\"48#unknown\"}".utf8), name, client), Self.path(Array("nonsense".utf8), name, client),
        Self.path([], name, client),
      ] {
        #expect(try await school.get(broken).status == 404, "\(broken.suffix(40))")
      }
      // A page without a login has no files, and a session that is over has none any more.
      let fresh = try await WireClient.open(school)
      let early = PieceJointe.path(
        id: id,
        name: name,
        session: fresh.start.session,
        cipher: fresh.channel.timeline.cipher
      )
      #expect(try await school.get(early).status == 404)
      try await client.call(SaisieDeconnexion.name)
      #expect(try await school.get(path).status == 404)
      _ = try await other.call("Navigation", WireRequests.navigation, tab: Tab.home)
    }
  }

  @Test func picturesAndTestPapersAreFilesToo() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      #expect(user.field("ressource")?["avecPhoto"]?.bool == true)
      let id = try #require(user.resource.n)
      let picture = try await school.get(Self.path(Array("{\"N\":\"\(id)\",\"G\":1}".utf8), "photo.jpg", client))
      #expect(picture.status == 200)
      #expect(picture.header("Content-Type")?.hasPrefix("image/") == true)
      let period = try #require(user.field("ressource")?.currentPeriod)
      let grades = try await client.call(DernieresNotes.name, WireRequests.grades(period), tab: Tab.latestGrades)
      for test in grades.list("listeDevoirs") {
        for (label, kind) in [("libelleSujet", "DevoirSujet"), ("libelleCorrige", "DevoirCorrige")] {
          guard let name = test.member(label)?.string, let id = test.id("N") else { continue }
          let element = Array("{\"N\":\"\(id)\",\"Actif\":true,\"G\":\"\(kind)\"}".utf8)
          #expect(try await school.get(Self.path(element, name, client)).status == 200, "\(kind) \(name)")
        }
      }
    }
  }
}
