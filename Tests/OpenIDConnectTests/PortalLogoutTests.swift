import LemonLDAP
import OpenIDConnect
import Testing
import WebSession

@Suite struct `Signing out at a portal` {
  private static let farewell = "https://app.example.org/bye"
  private static let gone = (name: "Set-Cookie", value: "lemonldap=0; path=/; expires=Wed, 21 Oct 2015 00:00:00 GMT")

  /// An ID token of the stub provider, which the portal of a test does not look at.
  private func token() async throws -> IDToken {
    let provider = StubProvider()
    try provider.publish([try TokenForge.first.published()])
    return try await provider.tokens(provider.client()) { try TokenForge.token(StubProvider.claims(nonce: $0)) }.idToken
  }

  /// Where the sign-out leads, and what was sent.
  private func signOut(
    returningTo returnURI: String? = farewell,
    _ answer: @escaping @Sendable (WebRequest) -> StubPortal.Answer
  ) async throws -> (location: String?, asked: [WebRequest]) {
    let portal = StubPortal(answer)
    let session = try await portal.session()
    let request = try await portal.client().logoutRequest(for: try await token(), returningTo: returnURI)
    #expect(!"\(request)".contains("eyJ") && !String(reflecting: request).contains(request.state))
    return (try await session.endSession(request), portal.asked)
  }

  private static func state(_ request: WebRequest) -> String {
    StubPortal.value("state", in: request.address.query ?? "")
  }

  private static func page(_ request: WebRequest) -> StubPortal.Answer {
    (
      200, [],
      "<form method=post action='#'><input type=hidden name=confirm value='s%2B/='><input type=hidden name=skin></form>"
    )
  }

  @Test func `is confirmed, and comes back with its state`() async throws {
    let (location, asked) = try await signOut { request in
      request.method == .get
        ? Self.page(request) : (302, [Self.gone, ("Location", "\(Self.farewell)?state=\(Self.state(request))")], "")
    }
    #expect(location?.hasPrefix("\(Self.farewell)?state=") == true)
    #expect(asked.map(\.method) == [.get, .post])
    #expect(asked.last.map { String(decoding: $0.body ?? [], as: UTF8.self) } == "confirm=s%252B%2F%3D&skin=")
    let query = asked.first?.address.query ?? ""
    #expect(StubPortal.value("post_logout_redirect_uri", in: query) == Self.farewell)
    #expect(StubPortal.value("id_token_hint", in: query).hasPrefix("eyJ"))
  }

  @Test func `without an address, at the portal's own pages`() async throws {
    for answer in [(302, [Self.gone, ("Location", "/?logout=1")], ""), (200, [Self.gone], "<span trmsg='47'></span>")]
      as [StubPortal.Answer]
    {
      #expect(try await signOut(returningTo: nil) { _ in answer }.location == nil)
    }
  }

  @Test func `what says nothing of the kind is an error`() async throws {
    for (answer, code) in [
      ((302, [Self.gone, ("Location", "\(Self.farewell)?state=x")], ""), OpenIDError.Code.redirected),
      ((302, [Self.gone, ("Location", Self.farewell)], ""), .redirected),
      ((302, [Self.gone, ("Location", "https://evil.test/")], ""), .redirected),
      ((302, [Self.gone, ("Location", "/")], ""), .redirected),
      ((200, [], "<span trmsg='108'></span>"), .refusedByPortal),
      ((200, [], "<span trmsg='47'></span>"), .refusedByPortal),
      ((200, [], "<form method=post><input name=user><input type=password name=p></form>"), .noSession),
      ((200, [], "<html>"), .unknownPage),
    ] as [(StubPortal.Answer, OpenIDError.Code)] {
      let error = await #expect(throws: OpenIDError.self) { try await signOut { _ in answer } }
      #expect(error?.code == code, "\(answer)")
    }
    // The session is still there.
    let error = await #expect(throws: OpenIDError.self) {
      try await signOut(returningTo: nil) { _ in (302, [("Location", "/")], "") }
    }
    #expect(error?.code == .redirected)
  }
}
