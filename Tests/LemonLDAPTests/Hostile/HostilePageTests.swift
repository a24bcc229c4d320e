import Foundation
import LemonLDAP
import Testing
import WebSession

/// What a portal, or somebody in its place, can put into the page to sign in on.
@Suite(.timeLimit(.minutes(1))) struct HostilePageTests {
  /// What comes back for a page, and what was posted.
  private func failure(_ html: String) async -> (error: PortalError?, stub: PortalStub) {
    let stub = PortalStub(.page(html))
    return (await stub.failure(), stub)
  }

  @Test(arguments: [
    "", "<", "no page at all", Pages.page(""), Pages.page("<form method=post action=/><input name=q></form>"),
    Pages.page("<input name=user><input type=password name=password>"),
    Pages.login(fields: "<input name=user>"), Pages.login(fields: "<input type=password name=password>"),
    Pages.login(fields: Pages.hidden("user", "") + Pages.hidden("password", "")), Pages.choice, Pages.totpCode,
    Pages.registration, Pages.notice, String(decoding: [0xff, 0xfe, 0x3c, 0, 0x66, 0], as: UTF8.self),
  ]) func `A page without a form to sign in with is one, and nothing is sent`(html: String) async {
    let (error, stub) = await failure(html)
    #expect(error?.code == .unknownPage && error?.facts.step == "sign-in page" && error?.facts.httpStatus == 200)
    #expect(error?.facts.page?.isEmpty == false)
    #expect(stub.paths == ["GET /"])
  }

  @Test(arguments: [
    "https://evil.example/", "//evil.example/x", "http://auth.example.org/", "https://auth.example.org:8443/",
    "https://auth.example.org.evil.example/", "https://auth.example.org@evil.example/", "javascript:alert(1)",
    "mailto:lou@example.org", "data:text/html,x", "https:", "\\\\evil.example\\x", "https://[::1", "/\u{0}\u{1}//evil",
  ]) func `A form that leads away gets no password`(action: String) async {
    let (error, stub) = await failure(Pages.login(action: action))
    // What is a path at the portal after all may be asked.
    let hosts = Set(stub.asked.map(\.address.origin))
    #expect(hosts == ["https://auth.example.org"])
    if stub.bodies.isEmpty {
      #expect(error?.code == .foreignForm && error?.facts.step == "sign-in page")
    }
    #expect(stub.bodies.count <= 1)
  }

  @Test func `A form that leads away is not passed over for another`() async {
    let evil = "<form action=\"https://evil.example/\" method=\"post\">\(Pages.loginFields)</form>"
    let good = "<form action=\"/\" method=\"post\">\(Pages.loginFields)</form>"
    let (error, stub) = await failure(Pages.page(evil + good))
    #expect(error?.code == .foreignForm)
    #expect(stub.bodies.isEmpty)
  }

  @Test func `A password is not sent in an address`() async {
    let form = "<form action=\"/\" method=\"get\">\(Pages.loginFields)</form>"
    let (error, stub) = await failure(Pages.page(form))
    #expect(error?.code == .foreignForm)
    #expect(stub.paths == ["GET /"])
  }

  @Test func `A search form before it does not count`() async throws {
    let search = "<form action=\"https://search.example/\" method=\"get\"><input name=q type=text></form>"
    let form = "<form action=\"/here\" method=\"post\">\(Pages.loginFields)</form>"
    let stub = PortalStub(.page(Pages.page(search + form)), .done)
    guard case .signedIn = try await stub.signIn() else { throw UnexpectedStep("not signed in") }
    #expect(stub.paths == ["GET /", "POST /here"])
  }

  @Test func `Of two forms to sign in with, the first one is sent, once`() async throws {
    let forms = ["/first", "/second"].map { "<form action=\"\($0)\" method=\"post\">\(Pages.loginFields)</form>" }
    let stub = PortalStub(.page(Pages.page(forms.joined())), .done)
    guard case .signedIn = try await stub.signIn() else { throw UnexpectedStep("not signed in") }
    #expect(stub.paths == ["GET /", "POST /first"])
  }

  @Test func `Hidden fields that are named like the visible ones are not sent beside them`() async throws {
    let fields =
      Pages.hidden("user", "mallory") + Pages.hidden("password", "planted") + Pages.loginFields
      + Pages.hidden("user", "mallory") + Pages.hidden("password", "planted")
    let stub = PortalStub(.page(Pages.login(fields: fields)), .done)
    _ = try await stub.signIn()
    let body = try #require(stub.bodies.first)
    let sent = body.split(separator: "&").filter { $0.hasPrefix("user=") || $0.hasPrefix("password=") }
    #expect(Set(sent) == ["user=lou", "password=\(Marks.password)"] && sent.count == 2)
    #expect(body.contains("token=\(Marks.token)"))
  }

  @Test func `A button that leads elsewhere is not pressed`() async throws {
    let button = "<button type=submit name=go value=1 formaction=\"https://evil.example/\">Go</button>"
    let stub = PortalStub(.page(Pages.login(fields: Pages.loginFields + button)), .done)
    _ = try await stub.signIn()
    #expect(stub.paths == ["GET /", "POST /"])
    #expect(stub.asked.allSatisfy { $0.address.host == "auth.example.org" })
    #expect(stub.bodies.first?.contains("go=") == false)

    for resend in ["https://evil.example/mail2fresend", "//evil.example/mail2fresend", "javascript:mail2fresend"] {
      let mail = PortalStub(.page(Pages.login()), .page(Pages.mailCode(resend: resend)))
      guard case .secondFactor(let factor) = try await mail.signIn() else {
        Issue.record("no second factor")
        continue
      }
      #expect(!factor.canResend)
      let error = await #expect(throws: PortalError.self) { _ = try await factor.resend() }
      #expect(error?.code == .notOffered && mail.asked.count == 2)
    }
  }

  @Test func `NUL bytes and bytes of another charset are some page`() async throws {
    let torn = Pages.login().replacingOccurrences(of: "><", with: ">\u{0}<")
    let stub = PortalStub(.page(torn), .done)
    guard case .signedIn = try await stub.signIn() else { throw UnexpectedStep("not signed in") }

    var latin = PortalStub.Answer.page(Pages.login(fields: Pages.hidden("motd", "caf@") + Pages.loginFields))
    latin.body = latin.body.map { $0 == UInt8(ascii: "@") ? 0xe9 : $0 }
    for type in ["text/html; charset=utf-8", "text/html; charset=iso-8859-1", "image/png", "text/html; charset=?"] {
      latin.headers = [("Content-Type", type)]
      let stub = PortalStub(latin, .done)
      guard case .signedIn = try await stub.signIn() else { throw UnexpectedStep("not signed in: \(type)") }
      let expected = type.hasSuffix("8859-1") ? "motd=caf%C3%A9" : "motd=caf%EF%BF%BD"
      #expect(stub.bodies.first?.contains(expected) == true, "\(type)")
    }

    let wide = PortalStub.Answer(body: [0xff, 0xfe] + Array(Pages.login().utf16).flatMap { [UInt8($0 & 255), 0] })
    #expect(await PortalStub(wide).failure()?.code == .unknownPage)
  }

  @Test func `A page that is cut off anywhere is one without a form, or the form`() throws {
    let address = try #require(WebAddress(PortalStub.url))
    let pages =
      try Samples.areThere
      ? [Samples.bytes("2.21", "login-form"), Samples.bytes("2.21", "registerbrowser")]
      : [Pages.login(), Pages.registration].map { Array($0.utf8) }
    for bytes in pages {
      let whole = PortalPage(WebResponse(status: 200, body: bytes, address: address)).outcome
      var outcomes: Set<String> = []
      for length in 0...bytes.count {
        let page = PortalPage(WebResponse(status: 200, body: Array(bytes.prefix(length)), address: address))
        if case .login(let form) = page.kind { #expect(form.hasToken, "\(length)") }
        outcomes.insert(page.outcome)
      }
      #expect(outcomes.contains(whole) && outcomes.contains("other"))
    }
  }
}
