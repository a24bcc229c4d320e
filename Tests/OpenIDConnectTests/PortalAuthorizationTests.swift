import LemonLDAP
import OpenIDConnect
import Testing
import WebSession

/// What a portal can answer to somebody who asks for a code, with portals that do what none should.
@Suite struct `A portal's answers` {
  private static func value(_ name: String, _ request: WebRequest) -> String {
    StubPortal.value(name, in: request.address.query ?? "")
  }

  private static func redirect(_ location: String) -> StubPortal.Answer { (302, [("Location", location)], "") }

  /// The error that asking for a code ends with.
  private func failure(_ answer: @escaping @Sendable (WebRequest) -> StubPortal.Answer) async throws -> OpenIDError? {
    let portal = StubPortal(answer)
    let session = try await portal.session()
    let request = try await portal.client().authorizationRequest()
    let error = await #expect(throws: OpenIDError.self) { try await session.authorize(request) }
    #expect(error.map { !"\($0)".contains(request.state) && !"\($0)".contains(request.verifier.reveal()) } == true)
    return error
  }

  @Test func `the consent goes back with every field, the stamp letter by letter`() async throws {
    let portal = StubPortal { request in
      guard request.method == .post else {
        let list = """
          <li><span trspan="yourIdentity">x</span></li>
          <li><span trspan="anotherInformation">anotherInformation</span> <i>(weather)</i></li>
          <li><span trspan="yourOffline">x</span></li>
          """
        return (200, [], StubPortal.consentPage(for: request, list: list))
      }
      let form = String(decoding: request.body ?? [], as: UTF8.self)
      let state = StubPortal.value("state", in: form)
      let word = StubPortal.value("confirm", in: form).hasPrefix("-") ? "error=consent_required" : "code=c"
      return Self.redirect("\(StubProvider.redirectURI)?\(word)&state=\(state)")
    }
    let session = try await portal.session()
    let client = try portal.client()
    let request = try await client.authorizationRequest()
    guard case .consentNeeded(let consent) = try await session.authorize(request) else {
      Issue.record("nobody asks")
      return
    }
    #expect(consent.application == "Mobile, <b>")
    #expect(
      consent.items == [
        ConsentItem(key: "yourIdentity"), ConsentItem(key: "anotherInformation", scope: "weather"),
        ConsentItem(key: "yourOffline"),
      ]
    )
    #expect(
      consent.items.map(\.text) == ["your identity", "another information: weather", "access while you are away"]
    )
    #expect(consent.scopes == ["openid"])
    for text in ["\(consent)", String(reflecting: consent)] {
      #expect(!["a%2Bb", request.state, request.nonce].contains { text.contains($0) })
    }
    #expect(try await consent.accept().code.reveal() == "c")
    #expect(try await consent.refuse() == .consentRequired)
    let posts = portal.asked.filter { $0.method == .post }.map { String(decoding: $0.body ?? [], as: UTF8.self) }
    #expect(posts.map { StubPortal.value("confirm", in: $0) } == ["a%2Bb+c/d==", "-a%2Bb+c/d=="])
    for post in posts {
      #expect(StubPortal.value("skin", in: post) == "bootstrap")
      #expect(StubPortal.value("nonce", in: post) == request.nonce)
      #expect(StubPortal.value("redirect_uri", in: post) == StubProvider.redirectURI)
    }
    #expect(portal.asked.allSatisfy { $0.address == request.url })
    #expect(portal.asked.allSatisfy { $0.header("Cookie") == "lemonldap=session" })
  }

  @Test(
    arguments: [
      ["client_id": "other"], ["redirect_uri": "fr.example.other://callback"], ["state": "other"], ["state": nil],
      ["code_challenge": "other"], ["code_challenge": nil], ["code_challenge_method": "plain"], ["client_id": nil],
    ] as [[String: String?]]
  )
  func `consent to another request is not asked for`(_ changes: [String: String?]) async throws {
    let error = try await failure { (200, [], StubPortal.consentPage(for: $0, changing: changes)) }
    #expect(error?.code == .otherRequest)
  }

  @Test func `a portal that asks again and again, or gives a code after a refusal`() async throws {
    let again = StubPortal { (200, [], StubPortal.consentPage(for: $0)) }
    let session = try await again.session()
    let request = try await again.client().authorizationRequest()
    guard case .consentNeeded(let consent) = try await session.authorize(request) else {
      Issue.record("nobody asks")
      return
    }
    let error = await #expect(throws: OpenIDError.self) { try await consent.accept() }
    #expect(error?.code == .unknownPage)
    let pushy = StubPortal { request in
      guard request.method == .post else { return (200, [], StubPortal.consentPage(for: request)) }
      return Self.redirect("\(StubProvider.redirectURI)?code=c&state=\(Self.value("state", request))")
    }
    let other = try await pushy.session()
    guard case .consentNeeded(let second) = try await other.authorize(try await pushy.client().authorizationRequest())
    else {
      Issue.record("nobody asks")
      return
    }
    let refusal = await #expect(throws: OpenIDError.self) { try await second.refuse() }
    #expect(refusal?.code == .malformedAnswer)
  }

  @Test func `pages with a code of the portal`() async throws {
    for (page, code, number) in [
      ("<span trmsg='107'></span>", OpenIDError.Code.refusedByPortal, 107),
      ("<span trmsg='108'></span>", .refusedByPortal, 108), ("<span trmsg='90'></span>", .refusedByPortal, 90),
      ("<form method=post action='/upgradesession'><input name=confirm></form>", .refusedByPortal, 102),
      (
        "<span trmsg='9'></span><form method=post><input name=user><input type=password name=password></form>",
        .noSession, 9
      ),
      (
        "<span trmsg='84'></span><form method=post><input name=user><input type=password name=p></form>",
        .refusedByPortal, 84
      ),
      ("<form method=post action='https://evil.test/'><input name=confirm></form>", .unknownPage, nil),
      ("", .unknownPage, nil), ("<html><form", .unknownPage, nil),
    ] as [(String, OpenIDError.Code, Int?)] {
      let error = try await failure { _ in (200, [], page) }
      #expect(error?.code == code, "\(page)")
      #expect(error?.portalCode?.rawValue == number, "\(page)")
    }
  }

  @Test func `redirects that lead to the application are read, the portal's own are followed, others are not`()
    async throws
  {
    let around = StubPortal { request in
      request.address.query?.hasPrefix("again") == true
        ? Self.redirect(
          "\(StubProvider.redirectURI)?code=c&state=\(StubPortal.value("state", in: request.address.query ?? ""))"
        )
        : Self.redirect("/oauth2/authorize?again=1&state=\(Self.value("state", request))")
    }
    let request = try await around.client().authorizationRequest()
    guard case .code(let code) = try await around.session().authorize(request) else {
      Issue.record("there is no code")
      return
    }
    #expect(code.code.reveal() == "c")
    for location in [
      "https://evil.test/?code=c", "fr.example.app://callbackevil?code=c", "fr.example.evil://callback?code=c",
      "http://auth.example.org/", "javascript:alert(1)",
    ] {
      #expect(try await failure { _ in Self.redirect(location) }?.code == .redirected, "\(location)")
    }
    #expect(try await failure { _ in Self.redirect("/oauth2/authorize?again") }?.code == .redirected)
    #expect(try await failure { _ in Self.redirect("\(StubProvider.redirectURI)?code=c&state=x") }?.code == .wrongState)
  }

  @Test func `a request that the portal remembers is forgotten first`() async throws {
    let portal = StubPortal { request in
      Self.redirect("\(StubProvider.redirectURI)?code=c&state=\(Self.value("state", request))")
    }
    let session = try await portal.session()
    for domain in ["", "; Domain=auth.example.org", "; Domain=example.org"] {
      await session.browser.setCookie("lemonldappdata=x; Path=/\(domain)", from: session.portal.address)
    }
    #expect(await session.browser.cookies.header(for: session.portal.address, now: 0)?.contains("pdata") == true)
    _ = try await session.authorize(try await portal.client().authorizationRequest())
    #expect(portal.asked.map { $0.header("Cookie") } == ["lemonldap=session"])
  }

  @Test func `what is no page`() async throws {
    #expect(try await failure { _ in (500, [], "") }?.code == .unavailable)
    let huge = String(repeating: "x", count: 3 << 20)
    #expect(try await failure { _ in (200, [], huge) }?.code == .tooLarge)
  }

  @Test func `a request for another provider never goes to the portal`() async throws {
    let portal = StubPortal { _ in (200, [], "") }
    let session = try await portal.session()
    let other = StubProvider(["authorization_endpoint": "https://login.example.org/authorize"])
    let request = try await other.client { $0.allowedOrigins = ["https://login.example.org"] }.authorizationRequest()
    let error = await #expect(throws: OpenIDError.self) { try await session.authorize(request) }
    #expect(error?.code == .unsafeAddress)
    #expect(portal.asked.isEmpty)
  }
}
