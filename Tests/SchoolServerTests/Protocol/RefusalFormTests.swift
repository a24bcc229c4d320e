import PronoteWire
import SchoolModel
import Testing
import WebSession

/// What errors look like on the wire (session document 11).
@Suite struct RefusalFormTests {
  /// Reads an error answer and checks what every client relies on.
  private func expectForm(_ response: WebResponse, code: Int, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    #expect(response.status == 200, sourceLocation: sourceLocation)
    #expect(response.body.allSatisfy { $0 < 0x80 }, "not ASCII", sourceLocation: sourceLocation)
    let json = try JSONDocument(response.body).root
    #expect(json.keys == ["Erreur"], sourceLocation: sourceLocation)
    let error = try #require(json["Erreur"], sourceLocation: sourceLocation)
    #expect(error["G"]?.int == code, sourceLocation: sourceLocation)
    // Known clients read both blindly.
    #expect(error["Titre"]?.string?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(error["Message"]?.string != nil, sourceLocation: sourceLocation)
  }

  private func post(_ call: WireCall, _ client: inout WireClient) async throws -> WebResponse {
    let sealed = try client.channel.seal(call)
    return try await client.school.post(sealed.path, sealed.body)
  }

  @Test(arguments: WireSchool.versions, WireSchool.modes)
  func everyErrorHasItsTextsInASCII(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let home = WireSignature(onglet: Tab.home)
      try expectForm(try await post(WireCall(function: "Inconnue", signature: home), &client), code: 3)
      let foreign = WireElement(n: "46#" + String(repeating: "A", count: 43), g: 4)
      let foreignWeek = PageEmploiDuTemps.call(.init(ressource: foreign, numeroSemaine: 12), tab: Tab.timetable)
      try expectForm(try await post(foreignWeek, &client), code: 22)
      var wrongKind = user.resource
      wrongKind.n = user.field("ressource")?.element("classeDEleve")?.n
      let week = PageEmploiDuTemps.call(.init(ressource: wrongKind, numeroSemaine: 12), tab: Tab.timetable)
      try expectForm(try await post(week, &client), code: 20)
      let broken = WireCall(
        function: PageEmploiDuTemps.name,
        payload: [:],
        signature: .init(onglet: Tab.timetable)
      )
      try expectForm(try await post(broken, &client), code: 21)
      let space = try client.channel.seal(WireCall(function: "Navigation", signature: home))
      try expectForm(try await school.post(space.path + "00", space.body), code: 14)
      try expectForm(try await school.post(space.path, space.body), code: 10)
    }
  }

  @Test func theRateLimitSaysItTwice() async throws {
    try await WireSchool.with(faults: ["rate-limit=2"]) { school in
      for _ in 0..<2 { _ = try await WireClient.signedIn(school) }
      var client = try await WireClient.open(school)
      try await client.parameters()
      let call = Identification.call(.init(genreEspace: 3, identifiant: "demonstration"))
      let response = try await post(call, &client)
      try expectForm(response, code: 25)
      let error = try #require(try JSONDocument(response.body).root["Erreur"])
      // One client looks at the one, others at the other.
      for text in [error["Titre"]?.string, error["Message"]?.string] {
        #expect(text?.hasPrefix("Vous avez dépassé le nombre d'erreurs d'authentification autorisées.") == true)
      }
    }
  }

  @Test func twentyWrongPasswordsMakeTheAccountWait() async throws {
    try await WireSchool.with { school in
      var client = try await WireClient.open(school)
      try await client.parameters()
      for _ in 0..<20 {
        let question = try await client.identify("accents")
        #expect(try await client.authenticate("accents", "wrong", question)["Acces"]?.int == 1)
      }
      let request = Identification.Request(genreEspace: 3, identifiant: "Accents").json
      #expect(try await client.refusal(Identification.name, request)?.code == 25)
      // Nobody else has to.
      _ = try await WireClient.signedIn(school)
    }
  }
}
