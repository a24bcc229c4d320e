import PronoteWire
import Testing
import WebSession

/// The account `pin`, whose PIN is 1234 (session document 9).
@Suite struct SecondFactorProtocolTests {
  private static let function = "SecurisationCompteDoubleAuth"

  /// A session that still owes the PIN.
  private static func pending(_ school: WireSchool) async throws -> WireClient {
    var client = try await WireClient.open(school)
    _ = try await client.authenticate("pin")
    return client
  }

  private static func sealed(_ pin: String, _ client: WireClient) -> JSONValue {
    .string(client.channel.timeline.cipher.encrypt(text: pin))
  }

  @Test(arguments: WireSchool.versions, [WireSchool.modes[0], WireSchool.modes[3]])
  func thePINAndANameForTheDeviceOpenTheSession(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(version: version, mode: mode) { school in
      var client = try await WireClient.open(school)
      let answer = try await client.authenticate("pin")
      // A set without ranges, which one client parses as a JSON array; and what another needs beside it.
      #expect(answer["actionsDoubleAuth"]?.typeCode == WireType.numbers)
      #expect(answer["actionsDoubleAuth"]?["V"]?.string == "[3]")
      #expect(answer.numbers("modesPossibles")?.contains(3) == true)
      #expect(answer.integer("modeSecurisationParDefaut") == 3)
      #expect(answer["Acces"] == nil)

      let pin = Self.sealed("1234", client)
      let known = try await client.call(Self.function, ["action": 2, "libelle": "Mon téléphone"])
      #expect(known["dejaConnu"]?.bool == false)
      let check = try await client.call(Self.function, ["action": 0, "codePin": pin])
      #expect(check["result"]?.bool == true)
      try await client.call(
        Self.function,
        ["action": 3, "codePin": pin, "avecIdentification": true, "strIdentification": "Mon téléphone"]
      )
      if !client.profile.userDataInAuthentication {
        #expect(try await client.call(ParametresUtilisateur.name).field("ressource") != nil)
      }
      try await client.call("Navigation", WireRequests.navigation, tab: Tab.home)
      #expect(try await client.refusal(Self.function, ["action": 2, "libelle": "x"])?.code == 3, "it is over")
    }
  }

  @Test func nothingElseIsAnsweredBeforeThePIN() async throws {
    try await WireSchool.shared { school in
      for function in [ParametresUtilisateur.name, PageEmploiDuTemps.name, "Navigation"] {
        var client = try await Self.pending(school)
        #expect(try await client.refusal(function, [:], tab: Tab.home)?.code == 10, "\(function)")
      }
      // Whoever gives up signs out.
      var client = try await Self.pending(school)
      try await client.call(SaisieDeconnexion.name)
    }
  }

  @Test func aWrongPINIsNotAccepted() async throws {
    try await WireSchool.shared(mode: .init(encrypt: true)) { school in
      var client = try await Self.pending(school)
      let wrong = try await client.call(Self.function, ["action": 0, "codePin": Self.sealed("4321", client)])
      #expect(wrong["result"]?.bool == false)
      // In the clear it is wrong, too.
      #expect(try await client.call(Self.function, ["action": 0, "codePin": "1234"])["result"]?.bool == false)
      // Saving without a proven PIN does not work.
      let right = Self.sealed("1234", client)
      let save: JSONValue = [
        "action": 3, "codePin": right, "avecIdentification": true, "strIdentification": "Appareil",
      ]
      #expect(try await client.refusal(Self.function, save)?.code == 3)
      #expect(try await client.call(Self.function, ["action": 0, "codePin": right])["result"]?.bool == true)
      try await client.call(Self.function, save)
      #expect(try await client.call(ParametresUtilisateur.name).field("ressource") != nil)
    }
  }

  @Test func threeWrongPINsAreEnough() async throws {
    try await WireSchool.shared { school in
      var client = try await Self.pending(school)
      for guess in ["0000", "1111", "2222"] {
        let answer = try await client.call(Self.function, ["action": 0, "codePin": Self.sealed(guess, client)])
        #expect(answer["result"]?.bool == false)
        // The same message again is not another try.
        let (call, stored) = try #require(client.last)
        #expect(try await school.post(call.path, call.body).body == stored)
      }
      let right: JSONValue = ["action": 0, "codePin": Self.sealed("1234", client)]
      #expect(try await client.refusal(Self.function, right)?.code == 3)
    }
  }

  @Test(arguments: ["", "Un nom d'appareil de plus de trente lettres"])
  func theDevicesNameHasOneToThirtyLetters(name: String) async throws {
    try await WireSchool.shared { school in
      var client = try await Self.pending(school)
      let pin = Self.sealed("1234", client)
      try await client.call(Self.function, ["action": 0, "codePin": pin])
      let save: JSONValue = [
        "action": 3, "codePin": pin, "avecIdentification": true, "strIdentification": .string(name),
      ]
      #expect(try await client.refusal(Self.function, save)?.code == 3)
      #expect(try await client.refusal(Self.function, ["action": 77])?.code == 21)
    }
  }
}
