import PronoteWire
import SchoolServer
import TestSupport
import Testing
import WebSession

/// The account `oubli`, whose PIN has to be reset with a code from a mail (session document 9.2, actions 10 and 11).
@Suite struct PINResetProtocolTests {
  /// The code of the newest mail.
  private static func code(_ school: WireSchool) async throws -> String {
    let page = try await school.get("mail.html").text
    return String(try #require(page.firstMatch(of: #/code de vérification : (\d{6})/#)?.1))
  }

  /// Asks for a mail and returns its code.
  private static func send(_ client: inout WireClient) async throws -> String {
    #expect(try await client.answer(.init(action: 10)).ok == true)
    return try await code(client.school)
  }

  @Test(arguments: ["2023.0.1", "2024.3.9", "2025.1.3", "2026.2.5"], [WireSchool.modes[0], WireSchool.modes[3]])
  func theCodeOfTheMailResetsThePIN(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.with(version: version, mode: mode) { school in
      var (client, answer) = try await WireClient.authenticate(school, "oubli", from: .pairing("phone"))
      #expect(answer.actionsDoubleAuth == [4])
      #expect(answer.avecReinitPIN == true && answer.codePINFixe == true)
      #expect(answer.emailOcculte?.wholeMatch(of: #/[a-z]\*+@eleve\.example/#) != nil)
      #expect(try await !school.get("mail.html").text.contains("vérification"))

      let code = try await Self.send(&client)
      let early = client.saving(pin: "2468", label: "Phone", code: code)
      #expect(try await client.refusal(early) == 3, "not checked yet")
      #expect(try await client.answer(client.asking(11, pin: code)).result == true)
      var unconfirmed = client.saving(pin: "2468", label: "Phone", code: code)
      unconfirmed.reinitPINOK = nil
      for request in [
        unconfirmed, client.saving(label: "Phone", code: code), client.saving(pin: "2468", code: code),
        client.saving(pin: "2468", label: "Phone"), client.saving(pin: "24", label: "Phone", code: code),
      ] {
        #expect(try await client.refusal(request) == 3, "\(request.json.text())")
      }
      #expect(try await client.refusal(client.asking(0, pin: "1234")) == 3, "the old one is forgotten")
      try await client.answer(client.saving(pin: "2468", label: "Phone", code: code))
      #expect(try await client.isOpen())

      let token = try #require(answer.jetonConnexionAppliMobile)
      #expect(try await WireClient.pendingActions(school, "oubli", token, from: .app("phone")) == [])
      var next = try await WireClient.authenticate(school, "oubli")
      #expect(next.answer.actionsDoubleAuth == [3])
      #expect(try await next.client.answer(next.client.asking(0, pin: "1234")).result == false)
      #expect(try await next.client.answer(next.client.asking(0, pin: "2468")).result == true)
    }
  }

  @Test func threeWrongCodesAreEnough() async throws {
    try await WireSchool.with { school in
      var client = try await WireClient.authenticate(school, "oubli").client
      // Nothing was sent yet; in the clear it is no code.
      #expect(try await client.answer(client.asking(11, pin: "123456")).result == false)
      let code = try await Self.send(&client)
      var clear = client.asking(11)
      clear.codePin = code
      #expect(try await client.answer(clear).result == false)
      #expect(try await client.answer(client.asking(11, pin: "")).result == false)
      #expect(try await client.refusal(client.asking(11, pin: code)) == 3)
      #expect(try await client.refusal(.init(action: 10)) == 3)
    }
  }

  @Test func aNewerCodeReplacesAnOlderOneAndBothExpire() async throws {
    let clock = SteppedClock()
    try await WireSchool.with(configure: { $0.now = { clock.now } }) { school in
      var client = try await WireClient.authenticate(school, "oubli").client
      let first = try await Self.send(&client)
      var second = try await Self.send(&client)
      while second == first { second = try await Self.send(&client) }
      #expect(try await client.answer(client.asking(11, pin: first)).result == false)
      clock.advance(seconds: 599)
      #expect(try await client.answer(client.asking(11, pin: second)).result == true)
      clock.advance(seconds: 2)
      #expect(try await client.refusal(client.saving(pin: "2468", label: "Phone", code: second)) == 3)
      #expect(try await client.answer(client.asking(11, pin: second)).result == false)
      // A code that was checked is worth nothing once another one was sent.
      let third = try await Self.send(&client)
      #expect(try await client.answer(client.asking(11, pin: third)).result == true)
      let fourth = try await Self.send(&client)
      #expect(try await client.refusal(client.saving(pin: "2468", label: "Phone", code: fourth)) == 3)
    }
  }

  /// Where a PIN cannot be reset, it has to be entered (session document 9.4).
  @Test(arguments: ["2019.2.9", "2020.0.2", "2022.0.5"])
  func thereIsNoResetInTheOldestDialects(version: String) async throws {
    try await WireSchool.with(version: version) { school in
      var (client, answer) = try await WireClient.authenticate(school, "oubli")
      #expect(answer.actionsDoubleAuth == [3])
      #expect(answer.emailOcculte == nil && answer.avecReinitPIN == nil)
      for action in [10, 11] { #expect(try await client.refusal(client.asking(action, pin: "123456")) == 21) }
      #expect(try await client.answer(client.asking(0, pin: "1234")).result == true)
      try await client.answer(client.saving(pin: "1234", label: "Salon"))
      #expect(try await client.isOpen())
    }
  }
}
