import CAS
import Foundation
import LemonLDAP
import Testing
import WebSession

/// What a portal, or somebody in its place, can answer with.
@Suite(.timeLimit(.minutes(1))) struct HostileAnswerTests {
  @Test func `A page without end is none, before and after the password`() async {
    let long = PortalStub.Answer(body: Array(repeating: UInt8(ascii: "<"), count: 10 << 20))
    let first = await PortalStub(long).failure()
    #expect(first?.code == .tooLarge && first?.facts.step == "sign-in page")
    let second = await PortalStub(.page(Pages.login()), long).failure()
    #expect(second?.code == .tooLarge && second?.facts.step == "password")
  }

  @Test(arguments: [500, 502, 503, 599]) func `A failure of the portal is one, whatever its page holds`(status: Int)
    async
  {
    var broken = PortalStub.Answer.page(Pages.login())
    broken.status = status
    let stub = PortalStub(broken)
    let first = await stub.failure()
    #expect(first?.code == .unavailable && first?.facts.step == "sign-in page" && first?.facts.httpStatus == status)
    #expect(stub.paths == ["GET /"])
    let second = await PortalStub(.page(Pages.login()), broken).failure()
    #expect(second?.code == .unavailable && second?.facts.step == "password" && second?.facts.httpStatus == status)
  }

  @Test func `Redirects on and on end`() async throws {
    let stub = PortalStub { _, number in .redirect("\(PortalStub.url)\(number)") }
    let error = await stub.failure()
    #expect(error?.code == .redirected && error?.facts.step == "sign-in page")
    #expect(stub.asked.count < 50)

    let tickets = PortalStub { request, number in
      switch number {
      case 0: .page(Pages.login())
      case 1: .done
      default: .redirect("\(PortalStub.url)\(number)")
      }
    }
    guard case .signedIn(let session) = try await tickets.signIn() else { throw UnexpectedStep("not signed in") }
    let service = try ServiceURL("https://app.example.org/")
    let lost = await #expect(throws: PortalError.self) { _ = try await session.serviceTicket(for: service) }
    #expect(lost?.code == .redirected && lost?.facts.step == "ticket")
    #expect(tickets.asked.count < 52)
  }

  @Test(arguments: [301, 302, 303, 307, 308]) func `No password and no cookie follows a redirect`(status: Int) async {
    for target in ["https://evil.example/", "http://auth.example.org/", "//evil.example", "javascript:x", ""] {
      let away = PortalStub(.redirect(target, status: status))
      let first = await away.failure()
      if target.isEmpty {
        // Back to where it came from.
        #expect(first?.code == .redirected)
      } else {
        #expect(first?.code == .redirected && first?.facts.step == "sign-in page", "\(target)")
        #expect(away.asked.count == 1, "\(target)")
      }
      let stub = PortalStub(.page(Pages.login()), .redirect(target, status: status))
      let second = await stub.failure()
      #expect(second?.code == .redirected && second?.facts.step == "password", "\(target)")
      #expect(stub.paths == ["GET /", "POST /"], "\(target)")
    }
  }

  @Test(arguments: [
    "lemonldap=x; domain=evil.example", "lemonldap=x; domain=org", "lemonldap=x; domain=www.auth.example.org",
    "lemonldap=0", "lemonldap=", "lemonldap=x; expires=Wed, 21 Oct 2015 00:00:00 GMT", "lemonldap=x; max-age=0",
    "lemonldap=x; path=/elsewhere", "other=x", "lemonldap2=x", "=x", "lemonldap", "LEMONLDAP=x",
  ]) func `A cookie that is cancelled, foreign or another one is no session`(cookie: String) async {
    let stub = PortalStub(.page(Pages.login()), .redirect(PortalStub.url, cookies: [cookie]))
    let error = await stub.failure()
    #expect(error?.code == .redirected && error?.facts.step == "password")
  }

  @Test func `A cookie for elsewhere is not sent along`() async throws {
    let planted = ["a=1; domain=evil.example", "b=2; domain=org", "c=3; path=/x", "d=4; domain=.example.org; path=/"]
    let stub = PortalStub(.page(Pages.login(), cookies: planted), .done)
    _ = try await stub.signIn()
    #expect(stub.asked[1].header("Cookie") == "d=4")
  }

  @Test func `A ticket for another service is none`() async throws {
    for location in [
      "https://evil.example/?ticket=\(Marks.ticket)", "https://app.example.org.evil.example/?ticket=\(Marks.ticket)",
      "https://app.example.org/other?ticket=\(Marks.ticket)", "javascript:ticket=\(Marks.ticket)",
    ] {
      let stub = PortalStub(.page(Pages.login()), .done, .redirect(location))
      guard case .signedIn(let session) = try await stub.signIn() else {
        Issue.record("not signed in")
        continue
      }
      let service = try ServiceURL("https://app.example.org/app")
      let error = await #expect(throws: PortalError.self) { _ = try await session.serviceTicket(for: service) }
      #expect(error?.code == .redirected && error?.facts.step == "ticket", "\(location)")
      #expect(error.map { Marks.shown(by: $0) } == [])
      #expect(stub.asked.count == 3)
    }
  }

  @Test func `A session of nonsense is an error at every call`() async throws {
    for answer in [
      PortalStub.Answer(body: [0, 1, 2]), .page("<html>"), .page("[]"), .page("{\"status\":\"1\"}"),
      .redirect("https://evil.example/"), PortalStub.Answer(status: 503), .page("{\"status\":99999999999999999999}"),
    ] {
      let stub = PortalStub { _, number in number == 0 ? .page(Pages.login()) : number == 1 ? .done : answer }
      guard case .signedIn(let session) = try await stub.signIn() else {
        Issue.record("not signed in")
        continue
      }
      let probe = await #expect(throws: PortalError.self) { _ = try await session.isAlive() }
      #expect(probe?.facts.step == "session probe")
      let out = await #expect(throws: PortalError.self) { try await session.signOut() }
      #expect(out?.facts.step == "sign-out")
      let isDown = answer.status == 503
      #expect((probe?.code == .unavailable) == isDown && (out?.code == .unavailable) == isDown)
      #expect(stub.asked.allSatisfy { $0.address.host == "auth.example.org" })
    }
  }

  @Test func `A stored sign-in that was tampered with sends no code elsewhere`() async throws {
    let stub = PortalStub(.page(Pages.login()), .page(Pages.totpCode))
    let pending = try #require(try await stub.signIn().pending)
    let stored = String(decoding: try JSONEncoder().encode(pending), as: UTF8.self)
    let forged = stored.replacingOccurrences(of: "auth.example.org\\/totp2fcheck", with: "evil.example\\/totp2fcheck")
    #expect(forged != stored)
    let resumed = try stub.portal().resume(JSONDecoder().decode(PendingSignIn.self, from: Data(forged.utf8)))
    guard case .secondFactor(let factor) = resumed else { throw UnexpectedStep("no second factor") }
    let error = await #expect(throws: PortalError.self) { _ = try await factor.answer(code: Marks.code) }
    #expect(error?.code == .foreignForm && error?.facts.step == "code")
    #expect(stub.asked.count == 2)
  }

  @Test(arguments: [
    "", "auth", "ftp://auth.example.org/", "http://auth.example.org/", "https://", "javascript:x",
  ]) func `A portal's address is one, and encrypted`(url: String) {
    let error = #expect(throws: PortalError.self) {
      _ = try LemonLDAPPortal(url: url, transport: PortalStub(.page("")))
    }
    #expect(error?.code == .badAddress)
  }
}
