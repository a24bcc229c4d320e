import Synchronization
import Testing
import WebSession

@Suite struct BrowserTests {
  static let start = address("https://school.test/pronote/eleve.html")

  private func browser(_ transport: FakeTransport) -> Browser {
    Browser(transport: transport, userAgent: "Trousse-Test/1", now: { 1_800_000_000 })
  }

  @Test func addsUserAgentAndCookies() async throws {
    let transport = FakeTransport(["/a": (200, [("set-cookie", "s=1; Path=/"), ("Set-Cookie", "t=2; Path=/")])])
    let browser = browser(transport)
    _ = try await browser.send(.get(address("https://school.test/a")))
    _ = try await browser.send(.get(address("https://school.test/b"), headers: [("cookie", "own=0")]))
    _ = try await browser.send(.get(address("https://other.test/"), headers: [("user-agent", "mine")]))
    #expect(transport.requests.map { $0.header("User-Agent") } == ["Trousse-Test/1", "Trousse-Test/1", "mine"])
    #expect(transport.requests.map { $0.header("Cookie") } == [nil, "own=0; s=1; t=2", nil])
    #expect(transport.requests[1].headers.count { $0.name.lowercased() == "cookie" } == 1)
    #expect(await browser.cookies.cookies.map(\.name) == ["s", "t"])
  }

  @Test func cookiesSetByHandAreSentAndCanBeForgotten() async throws {
    let transport = FakeTransport([:])
    let browser = browser(transport)
    await browser.setCookie(name: "appliMobile", value: "1", for: Self.start)
    await browser.setCookie("b=2; Max-Age=5", from: Self.start)
    _ = try await browser.send(.get(Self.start))
    await browser.removeCookies()
    _ = try await browser.send(.get(Self.start))
    #expect(transport.requests.map { $0.header("Cookie") } == ["b=2; appliMobile=1", nil])
  }

  @Test func withoutPermissionARedirectIsTheResult() async throws {
    let transport = FakeTransport([Self.start.path: (302, [("Location", "/x")])])
    let response = try await browser(transport).send(.get(Self.start))
    #expect(response.status == 302)
    #expect(response.isRedirect)
    #expect(transport.requests.count == 1)
  }

  @Test func aRedirectStatusWithoutLocationIsTheResult() async throws {
    let transport = FakeTransport([Self.start.path: (302, [])])
    let response = try await browser(transport).send(.get(Self.start), redirects: .anywhere(maximum: 5))
    #expect(response.status == 302)
    #expect(!response.isRedirect)
  }

  @Test func cookiesOfEveryHopAreStoredAndSent() async throws {
    let transport = FakeTransport([
      Self.start.path: (302, [("Location", "https://cas.test/login?service=x"), ("Set-Cookie", "a=1; Path=/")]),
      "/login": (302, [("Location", "https://school.test/pronote/?ticket=ST-1"), ("Set-Cookie", "tgc=2; Path=/")]),
    ])
    let response = try await browser(transport).send(.get(Self.start), redirects: .anywhere(maximum: 5))
    #expect(response.address.description == "https://school.test/pronote/?ticket=ST-1")
    #expect(transport.requests.map { $0.header("Cookie") } == [nil, nil, "a=1"])
  }

  @Test(arguments: [
    (301, WebRequest.Method.post, WebRequest.Method.get), (302, .post, .get), (303, .post, .get), (307, .post, .post),
    (308, .post, .post), (301, .get, .get), (303, .head, .head), (302, .head, .head), (307, .get, .get),
  ])
  func methodsAfterARedirect(status: Int, method: WebRequest.Method, expected: WebRequest.Method) async throws {
    let transport = FakeTransport([Self.start.path: (status, [("Location", "next")])])
    let body: [UInt8]? = method == .post ? [1, 2] : nil
    let request = WebRequest(
      method: method,
      address: Self.start,
      headers: [("Content-Type", "text/plain"), ("X-A", "1")],
      body: body
    )
    _ = try await browser(transport).send(request, redirects: .sameOrigin(maximum: 1))
    let last = try #require(transport.requests.last)
    #expect(transport.requests.count == 2)
    #expect(last.address.description == "https://school.test/pronote/next")
    #expect(last.method == expected)
    #expect(last.body == (expected == .post ? body : nil))
    let losesBody = method == .post && expected == .get
    if losesBody { #expect(last.header("Content-Type") == nil) }
    #expect(last.header("X-A") == "1")
  }

  @Test(arguments: [
    "https://other.test/", "http://school.test/", "https://school.test:8443/", "//www.school.test/x",
    "http://localhost/",
  ])
  func anotherOriginIsRefusedWhenOnlyTheSameIsAllowed(location: String) async throws {
    let transport = FakeTransport([Self.start.path: (302, [("Location", location)])])
    let error = await #expect(throws: WebError.self) {
      try await browser(transport).send(.get(Self.start), redirects: .sameOrigin(maximum: 3))
    }
    #expect(error?.code == .redirectRefused)
    #expect(error?.host == address("http://x/").resolving(location)?.host)
    #expect(transport.requests.count == 1)
  }

