import LemonLDAP
import Testing

/// What steps say of themselves: where the sign-in stands. `LeakTests` sees to it that no secret is in it.
@Suite struct DescriptionTests {
  private static let session = "lemonldap=\(Marks.cookie); path=/"
  private static let trust = "llngconnection=\(Marks.trust); path=/; max-age=2592000"

  @Test(arguments: [
    (Pages.choice, "secondFactor(one of totp, mail)"), (Pages.totpCode, "secondFactor(a code of totp)"),
    (Pages.mailCode(), "secondFactor(a code of mail)"), (Pages.registration, "registrationOffered"),
    (Pages.notice, "notice(Read, 1 condition)"),
  ])
  func `A step says what it wants`(page: String, text: String) async throws {
    let step = try await PortalStub(.page(Pages.login()), .page(page, cookies: [Self.session])).signIn(
      remembering: true
    )
    #expect("\(step)" == text)
    var dumped = ""
    dump(step, to: &dumped)
    for flaw in ["SignInExchange", "PortalForm", "Browser #", "Opaque"] { #expect(!dumped.contains(flaw)) }
    switch step {
    case .secondFactor(let request):
      #expect("\(request)" == text.replacing("secondFactor", with: "SecondFactorRequest"))
    case .registrationOffered(let offer): #expect("\(offer)" == "BrowserRegistration(\(PortalStub.url))")
    case .notice(let notice): #expect("\(notice)" == "PortalNotice(Read, 1 condition)")
    default: Issue.record("another step")
    }
  }

  @Test func `A refusal says why, a session whose it is`() async throws {
    let refused = try await PortalStub(.page(Pages.login()), .page(Pages.login(5))).signIn()
    #expect("\(refused)".hasPrefix("refused(password: "))
    let known = PortalStub.Answer.redirect(PortalStub.url, cookies: [Self.session, Self.trust])
    let stub = PortalStub(.page(Pages.login()), .page(Pages.registration), known)
    guard case .registrationOffered(let offer) = try await stub.signIn(remembering: true) else {
      throw UnexpectedStep("no offer")
    }
    let step = try await offer.register()
    #expect("\(step)" == "signedIn(PortalSession(lou, \(PortalStub.url)))")
    guard case .signedIn(let session) = step else { throw UnexpectedStep("not signed in") }
    #expect("\(session.portal)" == "LemonLDAPPortal(\(PortalStub.url))")
    #expect("\(try #require(session.trustedBrowser))" == "TrustedBrowser(lou)")
    var dumped = ""
    dump(step, to: &dumped)
    #expect(dumped.contains("isTrusted: true") && !dumped.contains("Opaque"))
  }
}
