import SchoolServer
import TestSupport
import Testing
import WebSession

/// Known browsers that need no password (sso document c.6). The walk beside a real portal compares the pages.
@Suite struct PortalKnownBrowserTests {
  private static let proof = (name: "fg", value: "a browser of these tests")

  /// Runs a school whose clock stands still, with a browser that it knows and that has no session any more.
  private func with(
    staysConnected: Bool = true,
    _ body: @escaping @Sendable (PortalVisitor, SteppedClock) async throws -> Void
  ) async throws {
    let clock = SteppedClock()
    let configure: @Sendable (inout SchoolServerConfiguration) -> Void = {
      $0.now = { clock.now }
      $0.portal.staysConnected = staysConnected
    }
    try await WireSchool.with(configure: configure) { school in
      let visitor = PortalVisitor(school)
      let fields = [
        (name: "user", value: "zoe"), (name: "password", value: "zoe"), (name: "stayconnected", value: "1"),
      ]
      let offer = try await visitor.submit(visitor.get(), fields)
      #expect(try await visitor.submit(offer, [Self.proof]).status == 302)
      clock.advance(seconds: 8 * 3600)
      #expect(try await visitor.get("ping").text == #"{"status":0}"#)
      try await body(visitor, clock)
    }
  }

  /// Whether a page wants the proof of a known browser at the address that it came from.
  private func isChallenge(_ page: WebResponse) -> Bool {
    HTMLPage(page.body).forms.first.map { $0.action == "#" && $0.value(of: "fg") != nil } ?? false
  }

  @Test func proveThemselves() async throws {
    try await with { visitor, _ in
      let challenge = try await visitor.get()
      #expect(isChallenge(challenge))
      #expect(try await visitor.submit(challenge, [Self.proof]).header("Location") == visitor.school.portal)
      #expect(try await visitor.get("ping").text == #"{"status":1}"#)
    }
  }

  @Test func areForgottenAfterAWrongProof() async throws {
    try await with { visitor, _ in
      let refused = try await visitor.submit(visitor.get(), [("fg", "another browser")])
      #expect(PortalVisitor.code(refused) == 1, "the form says that the session is over")
      #expect(!isChallenge(refused))
      #expect(try await visitor.get("ping").text == #"{"status":0}"#)
      let page = try await visitor.get()
      #expect(!isChallenge(page))
    }
  }

  @Test func areForgottenAfterThirtyDays() async throws {
    try await with { visitor, clock in
      clock.advance(seconds: 30 * 86_400 - 8 * 3600 - 1)
      let page = try await visitor.get()
      #expect(isChallenge(page))
      clock.advance(seconds: 1)
      let later = try await visitor.get()
      #expect(!isChallenge(later))
    }
  }

  @Test func typeTheirPasswordWhereTheyDoNotStayConnected() async throws {
    try await with(staysConnected: false) { visitor, _ in
      let form = try await visitor.get()
      #expect(!isChallenge(form))
      let challenge = try await visitor.enter("zoe", at: form)
      #expect(HTMLPage(challenge.body).forms.first?.action == "/checkbrowser")
    }
  }
}
