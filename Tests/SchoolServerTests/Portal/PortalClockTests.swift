import SchoolServer
import TestSupport
import Testing
import WebSession

/// What time does to the portal (sso document c.4 to c.8). What it does otherwise is compared with a real one.
@Suite struct PortalClockTests {
  /// Runs a school whose clock stands still.
  private func with(_ body: @escaping @Sendable (PortalVisitor, SteppedClock) async throws -> Void) async throws {
    let clock = SteppedClock()
    try await WireSchool.with(configure: { $0.now = { clock.now } }) { school in
      try await body(PortalVisitor(school), clock)
    }
  }

  @Test func formsAreGoodForTwoMinutes() async throws {
    try await with { visitor, clock in
      let (first, second) = (try await visitor.get(), try await visitor.get())
      clock.advance(seconds: 119)
      #expect(try await visitor.enter("zoe", at: first).status == 302)
      clock.advance(seconds: 1)
      let other = PortalVisitor(visitor.school)
      #expect(try await PortalVisitor.code(other.enter("zoe", at: second)) == 82)
    }
  }

  @Test func codesAreGoodForTheStepsAround() async throws {
    try await with { visitor, clock in
      // The moments of RFC 6238 are of no use here: the secret is the user's.
      let page = try await visitor.enter("rtyler", at: try await visitor.get())
      clock.advance(seconds: 120)
      #expect(try await PortalVisitor.code(visitor.submit(page, [("code", "000000")])) == 82)
      let mail = try await visitor.enter("dwho", at: try await visitor.get())
      clock.advance(seconds: 119)
      let answer = try await visitor.submit(mail, [("code", try await visitor.mailedCode())])
      #expect(answer.status == 302)
      #expect(answer.header("Location") == visitor.school.portal)
    }
  }

  @Test func threeFailuresLockForAWhile() async throws {
    try await with { visitor, clock in
      for _ in 0..<3 {
        let page = try await visitor.get()
        #expect(try await PortalVisitor.code(visitor.submit(page, [("user", "bforce"), ("password", "x")])) == 5)
      }
      clock.advance(seconds: 4)
      let locked = try await visitor.enter("bforce", at: try await visitor.get())
      #expect(PortalVisitor.code(locked) == 86)
      #expect(locked.text.contains(/6 <span trspan="seconds">/))
      clock.advance(seconds: 6)
      #expect(try await visitor.enter("bforce", at: try await visitor.get()).status == 302)
    }
  }

  @Test func sessionsEnd() async throws {
    try await with { visitor, clock in
      try await visitor.signIn("zoe")
      #expect(try await visitor.get("ping").text == #"{"status":1}"#)
      clock.advance(seconds: 8 * 3600)
      #expect(try await visitor.get("ping").text == #"{"status":0}"#)
      #expect(try await PortalVisitor.code(visitor.get()) == 1)
      #expect(try await PortalVisitor.code(visitor.get()) == 9, "the cookie is gone")
    }
  }

  @Test func rememberedRequestsAreForgotten() async throws {
    try await with { visitor, clock in
      let page = try await visitor.get("cas/login", [("service", "http://127.0.0.1:9/app")])
      #expect(PortalVisitor.code(page) == 9)
      clock.advance(seconds: 100)
      let fresh = try await visitor.get()
      clock.advance(seconds: 21)
      let answer = try await visitor.enter("zoe", at: fresh)
      #expect(answer.header("Location") == "\(visitor.school.portal)cas")
      #expect(try await PortalVisitor.code(visitor.get("cas")) == 82)
    }
  }
}
