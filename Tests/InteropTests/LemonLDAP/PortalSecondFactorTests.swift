import Foundation
import LemonLDAP
import Testing
import WebSession

extension PortalTests {
  @Suite("second factors") struct SecondFactors {
    /// A code that is certainly not the one.
    private func wrong(_ account: PortalAccount) throws -> String {
      let generator = try account.generator()
      let near = Set((-3...3).map { generator.code(at: Date(timeIntervalSinceNow: 30 * Double($0))) })
      return try #require(
        ["000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777"]
          .first { !near.contains($0) }
      )
    }

    @Test("a one-time password from a stored secret", arguments: PortalKind.all)
    func oneTimePassword(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let transport = RecordingTransport(portal.transport)
      let factor = try await portal.signIn(.oneTimePassword, over: transport).factor
      #expect(factor.methods == [.totp] && factor.chosen == .totp)
      #expect(!factor.canResend && !factor.isResendTooSoon && factor.refusal == nil)
      let error = await #expect(throws: PortalError.self) { _ = try await factor.resend() }
      #expect(error?.code == .notOffered)
      let session = try await factor.answer(PortalAccount.oneTimePassword.generator()).session
      #expect(try await session.currentUser() == PortalAccount.oneTimePassword.name)
      #expect(await transport.paths.dropLast() == ["GET /", "POST /", "POST /totp2fcheck"])
      #expect(await transport.passwordsSent == 1)
    }

    @Test("the portal's clock is the one that counts", arguments: PortalKind.plain, [-7200.0, 7200.0])
    func wrongClock(_ kind: PortalKind, ahead: Double) async throws {
      let portal = try await TestPortals.current.running(kind)
      var configuration = LemonLDAPPortal.Configuration()
      configuration.now = { Date(timeIntervalSinceNow: ahead) }
      let account = PortalAccount.oneTimePassword
      let factor = try await portal.portal(configuration: configuration)
        .signIn(username: account.name, password: account.password).factor
      #expect(abs(try #require(factor.clockDrift).components.seconds - Int64(ahead)) <= 2)
      #expect(try await factor.answer(account.generator()).session.isAlive())
    }

    @Test("a mail code, which is sent again when it is time", arguments: PortalKind.all)
    func mail(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      try await portal.readingMail {
        let user = PortalAccount.mail.name
        let before = try await portal.mailCodes(user).count
        let factor = try await portal.signIn(.mail).factor
        #expect(factor.methods == [.mail] && factor.chosen == .mail && factor.canResend)
        let code = try #require(try await portal.mailCodes(user).last)
        #expect(try await portal.mailCodes(user).count == before + 1)

        let tooSoon = try await factor.resend().factor
        #expect(tooSoon.isResendTooSoon && tooSoon.chosen == .mail)
        #expect(try await portal.mailCodes(user).count == before + 1)
        try await Task.sleep(for: .seconds(TestPortalSettings.usual.resendSeconds + 1))
        let resent = try await tooSoon.resend().factor
        #expect(!resent.isResendTooSoon)
        #expect(try await portal.mailCodes(user).suffix(2) == [code, code])

        let session = try await resent.answer(code: " \(code.prefix(3)) \(code.dropFirst(3))\n").session
        #expect(try await session.currentUser() == user)
      }
    }

    @Test("a choice of two", arguments: PortalKind.all)
    func choice(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      try await portal.readingMail {
        let user = PortalAccount.both.name
        let before = try await portal.mailCodes(user).count
        let factor = try await portal.signIn(.both).factor
        #expect(Set(factor.methods) == [.totp, .mail] && factor.chosen == nil)
        let early = await #expect(throws: PortalError.self) { _ = try await factor.answer(code: "123456") }
        #expect(early?.code == .notOffered)
        let absent = await #expect(throws: PortalError.self) { _ = try await factor.choose(.webauthn) }
        #expect(absent?.code == .notOffered)
        #expect(try await portal.mailCodes(user).count == before)
        let mail = try await factor.choose(.mail).factor
        #expect(mail.chosen == .mail)
        let code = try #require(try await portal.mailCodes(user).last)
        #expect(try await portal.mailCodes(user).count == before + 1)
        #expect(try await mail.answer(code: code).session.isAlive())
      }
      let factor = try await portal.signIn(.both).factor
      #expect(try await factor.answer(PortalAccount.both.generator()).session.isAlive())
    }

