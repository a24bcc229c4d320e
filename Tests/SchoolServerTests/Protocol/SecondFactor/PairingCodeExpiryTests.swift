import PronoteWire
import SchoolServer
import TestSupport
import Testing

/// Pairing codes are good once and for ten minutes (session document 8.1 and 8.5).
@Suite struct PairingCodeExpiryTests {
  /// Makes a code and returns the one-time token in it.
  private static func token(_ client: inout WireClient) async throws -> String {
    let payload = try await client.call(
      JetonAppliMobile.name,
      JetonAppliMobile.Request(code: "0042").json,
      tab: Tab.home
    )
    let response = try JetonAppliMobile.Response(payload)
    let cipher = SessionCipher(keyMaterial: Array("0042".utf8), vectorMaterial: nil)
    #expect(try cipher.decrypt(hex: response.login) == "demonstration")
    return try cipher.decrypt(hex: response.jeton)
  }

  @Test(arguments: WireSchool.versions, [599.0, 601.0])
  func aCodeIsGoodForTenMinutes(version: String, age: Double) async throws {
    let clock = SteppedClock()
    try await WireSchool.with(version: version, configure: { $0.now = { clock.now } }) { school in
      var client = try await WireClient.signedIn(school).client
      let token = try await Self.token(&client)
      clock.advance(seconds: age)
      let actions = try await WireClient.pendingActions(school, "demonstration", token, from: .pairingCode("phone"))
      #expect(actions == (age < 600 ? [] : nil))
    }
  }

  @Test func aCodeIsGoodOnceAndForACodeOnly() async throws {
    try await WireSchool.with { school in
      var client = try await WireClient.signedIn(school).client
      let token = try await Self.token(&client)
      for device in [WireClient.Device.browser(identity: nil), .pairing("phone"), .app("phone"), .pairingCode("")] {
        #expect(try await WireClient.pendingActions(school, "demonstration", token, from: device) == nil)
      }
      let code = WireClient.Device.pairingCode("phone")
      #expect(try await WireClient.pendingActions(school, "accents", token, from: code) == nil, "another account")
      #expect(try await WireClient.pendingActions(school, "demonstration", token, from: code) == [])
      #expect(try await WireClient.pendingActions(school, "demonstration", token, from: code) == nil, "spent")
      #expect(
        try await WireClient.pendingActions(school, "demonstration", token, from: .pairingCode("other")) == nil,
        "for every device"
      )
    }
  }

  @Test func aNewerCodeReplacesAnOlderOne() async throws {
    try await WireSchool.with { school in
      var client = try await WireClient.signedIn(school).client
      let older = try await Self.token(&client)
      let newer = try await Self.token(&client)
      let device = WireClient.Device.pairingCode("phone")
      #expect(try await WireClient.pendingActions(school, "demonstration", older, from: device) == nil)
      #expect(try await WireClient.pendingActions(school, "demonstration", newer, from: device) == [])
    }
  }
}
