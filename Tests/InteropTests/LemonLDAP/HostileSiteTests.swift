import LemonLDAP
import Testing
import WebSession
import WebTransport

/// Portals that answer with HTTP of the worst kind, over a real connection.
@Suite("A portal that is none", .timeLimit(.minutes(1)))
struct HostileSiteTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
  private static let form =
    "<form action=\"#\" method=\"post\"><input type=\"hidden\" name=\"token\" value=\"1_1\"><input name=\"user\">"
    + "<input type=\"password\" name=\"password\"></form>"

  /// Signs in at a site of these answers, one for each connection.
  private func failure(_ answers: RawSite.Answer..., deadline: Duration = .seconds(10)) async throws -> PortalError? {
    let site = try await RawSite.open(answers)
    let error = try await AsyncHTTPTransport.withTransport { transport in
      var configuration = LemonLDAPPortal.Configuration()
      configuration.deadline = deadline
      let portal = try LemonLDAPPortal(url: site.url, transport: transport, configuration: configuration)
      return await #expect(throws: PortalError.self) {
        _ = try await portal.signIn(username: "lou", password: Secret("markedPassword"))
      }
    }
    try await site.close()
    if let error { #expect(!"\(error)".contains("markedPassword")) }
    return error
  }

  @Test("a page of ten megabytes, with its length or without")
  func tooLarge() async throws {
    let text = String(repeating: "<p>", count: (10 << 20) / 3)
    for lines in ["Content-Length: \(text.utf8.count)\r\n\r\n", "Connection: close\r\n\r\n"] {
      let error = try await failure(RawSite.Answer(pieces: [Self.head + lines, text]))
      #expect(error?.code == .tooLarge && error?.facts.step == "sign-in page")
    }
  }

  @Test("silence, half an answer and then silence, and a drop at a time")
  func stalled() async throws {
    let drops = Array(repeating: "x", count: 400)
    let length = "Content-Length: 5000\r\n\r\n"
    for answer in [
      RawSite.Answer(pieces: [], isClosing: false), RawSite.Answer(pieces: ["HTTP/1.1 200"], isClosing: false),
      RawSite.Answer(pieces: [Self.head + length + "<html>"], isClosing: false),
      RawSite.Answer(pieces: [Self.head + length] + drops, pause: .milliseconds(50), isClosing: false),
    ] {
      let start = ContinuousClock.now
      let error = try await failure(answer, deadline: .milliseconds(700))
      #expect(error?.code == .timedOut && error?.facts.step == "sign-in page")
      #expect(ContinuousClock.now - start < .seconds(8))
    }
    let error = try await failure(
      .page(Self.form),
      RawSite.Answer(pieces: [], isClosing: false),
      deadline: .milliseconds(700)
    )
    #expect(error?.code == .timedOut && error?.facts.step == "password")
  }

  @Test("an answer that breaks off, and what is no answer")
  func broken() async throws {
    for pieces in [
      [Self.head + "Content-Length: 5000\r\n\r\n" + Self.form], [], ["HTTP/1.1 200"],
      ["220 mail.example.org ESMTP\r\n"],
      [Self.head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"], ["\u{0}\u{0}\u{0}\u{0}"],
      [Self.head + "X: \u{0}\r\nContent-Length: 0\r\n\r\n"],
    ] {
      let error = try await failure(RawSite.Answer(pieces: pieces))
      #expect(error?.facts.step == "sign-in page", "\(pieces)")
      #expect(error.map { [.unreachable, .unknownPage].contains($0.code) } == true, "\(pieces)")
    }
  }

  @Test("a loop of redirects, and a failure with a form in it")
  func redirects() async throws {
    let loop = try await failure(.page("", status: "302 Found", headers: ["Location: /again"]))
    #expect(loop?.code == .redirected && loop?.facts.step == "sign-in page")
    let failed = try await failure(.page(Self.form, status: "500 Internal Server Error"))
    #expect(failed?.code == .unavailable && failed?.facts.httpStatus == 500)
    let second = try await failure(.page(Self.form), .page(Self.form, status: "503 Service Unavailable"))
    #expect(second?.code == .unavailable && second?.facts.step == "password")
  }

  @Test("nobody there")
  func unreachable() async throws {
    let port = try LoopbackPort.free()
    try await AsyncHTTPTransport.withTransport { transport in
      let portal = try LemonLDAPPortal(url: "http://127.0.0.1:\(port)", transport: transport)
      let error = await #expect(throws: PortalError.self) {
        _ = try await portal.signIn(username: "lou", password: Secret("x"))
      }
      #expect(error?.code == .unreachable && error?.facts.step == "sign-in page")
    }
  }

  @Test("giving up while it is silent")
  func cancelled() async throws {
    let site = try await RawSite.open([RawSite.Answer(pieces: [], isClosing: false)])
    try await AsyncHTTPTransport.withTransport { transport in
      let portal = try LemonLDAPPortal(url: site.url, transport: transport)
      let start = ContinuousClock.now
      let task = Task { _ = try await portal.signIn(username: "lou", password: Secret("x")) }
      try await Task.sleep(for: .milliseconds(200))
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(ContinuousClock.now - start < .seconds(10))
    }
    try await site.close()
  }
}
