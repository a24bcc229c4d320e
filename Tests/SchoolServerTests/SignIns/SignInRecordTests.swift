import PronoteWire
import SchoolModel
import SchoolServer
import Synchronization
import TestSupport
import Testing

@Suite struct `What a school says about sign-ins` {
  /// The records of a school, without their time.
  private static func records(_ school: WireSchool) -> [String] {
    school.server.signIns.map { String("\($0)".dropFirst(9)) }
  }

  /// Pairs a device, or signs in with its token, as far as the next token.
  private static func token(_ school: WireSchool, _ secret: String, _ device: WireClient.Device) async throws -> String?
  {
    var (client, answer) = try await WireClient.authenticate(school, "demonstration", secret, from: device)
    // Whoever uses the session puts its token in force.
    if answer.cle != nil { _ = try await client.isOpen() }
    return answer.jetonConnexionAppliMobile
  }

  @Test(arguments: WireSchool.versions)
  func `tells a stale token from a wrong one and from an unknown device`(version: String) async throws {
    try await WireSchool.with(version: version) { school in
      let first = try #require(try await Self.token(school, "pronotevs", .pairing("phone")))
      let second = try #require(try await Self.token(school, first, .app("phone")))
      #expect(try await Self.token(school, first, .app("phone")) == nil)
      #expect(try await Self.token(school, "nothing", .app("phone")) == nil)
      #expect(try await Self.token(school, second, .app("tablet")) == nil)
      #expect(try await Self.token(school, second, .app("phone")) != nil)
      let records = Self.records(school)
      #expect(records[0] == "student demonstration: password to pair a device: accepted")
      #expect(records[1] == "student demonstration: app token, the newest: accepted")
      // Where the challenge is cipher text, these clients answer with nonsense under the token that they have.
      #expect(records[2] == "student demonstration: app token, replaced by a newer one: refused")
      #expect(records[3] == "student demonstration: app token, never given to this device: refused")
      #expect(records[4] == "student demonstration: app token, of a device that is not paired: refused")
      #expect(records[5] == "student demonstration: app token, the newest: accepted")
      #expect(school.server.signIns.allSatisfy { !"\($0)".contains(first) && !"\($0)".contains(second) })
    }
  }

  @Test func `knows a token that is still good beside the newest`() async throws {
    try await WireSchool.with(configure: { $0.tokenPolicy = .lenient }) { school in
      let first = try #require(try await Self.token(school, "pronotevs", .pairing("phone")))
      // A login whose answer was lost: nobody uses the session.
      let lost = try await WireClient.authenticate(school, "demonstration", first, from: .app("phone")).answer
      #expect(lost.jetonConnexionAppliMobile != nil)
      #expect(try await WireClient.authenticate(school, "demonstration", first, from: .app("phone")).answer.cle != nil)
      #expect(
        Self.records(school).map { $0.split(separator: ": ")[1] } == [
          "password to pair a device", "app token, the newest", "app token, the one before the newest, still good",
        ]
      )
    }
  }

  @Test func `tells the other ends`() async throws {
    try await WireSchool.with(faults: ["rate-limit=6"]) { school in
      _ = try await WireClient.signedIn(school)
      _ = try await WireClient.pendingActions(school, "demonstration", "wrong")
      _ = try await WireClient.pendingActions(school, "pin")
      _ = try await WireClient.pendingActions(school, "inactif")
      _ = try await WireClient.pendingActions(school, "stranger")
      _ = try await WireClient.pendingActions(school, "demonstration", "x", from: .pairingCode("phone"))
      await #expect(throws: ServerRefusal.self) { try await WireClient.signedIn(school) }
      #expect(
        Self.records(school) == [
          "student demonstration: password: accepted", "student demonstration: password: refused",
          "student pin: password: accepted, a second factor is wanted",
          "student inactif: password: refused, the account is disabled",
          "student stranger: password: refused, there is no such account",
          "student demonstration: pairing code: refused",
          "student demonstration: password: refused, too many sign-ins",
        ]
      )
    }
  }

  @Test func `tells a challenge without an answer, to its observer as well`() async throws {
    let seen = Mutex<[SignInRecord]>([])
    let observe: @Sendable (SignInRecord) -> Void = { record in seen.withLock { $0.append(record) } }
    try await WireSchool.with(configure: { $0.onSignIn = observe }) { school in
      var client = try await WireClient.open(school, page: "parent.html")
      try await client.parameters()
      _ = try await client.identify("demonstration")
      #expect(school.server.signIns.map(\.outcome) == [.unanswered])
      #expect(seen.withLock { $0.isEmpty })
      // A second question ends the first.
      let question = try await client.identify("demonstration")
      #expect(seen.withLock { $0.map(\.outcome) } == [.unanswered])
      _ = try await client.authenticate("demonstration", "pronotevs", question)
      #expect(school.server.signIns.map(\.outcome) == [.unanswered, .accepted])
      #expect(seen.withLock { $0 } == school.server.signIns)
      #expect(school.server.signIns.last?.space == .parent)
      #expect(school.server.signIns.last?.time.date == SchoolFiles.today)
    }
  }
}