    @Test("a wrong code ends the sign-in with 96, an empty one is not sent", arguments: PortalKind.plain)
    func wrongCode(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let transport = RecordingTransport(portal.transport)
      let factor = try await portal.signIn(.oneTimePassword, over: transport).factor
      let sent = await transport.requests.count
      for empty in ["", " \n"] {
        let error = await #expect(throws: PortalError.self) { _ = try await factor.answer(code: empty) }
        #expect(error?.code == .emptyCode)
      }
      #expect(await transport.requests.count == sent)
      let refusal = try await factor.answer(code: wrong(.oneTimePassword)).refusal
      #expect(refusal.code == .badOneTimePassword && refusal.step == "code" && !refusal.advice.isEmpty)
      // The form was good for one attempt.
      let again = try await factor.answer(PortalAccount.oneTimePassword.generator())
      #expect(try again.refusal.code == .tokenExpired)
      #expect(await transport.passwordsSent == 1)
    }

    @Test("a wrong code is entered again where that may be", arguments: PortalKind.patient)
    func retry(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind, .generous)
      let transport = RecordingTransport(portal.transport)
      let first = try await portal.signIn(.oneTimePassword, over: transport).factor
      let second = try await first.answer(code: wrong(.oneTimePassword)).factor
      #expect(second.refusal == .retrySecondFactor && second.methods == [.totp] && second.chosen == .totp)
      #expect(try await second.answer(PortalAccount.oneTimePassword.generator()).session.isAlive())
      #expect(await transport.passwordsSent == 1)

      var step = try await portal.signIn(.both)
      step = try await step.factor.choose(.totp)
      for _ in 0..<2 {
        step = try await step.factor.answer(code: wrong(.both))
        #expect(try step.factor.refusal == .retrySecondFactor)
      }
      step = try await step.factor.answer(code: wrong(.both))
      #expect(try step.refusal.code == .badOneTimePassword)
    }

    @Test("a code that comes too late is refused with 82", arguments: PortalKind.plain)
    func expired(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind, .hasty)
      let factor = try await portal.signIn(.oneTimePassword).factor
      try await Task.sleep(for: .seconds(TestPortalSettings.hasty.formSeconds + 2))
      let refusal = try await factor.answer(PortalAccount.oneTimePassword.generator()).refusal
      #expect(refusal.code == .tokenExpired && refusal.step == "code")
    }

    @Test("a mail code without an address is refused with 88", arguments: PortalKind.plain)
    func noAddress(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      #expect(try await portal.signIn(.withoutMail).refusal.code == .mustHaveMail)
    }

    @Test("a sign-in that was stored goes on elsewhere", arguments: PortalKind.all)
    func stored(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      func carry(_ step: PortalStep) throws -> PortalStep {
        let stored = try JSONEncoder().encode(try #require(step.pending))
        let pending = try JSONDecoder().decode(PendingSignIn.self, from: stored)
        #expect(pending.username == PortalAccount.both.name && pending.portal == portal.url)
        let elsewhere = try LemonLDAPPortal(url: "https://elsewhere.example.test", transport: portal.transport)
        let error = #expect(throws: PortalError.self) { _ = try elsewhere.resume(pending) }
        #expect(error?.code == .badState)
        return try portal.portal().resume(pending)
      }
      let choice = try carry(try await portal.signIn(.both)).factor
      #expect(Set(choice.methods) == [.totp, .mail] && choice.chosen == nil)
      let form = try carry(try await choice.choose(.totp)).factor
      #expect(form.chosen == .totp)
      let session = try await form.answer(PortalAccount.both.generator()).session
      #expect(try await session.currentUser() == PortalAccount.both.name)
    }
  }
}
