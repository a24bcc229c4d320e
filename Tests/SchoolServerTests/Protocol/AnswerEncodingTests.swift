import PronoteWire
import Testing
import WebSession

/// Everything that a school sends as JSON is ASCII, in and out of its wrappings (session document 5.2).
@Suite struct AnswerEncodingTests {
  @Test(arguments: WireSchool.versions, WireSchool.modes)
  func answersAreASCII(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      var client = try await WireClient.open(school)
      var envelopes: [[UInt8]] = []
      var inner: [[UInt8]] = []
      var texts: [String] = []
      func note(_ client: WireClient, cipher: SessionCipher) throws {
        let answer = try #require(client.last).answer
        envelopes.append(answer)
        let secured = try #require(try JSONDocument(answer).root.member(client.profile.names.secured))
        guard let text = secured.string, var bytes = Hex.decode(text) else { return }
        if mode.encrypt { bytes = try cipher.decrypt(bytes) }
        // Answers are compressed as they are; only requests go through hexadecimal text first.
        if mode.compress { bytes = try RawDeflate.decompress(bytes, limit: 1 << 24) }
        #expect(bytes.first == UInt8(ascii: "{"))
        inner.append(bytes)
      }
      let parameters = try await client.parameters()
      try note(client, cipher: client.channel.timeline.cipher)
      texts.append(parameters.field("General")?.label("NomEtablissement") ?? "")
      let before = client.channel.timeline.cipher
      let question = try await client.identify("accents")
      try note(client, cipher: before)
      let authentication = try await client.authenticate("accents", "Élève été 2026 ✓", question)
      try note(client, cipher: before)
      let user =
        client.profile.userDataInAuthentication ? authentication : try await client.call(ParametresUtilisateur.name)
      try note(client, cipher: client.profile.userDataInAuthentication ? before : client.channel.timeline.cipher)
      let week = WireRequests.week(12, of: user.resource)
      let timetable = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable)
      try note(client, cipher: client.channel.timeline.cipher)
      texts.append(timetable.value.text())
      #expect(texts[0] == "COLLÈGE DES TROIS RIVIÈRES")
      #expect(texts[1].contains { !$0.isASCII }, "accents arrive as what they are")
      #expect(envelopes.count == 5)
      #expect(envelopes.allSatisfy { $0.allSatisfy { $0 < 0x80 } })
      #expect(inner.count == (mode.encrypt || mode.compress ? 5 : 0))
      #expect(inner.allSatisfy { $0.allSatisfy { $0 < 0x80 } })
    }
  }

  @Test(arguments: WireSchool.modes) func answersAreJSONByTheirHeader(mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(mode: mode) { school in
      var client = try await WireClient.open(school)
      let call = try client.channel.seal(FonctionParametres.call(.init(uuid: "AAECAwQFBgcICQoLDA0ODw==")))
      let response = try await school.post(call.path, call.body)
      #expect(response.status == 200)
      #expect(response.header("Content-Type")?.hasPrefix("application/json") == true)
    }
  }

  /// A request may arrive in any wrapping that its key opens.
  @Test func requestsAreReadByTrial() async throws {
    let forms = [(false, false), (true, false), (true, true)]
    try await WireSchool.shared(mode: .init(encrypt: true, compress: true)) { school in
      for (compresses, hexFirst) in forms {
        var (client, _) = try await WireClient.signedIn(school)
        let cipher = client.channel.timeline.cipher
        let call = try client.channel.seal(WireCall(function: "Navigation"))
        let order = try #require(call.path.split(separator: "/").last).description
        let part: JSONValue = ["data": WireRequests.navigation, "Signature": ["onglet": 7]]
        var bytes = part.bytes()
        if hexFirst { bytes = Array(Hex.encode(bytes).utf8) }
        if compresses { bytes = try RawDeflate.compress(bytes) }
        let body: JSONValue = [
          "session": .integer(client.start.session), "no": .string(order), "id": "Navigation",
          "dataSec": .string(Hex.encode(cipher.encrypt(bytes), uppercase: true)),
        ]
        let answer = try await school.post(call.path, body.bytes()).body
        #expect(try client.channel.open(answer, of: call).function == "Navigation")
      }
    }
  }
}
