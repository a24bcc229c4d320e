import PronoteWire
import SchoolServer
import Testing

/// The account `nouveau`, which has to choose a password and a protection (session document 9.2).
@Suite struct PasswordChoiceProtocolTests {
  private static let password = "Cartable2026"

  @Test(arguments: WireSchool.versions, [WireSchool.modes[0], WireSchool.modes[3]])
  func oneRequestSavesBothChoices(version: String, mode: WireSchool.Mode) async throws {
    try await WireSchool.with(version: version, mode: mode) { school in
      var (client, answer) = try await WireClient.authenticate(school, "nouveau")
      #expect(answer.actionsDoubleAuth == [0, 1])
      #expect(answer.modesPossibles == [1, 2, 3])
      #expect(answer.modeSecurisationParDefaut == 2)
      #expect(answer.codePINFixe == true)
      let rules = try #require(answer.reglesSaisieMDP)
      #expect(rules.min == 8 && rules.max == 32)
      #expect(rules.regles == (client.profile.lacksPINReset ? [0, 1, 3] : [0, 1, 3, 4]))
      #expect(answer.messageForcerModificationMdp != nil)
      #expect(answer.emailOcculte == nil)

      #expect(try await client.answer(client.asking(1, password: Self.password)).result == true)
      let saved = try await client.answer(client.saving(mode: 1, password: Self.password))
      #expect(saved.jetonConnexionAppliMobile == nil, "a browser has none")
      #expect(try await client.isOpen())

      #expect(try await WireClient.pendingActions(school, "nouveau") == nil, "the old password")
      #expect(try await WireClient.pendingActions(school, "nouveau", Self.password) == [])
    }
  }

  @Test(arguments: [
    "Court1", "Beaucoup2trop2longue2pour2cette2ecole", "12345678", "Cartable", "cartable2026", "CARTABLE2026",
    " Cartable2026", "Cartable2026 ", "pronotevs", "",
  ])
  func aPasswordThatBreaksARuleIsNotAccepted(password: String) async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.authenticate(school, "nouveau").client
      #expect(try await client.answer(client.asking(1, password: password)).result == false)
      #expect(try await client.refusal(client.saving(mode: 1, password: password)) == 3)
      // In the clear it is no password.
      var request = client.asking(1)
      request.nouveauMDP = Self.password
      #expect(try await client.answer(request).result == false)
      #expect(try await !client.isOpen())
    }
  }

  @Test func everythingThatIsWantedComesAtOnceAndNothingElse() async throws {
    try await WireSchool.shared { school in
      var client = try await WireClient.authenticate(school, "nouveau").client
      let password = Self.password
      let wrong = [
        client.saving(), client.saving(mode: 1), client.saving(password: password),
        client.saving(mode: 0, password: password), client.saving(mode: 7, password: password),
        client.saving(mode: 3, password: password), client.saving(mode: 3, password: password, pin: "12"),
        client.saving(mode: 3, password: password, pin: "12a4"),
        client.saving(mode: 1, password: password, pin: "1234"),
        client.saving(mode: 1, password: password, code: "123456"),
      ]
      for request in wrong { #expect(try await client.refusal(request) == 3, "\(request.json.text())") }
      // What it does not want cannot be asked either.
      for action in [0, 10, 11] { #expect(try await client.refusal(client.asking(action, pin: "1234")) == 3) }
      for action in [4, 5, 9, 12, -1] { #expect(try await client.refusal(client.asking(action)) == 21) }
      #expect(try await client.answer(.init(action: 2)).dejaConnu == false)
      #expect(try await !client.isOpen())
    }
  }

  /// A mode, the PIN that goes with it, and what it asks of the next unknown browser.
  struct Choice: Sendable {
    var mode: Int
    var pin: String?
    var next: [Int]
  }

  @Test(
    arguments: ["2022.0.5", "2026.2.5"],
    [Choice(mode: 1, next: []), Choice(mode: 2, next: [5]), Choice(mode: 3, pin: "2468", next: [3])]
  )
  func theModeDecidesWhatComesNext(version: String, choice: Choice) async throws {
    try await WireSchool.with(version: version) { school in
      var client = try await WireClient.open(school)
      let identity = try #require(try await client.parameters()["identifiantNav"]?.string)
      let device = WireClient.Device.browser(identity: identity)
      client = try await WireClient.authenticate(school, "nouveau", from: device).client
      let request = client.saving(mode: choice.mode, password: Self.password, pin: choice.pin, label: "Mon PC")
      try await client.answer(request)
      let expected = choice.next.map { $0 == 5 && client.profile.lacksPINReset ? 4 : $0 }
      #expect(try await WireClient.pendingActions(school, "nouveau", Self.password) == expected)
      #expect(try await WireClient.pendingActions(school, "nouveau", Self.password, from: device) == [], "known now")
    }
  }

  /// Tokens die with the password; the device that changed it gets another one.
  @Test(arguments: TokenPolicy.allCases) func aNewPasswordEndsOtherPairings(policy: TokenPolicy) async throws {
    try await WireSchool.with(configure: { $0.tokenPolicy = policy }) { school in
      let other = try await WireClient.authenticate(school, "nouveau", from: .pairing("other")).answer
      let otherToken = try #require(other.jetonConnexionAppliMobile)
      var (client, answer) = try await WireClient.authenticate(school, "nouveau", from: .pairing("mine"))
      let first = try #require(answer.jetonConnexionAppliMobile)
      let saved = try await client.answer(client.saving(mode: 1, password: Self.password))
      let second = try #require(saved.jetonConnexionAppliMobile)
      #expect(second != first)
      #expect(try await WireClient.pendingActions(school, "nouveau", otherToken, from: .app("other")) == nil)
      // Nobody has used the session that brought the new one: the lenient school still takes the one before.
      let again = try await WireClient.authenticate(school, "nouveau", first, from: .app("mine"))
      #expect((again.answer.cle != nil) == (policy == .lenient))
      if policy == .strict {
        #expect(try await WireClient.pendingActions(school, "nouveau", second, from: .app("mine")) == [])
      } else {
        var next = again.client
        #expect(try await next.isOpen())
        let third = try #require(again.answer.jetonConnexionAppliMobile)
        #expect(try await WireClient.pendingActions(school, "nouveau", third, from: .app("mine")) == [])
      }
    }
  }

  @Test func theTokenOfTheAnswerIsInForceWhenItsSessionIsUsed() async throws {
    try await WireSchool.with(configure: { $0.tokenPolicy = .lenient }) { school in
      var (client, answer) = try await WireClient.authenticate(school, "nouveau", from: .pairing("mine"))
      let first = try #require(answer.jetonConnexionAppliMobile)
      let saved = try await client.answer(client.saving(mode: 1, password: Self.password))
      #expect(try await client.isOpen())
      #expect(try await WireClient.pendingActions(school, "nouveau", first, from: .app("mine")) == nil)
      let second = try #require(saved.jetonConnexionAppliMobile)
      #expect(try await WireClient.pendingActions(school, "nouveau", second, from: .app("mine")) == [])
    }
  }
}
