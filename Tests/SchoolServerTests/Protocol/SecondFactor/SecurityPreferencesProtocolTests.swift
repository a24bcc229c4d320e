import PronoteWire
import Testing

/// `SecurisationComptePreference` and what `PageInfosPerso` says of it (session document 9.4).
@Suite struct SecurityPreferencesProtocolTests {
  private typealias Request = SecurisationComptePreference.Request

  /// Sends an action.
  private static func result(_ client: inout WireClient, _ request: Request) async throws -> Bool? {
    let payload = try await client.call(SecurisationComptePreference.name, request.json, tab: Tab.personalData)
    return try SecurisationComptePreference.Response(payload).result
  }

  private static func refusal(_ client: inout WireClient, _ request: Request) async throws -> Int? {
    try await client.refusal(SecurisationComptePreference.name, request.json, tab: Tab.personalData)?.code
  }

  /// An action with secrets.
  private static func request(
    _ action: Int,
    _ client: WireClient,
    mode: Int? = nil,
    pin: String? = nil,
    oldPIN: String? = nil,
    password: String? = nil,
    oldPassword: String? = nil
  ) -> Request {
    var request = Request(action: action)
    request.mode = mode
    request.codePin = pin.map(client.sealed)
    request.ancienCodePin = oldPIN.map(client.sealed)
    request.nouveauMDP = password.map(client.sealed)
    request.ancienMDP = oldPassword.map(client.sealed)
    return request
  }

  /// An action on a device.
  private static func request(_ action: Int, device: JSONView, label: String? = nil) -> Request {
    var request = Request(action: action)
    request.identifiantSysteme = device.text("identifiantSysteme")
    request.genreSource = device.integer("genreSource")
    request.libelleSaisi = label
    return request
  }

  private static func protection(_ client: inout WireClient) async throws -> (mode: Int?, devices: [JSONView]) {
    let page = try await client.call("PageInfosPerso", [:], tab: Tab.personalData)
    let protection = try #require(page.field("securisation"))
    return (protection.integer("mode"), protection.list("listeAppareils"))
  }

  @Test(arguments: WireSchool.versions, [WireSchool.modes[0], WireSchool.modes[3]])
  func aPINIsSetChangedAndGivenUp(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.with(version: version, mode: mode) { school in
      var client = try await WireClient.signedIn(school).client
      #expect(try await Self.protection(&client).mode == 1)
      #expect(try await Self.result(&client, Self.request(0, client, pin: "1234")) == false, "there is none")
      for pin in ["", "123", "12345", "12a4"] {
        #expect(try await Self.refusal(&client, Self.request(5, client, pin: pin)) == 3)
      }
      #expect(try await Self.result(&client, Self.request(5, client, pin: "1234")) == true)
      #expect(try await Self.result(&client, Self.request(4, client, mode: 3)) == true)
      #expect(try await Self.protection(&client).mode == 3)
      #expect(try await WireClient.pendingActions(school, "demonstration") == [3])

      #expect(try await Self.result(&client, Self.request(0, client, pin: "1234")) == true)
      #expect(try await Self.result(&client, Self.request(5, client, pin: "2468")) == false, "the old one is missing")
      #expect(try await Self.result(&client, Self.request(5, client, pin: "2468", oldPIN: "1234")) == true)
      #expect(try await Self.result(&client, Self.request(4, client, mode: 2)) == false, "the PIN is missing")
      #expect(try await Self.result(&client, Self.request(4, client, mode: 2, oldPIN: "2468")) == true)
      #expect(try await Self.protection(&client).mode == 2)
      let register = client.profile.lacksPINReset ? 4 : 5
      #expect(try await WireClient.pendingActions(school, "demonstration") == [register])
      #expect(try await Self.result(&client, Self.request(4, client, mode: 1)) == true)
      #expect(try await WireClient.pendingActions(school, "demonstration") == [])
      // In PIN mode without a PIN, the next login has to choose one.
      #expect(try await Self.result(&client, Self.request(4, client, mode: 3)) == true)
      #expect(try await WireClient.pendingActions(school, "demonstration") == [2])
    }
  }