  @Test(arguments: [("http://other.test/", false), ("http://127.0.0.1:81/", true), ("https://other.test/", true)])
  func encryptionIsNotLostExceptOnThisMachine(location: String, isFollowed: Bool) async throws {
    let transport = FakeTransport([Self.start.path: (302, [("Location", location)])])
    let result = try? await browser(transport).send(.get(Self.start), redirects: .anywhere(maximum: 3))
    #expect((result != nil) == isFollowed)
    #expect(transport.requests.count == (isFollowed ? 2 : 1))
  }

  @Test(arguments: ["mailto:a@b.test", "javascript:alert(1)", "https://user@school.test/", "https://"])
  func pointersOutsideTheWebAreRefused(location: String) async throws {
    let transport = FakeTransport([Self.start.path: (302, [("Location", location)])])
    let error = await #expect(throws: WebError.self) {
      try await browser(transport).send(.get(Self.start), redirects: .anywhere(maximum: 3))
    }
    #expect(error?.code == .redirectRefused)
  }

  @Test(arguments: [0, 1, 5])
  func loopsEnd(maximum: Int) async throws {
    let transport = FakeTransport([Self.start.path: (302, [("Location", Self.start.path)])])
    let error = await #expect(throws: WebError.self) {
      try await browser(transport).send(.get(Self.start), redirects: .sameOrigin(maximum: maximum))
    }
    #expect(error?.code == .tooManyRedirects)
    #expect(transport.requests.count == maximum + 1)
  }

  @Test func credentialsDoNotGoToAnotherOrigin() async throws {
    let transport = FakeTransport([
      Self.start.path: (307, [("Location", "/same")]), "/same": (307, [("Location", "https://other.test/")]),
    ])
    let request = WebRequest(
      method: .get,
      address: Self.start,
      headers: [("Authorization", "Bearer x"), ("Cookie", "own=1"), ("X-Api-Token", "x"), ("Accept", "text/html")]
    )
    _ = try await browser(transport).send(request, redirects: .anywhere(maximum: 5))
    #expect(transport.requests[1].header("Authorization") == "Bearer x")
    #expect(Set(transport.requests[2].headers.map(\.name)) == ["Accept", "User-Agent"])
  }

  @Test func oneDeadlineHoldsForAllHops() async throws {
    let transport = FakeTransport([Self.start.path: (302, [("Location", "next")])])
    let limits = WebLimits(deadline: .seconds(5), maximumBodyBytes: 7)
    _ = try await browser(transport).send(.get(Self.start), redirects: .sameOrigin(maximum: 1), limits: limits)
    #expect(transport.limits.map(\.maximumBodyBytes) == [7, 7])
    #expect(transport.limits[0].deadline == .seconds(5))
    #expect(transport.limits[1].deadline < .seconds(5))
    #expect(transport.limits[1].deadline > .zero)
  }

  @Test func aDeadlineThatHasPassedEndsTheRedirects() async throws {
    let transport = FakeTransport([Self.start.path: (302, [("Location", "next")])])
    let error = await #expect(throws: WebError.self) {
      try await browser(transport).send(
        .get(Self.start),
        redirects: .sameOrigin(maximum: 1),
        limits: WebLimits(deadline: .nanoseconds(1))
      )
    }
    #expect(error?.code == .timedOut)
    #expect(transport.requests.count == 1)
  }

  @Test func failuresOfTheTransportComeThrough() async throws {
    let transport = FakeTransport { _ in throw WebError(.unreachable, "refused", mayHaveReachedServer: false) }
    let error = await #expect(throws: WebError.self) { try await browser(transport).send(.get(Self.start)) }
    #expect(error?.code == .unreachable)
    #expect(error?.description == "unreachable: refused")
  }
}
