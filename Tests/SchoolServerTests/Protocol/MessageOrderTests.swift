import PronoteWire
import SchoolModel
import SchoolServer
import Testing
import WebSession

/// Order numbers, repetitions and addresses of calls (session document 3, 18.2).
@Suite struct MessageOrderTests {
  @Test(arguments: WireSchool.versions, WireSchool.modes)
  func answersAreNumberedAndNamed(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      var client = try await WireClient.open(school)
      let names = client.profile.names
      try await client.parameters()
      let envelope = try JSONDocument(try #require(client.last).answer).root
      #expect(envelope.keys == ["session", names.order, names.function, names.secured])
      #expect(envelope["session"]?.int == client.start.session)
      #expect(envelope.member(names.function)?.string == FonctionParametres.name)
      let order = try #require(envelope.member(names.order)?.string)
      #expect(order.wholeMatch(of: #/[0-9A-F]{32}/#) != nil, "servers write upper case")
      #expect(try OrderNumber.decode(order, cipher: client.channel.timeline.cipher) == 2)
      let secured = try #require(envelope.member(names.secured))
      if mode.encrypt || mode.compress {
        #expect(secured.string?.wholeMatch(of: #/([0-9A-F]{2})+/#) != nil)
      } else {
        // The function's name stays inside under its old name, also where the envelope's name is new.
        #expect(secured["nom"]?.string == FonctionParametres.name)
        #expect(secured.member(names.payload) != nil)
        #expect(secured.member(names.signature)?["ModeExclusif"]?.bool == false)
      }
    }
  }

  @Test(arguments: [3, 5, 0, 2, -1, 99]) func aWrongNumberEndsTheSession(number: Int) async throws {
    try await WireSchool.shared(mode: .init(encrypt: true)) { school in
      var client = try await WireClient.open(school)
      try await client.parameters()
      // Three is the next one; here its neighbours are sent.
      let wrong = number == 3 ? 1 : number
      let order = OrderNumber.encode(wrong, cipher: client.channel.timeline.cipher)
      let next = try client.channel.seal(WireCall(function: Identification.name))
      let body = Array(
        String(decoding: next.body, as: UTF8.self).replacing(next.path.split(separator: "/").last ?? "", with: order)
          .utf8
      )
      let path = "appelfonction/\(client.start.space)/\(client.start.session)/\(order)"
      let refusal = try await client.refusal(posting: body, to: path)
      #expect(refusal?.code == 14)
      #expect(refusal?.title == "La page a expiré ! (7)")
      // Now even the right one comes too late.
      #expect(try await client.refusal(posting: next.body, to: next.path)?.code == 10)
    }
  }

