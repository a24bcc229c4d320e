import Foundation
import LemonLDAP
import Testing
import WebSession

extension PortalTests {
  @Suite("signing in by password") struct Password {
    @Test("without a second factor, until signing out", arguments: PortalKind.all)
    func wholeSession(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let session = try await portal.signIn(.plain).session
      #expect(session.username == PortalAccount.plain.name)
      #expect(session.information == nil && session.trustedBrowser == nil && !session.lostTrust)
      #expect(abs(try #require(session.clockDrift).components.seconds) <= 2)
      #expect(try await session.isAlive())
      #expect(try await session.currentUser() == PortalAccount.plain.name)
      try await session.signOut()
      #expect(try await !session.isAlive())
      #expect(try await session.currentUser() == nil)
      let service = try PortalServices.app.service()
      let error = await #expect(throws: PortalError.self) { try await session.serviceTicket(for: service) }
      #expect(error?.code == .noSession)
    }

    @Test("a session that was stored goes on elsewhere", arguments: PortalKind.plain)
    func storedSession(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let session = try await portal.signIn(.accents).session
      let stored = try JSONEncoder().encode(await session.stored())
      let resumed = try portal.portal().session(JSONDecoder().decode(StoredPortalSession.self, from: stored))
      #expect(try await resumed.isAlive())
      #expect(try await resumed.currentUser() == PortalAccount.accents.name)
      let elsewhere = try LemonLDAPPortal(url: "https://elsewhere.example.test", transport: portal.transport)
      let error = #expect(throws: PortalError.self) {
        try elsewhere.session(JSONDecoder().decode(StoredPortalSession.self, from: stored))
      }
      #expect(error?.code == .badState)
      try await resumed.signOut()
      #expect(try await !session.isAlive())
    }

    @Test("a wrong password is sent once and refused with 5", arguments: PortalKind.all)
    func wrongPassword(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let transport = RecordingTransport(portal.transport)
      let step = try await portal.portal(over: transport).signIn(username: "zoe", password: Secret("no"))
      let refusal = try step.refusal
      #expect(refusal.code == .badCredentials && refusal.step == "password" && refusal.waitSeconds == nil)
      #expect(!refusal.lostTrust && !refusal.text.isEmpty && !refusal.advice.isEmpty)
      #expect(step.pending == nil)
      #expect(await transport.passwordsSent == 1)
    }

    @Test(
      "what is typed wrongly is refused with its code",
      arguments: PortalKind.plain,
      [("", "", 2), ("msmith", "", 2), ("", "msmith", 2), ("a b<c", "a", 40), ("nobody", "nobody", 5)]
    )
    func refusals(_ kind: PortalKind, _ typed: (name: String, password: String, code: Int)) async throws {
      let portal = try await TestPortals.current.running(kind)
      let step = try await portal.portal().signIn(username: typed.name, password: Secret(typed.password))
      #expect(try step.refusal.code?.rawValue == typed.code)
    }

    @Test("an account that may not sign in is refused, in the administrator's words", arguments: PortalKind.plain)
    func notGranted(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let banned = try await portal.signIn(.banned).refusal
      #expect(banned.code == .sessionNotGranted)
      let closed = try await portal.signIn(.closed).refusal
      #expect(closed.code == nil && closed.text == "Closed for you, Clo Sed")
      #expect(!closed.advice.isEmpty)
    }

    @Test("a notice is accepted, once and in another process", arguments: PortalKind.all)
    func notice(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      _ = try await portal.signIn(.reader).notice
      let step = try await portal.signIn(.reader)
      let notice = try step.notice
      #expect(notice.text.contains("Please read") && notice.text.contains("Terms have changed."))
      #expect(notice.conditions.map(\.condition) == ["I accept the terms"])
      let stored = try JSONEncoder().encode(try #require(step.pending))
      let resumed = try portal.portal().resume(JSONDecoder().decode(PendingSignIn.self, from: stored))
      let session = try await resumed.notice.accept().session
      #expect(try await session.currentUser() == PortalAccount.reader.name)
      #expect(try await portal.signIn(.reader).session.isAlive())
    }

    @Test("three wrong passwords lock the account for as long as it says", arguments: PortalKind.plain)
    func locked(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind, .hasty)
      for _ in 0..<3 {
        let step = try await portal.portal().signIn(username: PortalAccount.clumsy.name, password: Secret("no"))
        #expect(try step.refusal.code == .badCredentials)
      }
      let refusal = try await portal.signIn(.clumsy).refusal
      #expect(refusal.code == .wait)
      let seconds = try #require(refusal.waitSeconds)
      #expect((1...TestPortalSettings.hasty.lockSeconds).contains(seconds))
      #expect("\(refusal)".contains("wait \(seconds) seconds"))
      try await Task.sleep(for: .seconds(seconds + 1))
      #expect(try await portal.signIn(.clumsy).session.isAlive())
    }

    @Test("a form that got too old is refused with 82, and the password is not sent again", arguments: PortalKind.plain)
    func expiredForm(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind, .hasty)
      let transport = RecordingTransport(portal.transport)
      let slow = DelayingTransport(transport: transport, delay: .seconds(TestPortalSettings.hasty.formSeconds + 2))
      let refusal = try await portal.signIn(.plain, over: slow).refusal
      #expect(refusal.code == .tokenExpired && refusal.step == "password")
      #expect(await transport.passwordsSent == 1)
      _ = try await portal.signIn(.plain).session
    }
  }
}
