import CAS
import Synchronization
import Testing
import WebSession

@Suite struct `Signing in by form` {
  private static let form = """
    <form action="login?service=x" method="post"><input name="username"><input type="password" name="password">
    <input type="hidden" name="lt" value="LT-1"><input type="hidden" name="execution" value="e1&amp;s1">
    <button name="submit" value="go">Go</button></form>
    """

  private static let app = "https://app.example.org/app"

  /// A server with a form, one account, and a session cookie.
  private static func server(_ ticketTarget: String = app) -> StubTransport {
    StubTransport { request in
      let hasSession = request.header("Cookie")?.contains("TGC=TGT-1") == true
      if request.method == .post {
        let body = String(decoding: request.body ?? [], as: UTF8.self)
        guard body.contains("password=right"), body.contains("lt=LT-1"), body.contains("execution=e1%26s1") else {
          return (401, [], form)
        }
        return (
          302, [("Set-Cookie", "TGC=TGT-1; Path=/cas; Secure; HttpOnly"), ("Location", ticketTarget + "?ticket=ST-1")],
          ""
        )
      }
      let query = request.address.query ?? ""
      if hasSession, !query.contains("renew=true") { return (302, [("Location", ticketTarget + "?ticket=ST-2")], "") }
      if query.contains("gateway=true") { return (302, [("Location", ticketTarget)], "") }
      return (200, [], form)
    }
  }

  @Test func `sends every hidden field, keeps the cookie, and reads the ticket without going there`() async throws {
    let transport = Self.server()
    let client = try Stub.client(transport)
    let login = CASFormLogin(client: client)
    let service = try client.service("/app")
    #expect(try await login.ticket(for: service, username: "lou", password: Secret("right")).text == "ST-1")
    #expect(try await login.ticket(for: service).text == "ST-2")
    #expect(transport.asked.allSatisfy { $0.address.host == "cas.example.org" })
    let body = String(decoding: transport.asked[1].body ?? [], as: UTF8.self)
    #expect(body.contains("username=lou") && body.contains("submit=go"))
  }

  @Test func `says where the form comes from, as Django wants it over https`() async throws {
    let transport = Self.server()
    let client = try Stub.client(transport)
    let service = try client.service("/app")
    _ = try await CASFormLogin(client: client).ticket(for: service, username: "lou", password: Secret("right"))
    #expect(transport.asked[1].header("Origin") == "https://cas.example.org")
    #expect(transport.asked[1].header("Referer") == "https://cas.example.org/cas/login")
  }

  @Test func `a service is the same when the server writes its query anew, and no other one`() async throws {
    for (target, isSame) in [
      ("?a=%C3%A9+%2F&b=1&ticket=ST-7", true), ("?ticket=ST-7&b=1&a=%c3%a9%20%2f", true),
      ("?b=1&ticket=ST-7", false), ("?a=%C3%A9+%2F&b=1&b=1&ticket=ST-7", false),
      ("/?a=%C3%A9+%2F&b=1&ticket=ST-7", false),
    ] {
      let client = try Stub.client(StubTransport { _ in (302, [("Location", Self.app + target)], "") })
      let service = try client.service("/app", query: [("b", "1"), ("a", "é /")])
      let ticket = try? await CASFormLogin(client: client).ticket(for: service)
      #expect((ticket?.text == "ST-7") == isSame, "\(target)")
    }
  }

  @Test func `sends the password once`() async throws {
    let transport = Self.server()
    let client = try Stub.client(transport)
    let error = await Stub.failure {
      _ = try await CASFormLogin(client: client)
        .ticket(for: client.service("/app"), username: "lou", password: Secret("wrong"))
    }
    #expect(error?.code == .wrongCredentials)
    #expect(transport.asked.count { $0.method == .post } == 1)
  }

  @Test func `a return without a ticket is no success`() async throws {
    let client = try Stub.client(Self.server())
    let error = await Stub.failure { _ = try await CASFormLogin(client: client).ticket(for: client.service("/app")) }
    #expect(error?.code == .noSession)
  }

  @Test func `a ticket for another service is not taken`() async throws {
    for target in ["https://app.example.org/other", "https://app.example.org/app-evil", "https://evil.example/app"] {
      let client = try Stub.client(Self.server(target))
      let error = await Stub.failure {
        _ = try await CASFormLogin(client: client)
          .ticket(for: client.service("/app"), username: "lou", password: Secret("right"))
      }
      #expect(error?.code == .redirected)
    }
  }

  @Test(arguments: [
    "", "<html>no form</html>",
    "<form method=post action=https://evil.example/><input name=username><input type=password name=p></form>",
    "<form method=get><input name=username><input type=password name=p></form>",
    "<form method=post><input type=password name=p></form>",
  ])
  func `nothing is sent where it does not belong`(page: String) async throws {
    let transport = StubTransport(page)
    let client = try Stub.client(transport)
    let error = await Stub.failure {
      _ = try await CASFormLogin(client: client).ticket(
        for: client.service(),
        username: "lou",
        password: Secret("right")
      )
    }
    #expect(error?.code == .unknownPage)
    #expect(!transport.asked.contains { $0.method == .post })
  }

  /// LemonLDAP::NG with a session that is too old for `renew`: its question first, its form next.
  @Test func `a session is renewed where the server asks first, and nowhere else`() async throws {
    for (action, isAnswered) in [
      ("/renewsession", true), ("/portal/renewsession", true), ("/upgradesession", false),
      ("https://evil.example/renewsession", false),
    ] {
      let question = "<form method=post action=\"\(action)\"><input type=hidden name=confirm value=\"a+b==\"></form>"
      let transport = StubTransport { request in
        let body = String(decoding: request.body ?? [], as: UTF8.self)
        if request.method == .get { return (200, [], question) }
        if body == "confirm=a%2Bb%3D%3D" { return (200, [], Self.form) }
        return body.contains("password=right") ? (302, [("Location", Self.app + "?ticket=ST-3")], "") : (401, [], "")
      }
      let client = try Stub.client(transport)
      let service = try client.service("/app")
      let login = CASFormLogin(client: client)
      let ticket = try? await login.ticket(for: service, username: "lou", password: Secret("right"), renew: true)
      #expect(ticket?.text == (isAnswered ? "ST-3" : nil), "\(action)")
      let posts = transport.asked.filter { $0.method == .post }
      #expect(posts.count == (isAnswered ? 2 : 0), "\(action)")
      // Without a password to give, there is nothing to renew.
      let error = await Stub.failure { _ = try await login.ticket(for: service) }
      #expect(error?.code == .unknownPage)
    }
  }

  @Test func `a loop of redirects ends`() async throws {
    let transport = StubTransport("", status: 302, headers: [("Location", "/cas/login?again")])
    let client = try Stub.client(transport)
    let error = await Stub.failure {
      _ = try await CASFormLogin(client: client).ticket(
        for: client.service(),
        username: "lou",
        password: Secret("right")
      )
    }
    #expect(error?.code == .redirected && transport.asked.count < 12)
  }

  @Test func `a ticket in a form that submits itself is read`() async throws {
    let page = "<form method=post action=\"\(Self.app)\"><input type=hidden name=ticket value=ST-9></form>"
    let client = try Stub.client(StubTransport(page))
    let ticket = try await CASFormLogin(client: client).ticket(for: client.service("/app"))
    #expect(ticket.text == "ST-9")
  }
}