  @Test(arguments: ["", "zz", "3fa959b13967e0ef176069e01e23c8d", "00000000000000000000000000000000", "1"])
  func whatIsNoNumberEndsTheSession(order: String) async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.open(school)
      let next = try client.channel.seal(WireCall(function: FonctionParametres.name))
      let path = "appelfonction/\(client.start.space)/\(client.start.session)/\(order.isEmpty ? "%20" : order)"
      #expect(try await client.refusal(posting: next.body, to: path)?.code == 14)
      #expect(try await client.refusal(posting: next.body, to: next.path)?.code == 10)
    }
  }

  @Test(arguments: WireSchool.modes) func aRepeatedCallGetsTheStoredAnswer(mode: WireSchool.Mode) async throws {
    try await WireSchool.with(mode: mode, faults: ["rate-limit=1", "expire-after=5"]) { school in
      var client = try await WireClient.open(school)
      try await client.parameters()
      let question = try await client.identify("demonstration")
      let (call, answer) = try #require(client.last)
      // The question is random, and logins and calls are counted: none of that happens again.
      for _ in 0..<5 {
        #expect(try await school.post(call.path, call.body).body == answer)
      }
      // Letters of the number may be in either case.
      let path = call.path.split(separator: "/")
      let upper = path.dropLast().joined(separator: "/") + "/" + (path.last ?? "").uppercased()
      #expect(try await school.post(upper, call.body).body == answer)
      #expect(try await client.authenticate("demonstration", "pronotevs", question).label("cle") != nil)
      let again = try #require(client.last)
      #expect(try await school.post(again.call.path, again.call.body).body == again.answer)
      #expect(try await client.call(ParametresUtilisateur.name).field("ressource") != nil)
      // Only the last answer is kept.
      #expect(try await client.refusal(posting: call.body, to: call.path)?.code == 14)
    }
  }

  @Test func aRepeatedWriteIsWrittenOnce() async throws {
    try await WireSchool.with { school in
      var (client, _) = try await WireClient.signedIn(school)
      let people = try await client.call(
        "ListeRessourcesPourCommunication",
        ["onglet": ["N": 0, "G": 3]],
        tab: Tab.discussions
      )
      let recipient = try #require(
        people.list("listeRessourcesPourCommunication").map(\.unwrapped).first { $0.flag("avecDiscussion") }
      )
      let before = try await client.call("ListeMessagerie", ["avecMessage": true], tab: Tab.discussions)
      let message: JSONValue = [
        "objet": "Question", "contenu": "Bonjour",
        "listeDestinataires": .elements([["N": .string(recipient.id("N") ?? ""), "G": 3]]),
      ]
      let reply = try await client.call(
        WireCall(function: "SaisieMessage", payload: message, signature: .init(onglet: Tab.discussions))
      )
      #expect(reply.report?.flag("_erreurSaisie_") == false)
      let (call, answer) = try #require(client.last)
      for _ in 0..<3 { #expect(try await school.post(call.path, call.body).body == answer) }
      let after = try await client.call("ListeMessagerie", ["avecMessage": true], tab: Tab.discussions)
      #expect(after.list("listeMessagerie").count == before.list("listeMessagerie").count + 1)
    }
  }

  @Test func aRefusalIsStoredAndRepeated() async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      #expect(try await client.refusal("Inconnue", [:], tab: Tab.home)?.code == 3)
      let (call, answer) = try #require(client.last)
      #expect(try await school.post(call.path, call.body).body == answer)
      try await client.call("Navigation", WireRequests.navigation, tab: Tab.home)
    }
  }

  @Test func bodyAndPathHaveToAgree() async throws {
    try await WireSchool.shared { school in
      for change in ["order", "session", "json", "function", "secured"] {
        var client = try await WireClient.open(school)
        let names = client.profile.names
        let call = try client.channel.seal(FonctionParametres.call(.init(uuid: "AAECAwQFBgcICQoLDA0ODw==")))
        let order = try #require(call.path.split(separator: "/").last).description
        let other = OrderNumber.encode(3, cipher: client.channel.timeline.cipher)
        let text = String(decoding: call.body, as: UTF8.self)
        let body =
          switch change {
          case "order": text.replacing(order, with: other)
          case "session": text.replacing("\"session\":\(client.start.session)", with: "\"session\":1")
          case "json": String(text.dropLast())
          case "function": text.replacing("\"\(names.function)\":", with: "\"unknown\":")
          default: text.replacing("\"\(names.secured)\":", with: "\"unknown\":")
          }
        #expect(body != text)
        #expect(try await client.refusal(posting: Array(body.utf8), to: call.path)?.code == 14, "\(change)")
        #expect(try await client.refusal(posting: call.body, to: call.path)?.code == 10, "\(change)")
      }
    }
  }

  @Test func anotherSpacesNumberEndsTheSession() async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.open(school)
      let call = try client.channel.seal(FonctionParametres.call(.init(uuid: "AAECAwQFBgcICQoLDA0ODw==")))
      let path = call.path.replacing("appelfonction/3/", with: "appelfonction/6/")
      #expect(path != call.path)
      #expect(try await client.refusal(posting: call.body, to: path)?.code == 10)
      #expect(try await client.refusal(posting: call.body, to: call.path)?.code == 10)
    }
  }

  @Test func nobodyKnowsASessionThatNobodyOpened() async throws {
    try await WireSchool.shared { school in
      let client = try await WireClient.open(school)
      let path = "appelfonction/3/999999999/3fa959b13967e0ef176069e01e23c8d7"
      let refusal = try await client.refusal(posting: Array("{}".utf8), to: path)
      #expect(refusal == .sessionUnknown)
      #expect(refusal?.title == "La page a expiré ! (3)")
    }
  }

  @Test func someoneElsesSessionIsNotTouchedByAGuess() async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      // A number that is no session's, and then the session goes on.
      let path = "appelfonction/3/\(client.start.session + 1_000_000)/3fa959b13967e0ef176069e01e23c8d7"
      #expect(try await client.refusal(posting: Array("{}".utf8), to: path)?.code == 10)
      try await client.call("Navigation", WireRequests.navigation, tab: Tab.home)
    }
  }

  @Test func signingOutEndsTheSession() async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      try await client.call(SaisieDeconnexion.name)
      #expect(try await client.refusal("Navigation", WireRequests.navigation, tab: Tab.home)?.code == 10)
      // The beacon of a page that is closed does the same.
      var (other, _) = try await WireClient.signedIn(school)
      let order = OrderNumber.encode(9, cipher: other.channel.timeline.cipher)
      let beacon: JSONValue = ["ns": .integer(other.start.session), "no": .string(order)]
      #expect(try await school.post("appeldeconnexion/\(order)/1234", beacon.bytes()).status == 200)
      #expect(try await other.refusal("Navigation", WireRequests.navigation, tab: Tab.home)?.code == 10)
    }
  }
}
