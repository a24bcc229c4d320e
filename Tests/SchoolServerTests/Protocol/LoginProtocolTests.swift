import Foundation
import PronoteWire
import Testing
import WebSession

/// The login, call by call (session document 6 and 7).
@Suite struct LoginProtocolTests {
  @Test(arguments: WireSchool.versions, WireSchool.modes)
  func keysChangeWhenTheyShould(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      var client = try await WireClient.open(school)
      let authentication = try await client.authenticate("accents", "Élève été 2026 ✓")
      #expect(authentication.label("cle")?.wholeMatch(of: #/([0-9A-F]{32})+/#) != nil)
      #expect(authentication["Acces"] == nil, "never 0")
      // One client takes any value of these as pending.
      #expect(authentication["actionsDoubleAuth"] == nil)
      #expect(authentication.label("libelleUtil") == "BENALI Aaron")
      // Only the new key opens what comes now.
      if client.profile.userDataInAuthentication {
        #expect(authentication.missing("ressource", "listeOnglets", "autorisations") == [])
        #expect(try await client.refusal(ParametresUtilisateur.name)?.code == 3)
      } else {
        #expect(authentication["ressource"] == nil)
        #expect(try await client.call(ParametresUtilisateur.name).resource.l == "BENALI Aaron")
      }
    }
  }

  @Test func theOldKeyIsWorthNothingAfterTheLogin() async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.open(school)
      let before = try await {
        try await client.parameters()
        let timeline = client.channel.timeline
        let question = try await client.identify("demonstration")
        _ = try await client.authenticate("demonstration", "pronotevs", question)
        return timeline
      }()
      client.channel.timeline = before
      #expect(try await client.refusal(ParametresUtilisateur.name)?.code == 14)
    }
  }

  @Test(arguments: WireSchool.versions) func challengesAreThoseOfTheDialect(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var client = try await WireClient.open(school)
      try await client.parameters()
      let first = try await client.identify("demonstration")
      // 32 digits are one block: that is how clients tell the newest rule.
      #expect(first.challenge.utf8.count == (client.profile.challengeIsOpaque ? 32 : 96))
      #expect(first.challenge.wholeMatch(of: #/[0-9A-F]+/#) != nil)
      #expect(first.alea.isEmpty == client.profile.challengeIsOpaque)
      let payload = try await client.call(Identification.call(.init(genreEspace: 3, identifiant: "demonstration")))
        .payload
      // Integers: one client compares with exactly 1.
      #expect(payload["modeCompLog"]?.int == 1)
      #expect(payload["modeCompMdp"]?.int == 0)
      #expect(payload["login"] == nil)
      #expect(payload["challenge"]?.string != first.challenge, "never the same twice")
    }
  }

  @Test(arguments: WireSchool.versions) func aLoginThatNobodyHasLooksLikeAnyOther(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var answers: [Set<String>] = []
      for login in ["nobody", "demonstration"] {
        var client = try await WireClient.open(school)
        try await client.parameters()
        let question = try await client.identify(login)
        #expect(question.challenge.utf8.count == (client.profile.challengeIsOpaque ? 32 : 96))
        answers.append(try JSONDocument(try #require(client.last).answer).root.keys)
        let answer = try await client.authenticate(login, "wrong", question)
        #expect(answer["Acces"]?.int == 1)
        #expect(answer["cle"] == nil)
        answers.append(answer.keys)
      }
      #expect(answers[0] == answers[2])
      #expect(answers[1] == answers[3])
    }
  }

  @Test func aWrongPasswordLeavesTheSessionForAnotherTry() async throws {
    try await WireSchool.shared(version: "2025.1.3", mode: .init(encrypt: true)) { school in
      var client = try await WireClient.open(school)
      #expect(try await client.authenticate("demonstration", "wrong")["Acces"]?.int == 1)
      // A challenge is good for one answer.
      #expect(try await client.refusal(Authentification.name, ["challenge": "00", "espace": 3])?.code == 10)
      // Logins are not case-sensitive, and blanks around them do not count.
      let question = try await client.identify(" Demonstration ")
      #expect(try await client.authenticate(" Demonstration ", "pronotevs", question).label("cle") != nil)
      #expect(try await client.call(ParametresUtilisateur.name).resource.l == "PARENT Fanny")
    }
  }

  @Test(arguments: WireSchool.versions) func aDisabledAccountIsToldSo(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var client = try await WireClient.open(school)
      let answer = try await client.authenticate("inactif")
      #expect(answer["Acces"]?.int == 10)
      #expect(answer["cle"] == nil)
      #expect(try await client.refusal(ParametresUtilisateur.name)?.code == 10)
      // Whoever does not know the password learns nothing.
      var other = try await WireClient.open(school)
      #expect(try await other.authenticate("inactif", "wrong")["Acces"]?.int == 1)
    }
  }

  @Test func anAccountOpensItsOwnSpaceOnly() async throws {
    try await WireSchool.shared { school in
      for page in ["viescolaire.html", "mobile.professeur.html"] {
        var client = try await WireClient.open(school, page: page)
        #expect(try await client.authenticate("accents", "Élève été 2026 ✓")["Acces"]?.int == 1, "\(page)")
      }
      var mobile = try await WireClient.open(school, page: "mobile.eleve.html")
      #expect(try await mobile.signIn().resource.l == "PARENT Fanny")
    }
  }

  @Test(arguments: WireSchool.versions) func nothingIsAnsweredBeforeTheLogin(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      let functions = [
        ParametresUtilisateur.name, PageEmploiDuTemps.name, DernieresNotes.name, "Navigation", "Inconnue",
      ]
      for function in functions + [Identification.name, Authentification.name] {
        var client = try await WireClient.open(school)
        #expect(try await client.refusal(function, [:], tab: Tab.home)?.code == 10, "\(function) first")
      }
      for function in functions + [Authentification.name, FonctionParametres.name] {
        var client = try await WireClient.open(school)
        try await client.parameters()
        #expect(try await client.refusal(function, [:], tab: Tab.home)?.code == 10, "\(function) second")
      }
      for function in functions {
        var client = try await WireClient.open(school)
        try await client.parameters()
        _ = try await client.identify("demonstration")
        #expect(try await client.refusal(function, [:], tab: Tab.home)?.code == 10, "\(function) third")
      }
    }
  }

  @Test(arguments: WireSchool.versions) func theSeedMayComeWithLineBreaks(version: String) async throws {
    try await WireSchool.shared(version: version, mode: .init(encrypt: true)) { school in
      var client = try await WireClient.open(school)
      let parameters = try await client.parameters { text in
        stride(from: 0, to: text.count, by: 64)
          .map { String(text.dropFirst($0).prefix(64)) }.joined(separator: "\r\n") + "\r\n"
      }
      #expect(parameters.field("General") != nil)
      let question = try await client.identify("demonstration")
      #expect(try await client.authenticate("demonstration", "pronotevs", question).label("cle") != nil)
    }
  }

  @Test(arguments: [("2022.0.5", ""), ("2022.0.5", "!"), ("2022.0.5", "AA=="), ("2026.2.5", ""), ("2026.2.5", "!")])
  func aSeedThatIsNoneIsRefused(version: String, text: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var client = try await WireClient.open(school)
      #expect(try await client.refusal(FonctionParametres.name, ["Uuid": .string(text)])?.code == 21)
    }
  }

  @Test func aBrowserIsRecognisedByWhatItWasGiven() async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.open(school)
      let given = try #require(try await client.parameters()["identifiantNav"]?.string)
      #expect(given.wholeMatch(of: #/[0-9A-F]{110}/#) != nil)
      var second = try await WireClient.open(school)
      #expect(try await second.parameters()["identifiantNav"]?.string != given)
      var third = try await WireClient.open(school)
      #expect(try await third.parameters(identity: given)["identifiantNav"]?.string == given)
    }
  }

  /// Clients that do not know the version yet send the payload under both names.
  @Test(arguments: WireSchool.versions) func aPayloadUnderBothNamesIsRead(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      let client = try await WireClient.open(school)
      let names = client.profile.names
      var seed = Array(UInt8(0)..<16)
      if client.profile.seed == .publishedKey { seed = try #require(client.start.publicKey).encrypt(seed) }
      let payload = FonctionParametres.Request(uuid: Data(seed).base64EncodedString()).json
      let order = OrderNumber.encode(1, cipher: client.channel.timeline.cipher)
      #expect(order == "3fa959b13967e0ef176069e01e23c8d7")
      let body: JSONValue = [
        "session": .integer(client.start.session), names.order: .string(order),
        names.function: .string(FonctionParametres.name),
        names.secured: ["data": payload, "donnees": payload, "unknown": 1], "unknown": true,
      ]
      let path = "appelfonction/3/\(client.start.session)/\(order)"
      let answer = try JSONDocument(try await school.post(path, body.bytes()).body).root
      #expect(ServerRefusal(in: answer) == nil)
      #expect(answer.member(names.secured)?.member(names.payload)?.field("General") != nil)
    }
  }
}