  @Test func threeWrongPINsAreEnough() async throws {
    try await WireSchool.with { school in
      var client = try await WireClient.signedIn(school).client
      #expect(try await Self.result(&client, Self.request(5, client, pin: "1234")) == true)
      for pin in ["0000", "1111"] {
        #expect(try await Self.result(&client, Self.request(0, client, pin: pin)) == false)
      }
      #expect(try await Self.result(&client, Self.request(0, client, pin: "1234")) == true)
      for _ in 0..<3 { #expect(try await Self.result(&client, Self.request(5, client, pin: "2468")) == false) }
      #expect(try await Self.refusal(&client, Self.request(0, client, pin: "1234")) == 3)
      #expect(try await client.isOpen(), "the session lives on")
    }
  }

  @Test(arguments: ["2022.0.5", "2026.2.5"]) func devicesAreListedRenamedAndRemoved(version: String) async throws {
    try await WireSchool.with(version: version) { school in
      var (phone, paired) = try await WireClient.authenticate(school, "appareil", from: .pairing("phone"))
      try await phone.answer(phone.saving(label: "Phone"))
      var client = try await WireClient.open(school)
      let identity = try #require(try await client.parameters()["identifiantNav"]?.string)
      let browser = WireClient.Device.browser(identity: identity)
      client = try await WireClient.authenticate(school, "appareil", from: browser).client
      try await client.answer(client.saving(label: "Salon"))

      let devices = try await Self.protection(&client).devices
      #expect(devices.map { $0.text("libelleSaisi") } == ["Phone", "Salon"])
      #expect(devices.map { $0.integer("genreSource") } == [1, 2])
      #expect(devices.map { $0.text("identifiantSysteme") } == ["phone", identity])
      for device in devices {
        #expect(try await Self.refusal(&client, Self.request(6, device: device)) == 3, "no name")
        let long = String(repeating: "x", count: 31)
        #expect(try await Self.refusal(&client, Self.request(6, device: device, label: long)) == 3)
        let name = "New \(device.text("libelleSaisi") ?? "")"
        #expect(try await Self.result(&client, Self.request(6, device: device, label: name)) == true)
      }
      let names = try await Self.protection(&client).devices.map { $0.text("libelleSaisi") }
      #expect(names == ["New Phone", "New Salon"])

      // Another account does not have them.
      var stranger = try await WireClient.signedIn(school).client
      for device in devices { #expect(try await Self.refusal(&stranger, Self.request(7, device: device)) == 20) }
      #expect(try await Self.refusal(&stranger, Self.request(7, client)) == 20)

      for device in devices { #expect(try await Self.result(&client, Self.request(7, device: device)) == true) }
      #expect(try await Self.protection(&client).devices.isEmpty)
      let token = try #require(paired.jetonConnexionAppliMobile)
      #expect(try await WireClient.pendingActions(school, "appareil", token, from: .app("phone")) == nil)
      #expect(try await WireClient.pendingActions(school, "appareil", from: browser)?.count == 1)
    }
  }

  @Test(arguments: ["2022.0.5", "2026.2.5"]) func aNewPasswordEndsEveryPairing(version: String) async throws {
    try await WireSchool.with(version: version, mode: .init(encrypt: true)) { school in
      let paired = try await WireClient.authenticate(school, "demonstration", from: .pairing("phone")).answer
      let token = try #require(paired.jetonConnexionAppliMobile)
      var client = try await WireClient.signedIn(school).client
      let wrong = [
        Self.request(8, client, password: "Cartable2026"),
        Self.request(8, client, password: "court", oldPassword: "pronotevs"),
        Self.request(8, client, oldPassword: "pronotevs"),
      ]
      for request in wrong { #expect(try await Self.result(&client, request) == false) }
      let change = Self.request(8, client, password: "Cartable2026", oldPassword: "pronotevs")
      #expect(try await Self.result(&client, change) == true)
      #expect(try await WireClient.pendingActions(school, "demonstration") == nil)
      #expect(try await WireClient.pendingActions(school, "demonstration", "Cartable2026") == [])
      #expect(try await WireClient.pendingActions(school, "demonstration", token, from: .app("phone")) == nil)
      #expect(try await client.isOpen())
    }
  }

  @Test func whatIsNotAllowedIsRefused() async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.signedIn(school).client
      for mode in [0, 4, -1] { #expect(try await Self.refusal(&client, Self.request(4, client, mode: mode)) == 3) }
      #expect(try await Self.refusal(&client, Self.request(4, client)) == 3)
      #expect(try await Self.refusal(&client, Self.request(9, client, oldPassword: "pronotevs")) == 3)
      for action in [1, 2, 3, 10, 11] { #expect(try await Self.refusal(&client, Self.request(action, client)) == 21) }
      #expect(try await client.refusal(SecurisationComptePreference.name, [:], tab: Tab.personalData)?.code == 21)
      let verify = Self.request(0, client, pin: "1234").json
      #expect(try await client.refusal(SecurisationComptePreference.name, verify, tab: Tab.home)?.code == 3)
      #expect(try await client.refusal(SecurisationComptePreference.name, verify)?.code == 3)
      var pending = try await WireClient.authenticate(school, "pin").client
      #expect(try await Self.refusal(&pending, Self.request(0, pending, pin: "1234")) == 10)
    }
  }
}
