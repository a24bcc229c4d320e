import Foundation
import LemonLDAP
import Testing
import WebSession

extension PortalTests {
  @Suite("trusted browsers") struct Trust {
    /// Signs in and lets the portal remember this browser.
    private func register(_ account: PortalAccount, _ portal: TestPortal) async throws -> TrustedBrowser {
      var step = try await portal.signIn(account, remembering: true)
      if case .secondFactor(let factor) = step { step = try await factor.answer(account.generator()) }
      let stored = try JSONEncoder().encode(try #require(step.pending))
      step = try portal.portal().resume(JSONDecoder().decode(PendingSignIn.self, from: stored))
      let session = try await step.registration.register().session
      #expect(try await session.isAlive())
      #expect(!session.lostTrust)
      let kept = try JSONEncoder().encode(try #require(session.trustedBrowser))
      return try JSONDecoder().decode(TrustedBrowser.self, from: kept)
    }

    /// The same browser with another proof.
    private func forged(_ browser: TrustedBrowser, _ key: String, _ value: String) throws -> TrustedBrowser {
      var json = try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(browser)) as? [String: Any])
      #expect(json[key] != nil)
      json[key] = value
      return try JSONDecoder().decode(TrustedBrowser.self, from: JSONSerialization.data(withJSONObject: json))
    }

    @Test("registered, and excused from the second factor", arguments: PortalKind.trusting)
    func excused(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let browser = try await register(.oneTimePassword, portal)
      for isRemembering in [false, true] {
        let transport = RecordingTransport(portal.transport)
        let step = try await portal.signIn(
          .oneTimePassword,
          remembering: isRemembering,
          trusted: browser,
          over: transport
        )
        let session = try step.session
        #expect(try await session.currentUser() == PortalAccount.oneTimePassword.name)
        #expect(session.trustedBrowser == browser && !session.lostTrust)
        #expect(await transport.paths.dropLast() == ["GET /", "POST /", "POST /checkbrowser"])
        #expect(await transport.passwordsSent == 1)
      }
      // A wrong password is no reason to forget it, and another user's browser excuses nobody.
      let clumsy = try await portal.portal().signIn(
        username: PortalAccount.oneTimePassword.name,
        password: Secret("no"),
        trusted: browser
      )
      #expect(try clumsy.refusal.code == .badCredentials && !clumsy.refusal.lostTrust)
      _ = try await portal.signIn(.both, trusted: browser).factor
      _ = try await portal.signIn(.oneTimePassword, trusted: browser).session
    }

    @Test("a wrong proof is the last one", arguments: PortalKind.trusting)
    func wrongProof(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let browser = try await register(.both, portal)
      let forged = try forged(browser, "oneTimePasswordSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
      let transport = RecordingTransport(portal.transport)
      let refusal = try await portal.signIn(.both, trusted: forged, over: transport).refusal
      #expect(refusal.code == .error && refusal.lostTrust && refusal.step == "trusted browser")
      #expect(await transport.paths.filter { $0 == "POST /checkbrowser" }.count == 1)
      let factor = try await portal.signIn(.both, trusted: browser).factor
      let session = try await factor.answer(PortalAccount.both.generator()).session
      #expect(session.lostTrust && session.trustedBrowser == nil)
    }

    @Test("declined, or forgotten with signing out", arguments: PortalKind.plain)
    func forgotten(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      var step = try await portal.signIn(.plain, remembering: true)
      let session = try await step.registration.decline().session
      #expect(session.trustedBrowser == nil && !session.lostTrust)
      #expect(try await session.isAlive())

      let browser = try await register(.plain, portal)
      let known = try await portal.signIn(.plain, trusted: browser).session
      #expect(known.trustedBrowser == browser)
      try await known.signOut()
      step = try await portal.signIn(.plain, trusted: browser)
      #expect(try step.session.trustedBrowser == nil && step.session.lostTrust)
    }

    @Test("a fingerprint stands in for the password, not for the second factor", arguments: PortalKind.fingerprinting)
    func fingerprint(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let browser = try await register(.plain, portal)
      let transport = RecordingTransport(portal.transport)
      let session = try await portal.signIn(.plain, trusted: browser, over: transport).session
      #expect(try await session.currentUser() == PortalAccount.plain.name)
      #expect(session.trustedBrowser == browser && !session.lostTrust)
      #expect(await transport.passwordsSent == 0)

      let forged = try forged(browser, "fingerprint", "somebody else's")
      let lost = try await portal.signIn(.plain, trusted: forged).session
      #expect(lost.lostTrust && lost.trustedBrowser == nil)

      let strict = try await register(.oneTimePassword, portal)
      let factor = try await portal.signIn(.oneTimePassword, trusted: strict).factor
      let answered = try await factor.answer(PortalAccount.oneTimePassword.generator())
      #expect(try answered.session.trustedBrowser == strict)

      let other = try await portal.signIn(.accents, trusted: strict).session
      #expect(try await other.currentUser() == PortalAccount.accents.name)
    }

    @Test("a browser that stays connected signs nobody else in", arguments: PortalKind.patient)
    func somebodyElse(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind, .generous)
      let browser = try await register(.oneTimePassword, portal)
      let transport = RecordingTransport(portal.transport)
      let session = try await portal.signIn(.accents, trusted: browser, over: transport).session
      #expect(try await session.currentUser() == PortalAccount.accents.name)
      #expect(session.trustedBrowser == nil && session.lostTrust)
      #expect(await transport.passwordsSent == 1)
      #expect(try await portal.signIn(.oneTimePassword, trusted: browser).session.trustedBrowser == browser)
    }

    @Test("staying connected needs no password", arguments: PortalKind.patient)
    func staysConnected(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind, .generous)
      let browser = try await register(.oneTimePassword, portal)
      let transport = RecordingTransport(portal.transport)
      let session = try await portal.signIn(.oneTimePassword, trusted: browser, over: transport).session
      #expect(try await session.currentUser() == PortalAccount.oneTimePassword.name)
      #expect(session.trustedBrowser == browser)
      #expect(await transport.passwordsSent == 0)

      let forged = try forged(browser, "oneTimePasswordSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
      let step = try await portal.signIn(.oneTimePassword, trusted: forged, over: transport)
      #expect(await transport.passwordsSent == 1)
      let lost = try await step.factor.answer(PortalAccount.oneTimePassword.generator()).session
      #expect(lost.lostTrust && lost.trustedBrowser == nil)
    }
  }
}
