import CAS
import Foundation
import LemonLDAP
import Testing
import WebSession

/// No secret is seen in what is printed: not of errors, not of steps, not of what can be stored.
@Suite struct LeakTests {
  private static let trust = "llngconnection=\(Marks.trust); path=/; max-age=2592000"
  private static let session = "lemonldap=\(Marks.cookie); path=/"

  @Test func `The marks are found where they are printed`() {
    #expect(Marks.shown(by: Marks.all) == Marks.all)
    #expect(Marks.shown(by: ["x": (1, [Marks.token])]) == [Marks.token])
  }

  @Test(arguments: [Pages.choice, Pages.mailCode(), Pages.totpCode, Pages.registration, Pages.notice, Pages.login(5)])
  func `Steps print no secret, and neither does what is stored of them`(html: String) async throws {
    let stub = PortalStub(.page(Pages.login()), .page(html, cookies: [Self.session, Self.trust]))
    let step = try await stub.signIn(remembering: true)
    #expect(Marks.shown(by: step) == [])
    if let pending = step.pending {
      #expect(Marks.shown(by: pending) == [])
      #expect(Marks.shown(by: try stub.portal().resume(pending)) == [])
      let stored = String(decoding: try JSONEncoder().encode(pending), as: UTF8.self)
      #expect(stored.contains(Marks.token) && !stored.contains(Marks.password))
    }
    switch step {
    case .secondFactor(let factor): #expect(Marks.shown(by: factor) == [])
    case .registrationOffered(let offer): #expect(Marks.shown(by: offer) == [])
    case .notice(let notice): #expect(Marks.shown(by: notice) == [])
    case .refused(let refusal): #expect(Marks.shown(by: refusal) == [])
    case .signedIn: Issue.record("signed in")
    }
  }

  @Test func `Sessions and trusted browsers print no secret`() async throws {
    let known = PortalStub.Answer.redirect(PortalStub.url, cookies: [Self.session, Self.trust])
    let stub = PortalStub(.page(Pages.login()), .page(Pages.registration), known)
    guard case .registrationOffered(let offer) = try await stub.signIn(remembering: true),
      case .signedIn(let session) = try await offer.register()
    else { throw UnexpectedStep("not signed in") }
    let browser = try #require(session.trustedBrowser)
    let stored = await session.stored()
    #expect(Marks.shown(by: session) == [])
    #expect(Marks.shown(by: stored) == [])
    #expect(Marks.shown(by: browser) == [])
    #expect(Marks.shown(by: try stub.portal()) == [])
    let kept = String(decoding: try JSONEncoder().encode(browser), as: UTF8.self)
    #expect(kept.contains(Marks.totpSecret) && kept.contains(Marks.trust) && !kept.contains(Marks.cookie))
  }

  /// A page of nonsense that holds all secrets in the places where a form has them.
  private static let nonsense = Pages.page(
    "<form action=\"/x?token=\(Marks.token)#\(Marks.cookie)\" method=\"post\">"
      + Marks.all.map { Pages.hidden("f", $0) }.joined() + "</form>" + Marks.all.joined(separator: " ")
  )

  @Test func `Errors print no secret, at no step`() async throws {
    let service = try ServiceURL("https://app.example.org/")
    let broken = [
      PortalStub.Answer.page(Self.nonsense, cookies: ["x=\(Marks.cookie)"]),
      .redirect("https://evil.example/?token=\(Marks.token)&ticket=\(Marks.ticket)"),
      .redirect("https://app.example.org/?ticket=\(Marks.ticket)%20%22"),
      PortalStub.Answer(status: 500, body: Array(Self.nonsense.utf8)),
      .page(Pages.login(action: "https://evil.example/?token=\(Marks.token)")),
      PortalStub.Answer(body: Array(repeating: UInt8(ascii: "."), count: 3 << 20)),
    ]
    for answer in broken {
      for steps in [[], [Pages.login()], [Pages.login(), Pages.totpCode], [Pages.login(), Pages.registration]] {
        let stub = PortalStub { _, number in number < steps.count ? .page(steps[number]) : answer }
        let error = await #expect(throws: PortalError.self) {
          let step = try await stub.signIn(remembering: true)
          if case .secondFactor(let factor) = step { _ = try await factor.answer(code: Marks.code) }
          if case .registrationOffered(let offer) = step { _ = try await offer.register() }
        }
        #expect(error?.facts.step != nil && error.map { Marks.shown(by: $0) } == [], "\(steps.count)")
      }
      let stub = PortalStub { _, number in number == 0 ? .page(Pages.login()) : number == 1 ? .done : answer }
      guard case .signedIn(let session) = try await stub.signIn() else {
        Issue.record("not signed in")
        continue
      }
      let error = await #expect(throws: PortalError.self) { _ = try await session.serviceTicket(for: service) }
      #expect(error?.facts.step == "ticket" && error.map { Marks.shown(by: $0) } == [])
    }
  }
}
