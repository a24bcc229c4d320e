import PronoteWire
import Testing

/// The accounts `choix` and `appareil`, and how devices are known again (session document 9.3).
@Suite struct DeviceRegistrationProtocolTests {
  @Test(arguments: WireSchool.versions, [WireSchool.modes[0], WireSchool.modes[3]])
  func aPINIsChosenWithANameForTheDevice(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.with(version: version, mode: mode) { school in
      var (client, answer) = try await WireClient.authenticate(school, "choix", from: .pairing("phone"))
      #expect(answer.actionsDoubleAuth == [2])
      #expect(answer.codePINFixe == true && answer.modeSecurisationParDefaut == 3)
      #expect(answer.reglesSaisieMDP == nil && answer.libelleSaisieExistant == nil)
      let wrong = [
        client.saving(pin: "2468"), client.saving(label: "Phone"), client.saving(pin: "246", label: "Phone"),
        client.saving(pin: "24680", label: "Phone"), client.saving(mode: 1, pin: "2468", label: "Phone"),
        client.saving(password: "Cartable2026", pin: "2468", label: "Phone"),
        client.saving(pin: "2468", label: String(repeating: "é", count: 31)),
      ]
      for request in wrong { #expect(try await client.refusal(request) == 3, "\(request.json.text())") }
      let saved = try await client.answer(client.saving(pin: "2468", label: String(repeating: "é", count: 30)))
      #expect(saved.jetonConnexionAppliMobile == nil, "the password did not change")
      #expect(try await client.isOpen())

      let token = try #require(answer.jetonConnexionAppliMobile)
      #expect(try await WireClient.pendingActions(school, "choix", token, from: .app("phone")) == [])
      var next = try await WireClient.authenticate(school, "choix")
      #expect(next.answer.actionsDoubleAuth == [3])
      #expect(try await next.client.answer(next.client.asking(0, pin: "1234")).result == false)
      #expect(try await next.client.answer(next.client.asking(0, pin: "2468")).result == true)
    }
  }

  @Test(arguments: WireSchool.versions, [WireSchool.modes[0], WireSchool.modes[3]])
  func aDeviceIsRegisteredWithANameAlone(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.with(version: version, mode: mode) { school in
      var (client, answer) = try await WireClient.authenticate(school, "appareil", from: .pairing("phone"))
      // The number changed its meaning (session document 9.1).
      #expect(answer.actionsDoubleAuth == [client.profile.lacksPINReset ? 4 : 5])
      #expect(answer.modeSecurisationParDefaut == 2 && answer.codePINFixe == nil && answer.emailOcculte == nil)
      var asked = SecurisationCompteDoubleAuth.Request(action: 2)
      asked.libelle = "Phone"
      #expect(try await client.answer(asked).dejaConnu == false)
      for request in [
        client.saving(), client.saving(label: ""), client.saving(pin: "1234", label: "Phone"),
        client.saving(label: "Phone", code: "123456"),
      ] {
        #expect(try await client.refusal(request) == 3, "\(request.json.text())")
      }
      let isUnknown: Int? = client.profile.lacksPINReset ? 21 : 3
      for action in [10, 11] { #expect(try await client.refusal(client.asking(action, pin: "123456")) == isUnknown) }
      try await client.answer(client.saving(label: "Phone"))
      #expect(try await client.isOpen())
      let token = try #require(answer.jetonConnexionAppliMobile)
      #expect(try await WireClient.pendingActions(school, "appareil", token, from: .app("phone")) == [])

      var other = try await WireClient.authenticate(school, "appareil").client
      #expect(try await other.answer(asked).dejaConnu == true)
      // Whoever pairs the same device again is told its name.
      let paired = try await WireClient.authenticate(school, "appareil", from: .pairing("phone")).answer
      #expect(paired.libelleSaisieExistant == "Phone" && paired.actionsDoubleAuth.count == 1)
    }
  }

  @Test(arguments: WireSchool.versions) func aBrowserIsKnownAgain(version: String) async throws {
    try await WireSchool.with(version: version) { school in
      for (login, pin) in [("pin", "1234"), ("appareil", nil)] {
        var client = try await WireClient.open(school)
        let identity = try #require(try await client.parameters()["identifiantNav"]?.string)
        let question = try await client.identify(login)
        _ = try await client.authenticate(login, "pronotevs", question)
        // Not before it has a name.
        let device = WireClient.Device.browser(identity: identity)
        #expect(try await WireClient.pendingActions(school, login, from: device)?.count == 1)
        if let pin { try await client.answer(client.asking(0, pin: pin)) }
        try await client.answer(client.saving(pin: pin, label: "Salon"))
        #expect(try await WireClient.pendingActions(school, login, from: device) == [])
        // Others are not, and pairing an app is not what the browser was registered for.
        let strangers: [WireClient.Device] = [
          .browser(identity: nil), .browser(identity: identity + "00"), .pairing(identity),
        ]
        for stranger in strangers {
          #expect(try await WireClient.pendingActions(school, login, from: stranger)?.count == 1)
        }
        #expect(try await WireClient.pendingActions(school, "choix", from: device) == [2], "another account")
      }
    }
  }
}
