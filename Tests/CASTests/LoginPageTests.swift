import CAS
import Testing
import WebSession

@Suite struct `Pages of a CAS login` {
  private static func page(_ status: Int, location: String? = nil, _ body: String = "") throws -> LoginPage {
    let client = try Stub.client(StubTransport { _ in (200, [], "") })
    let address = try #require(WebAddress("https://cas.example.org/cas/login"))
    let response = WebResponse(
      status: status,
      headers: location.map { [("Location", $0)] } ?? [],
      body: Array(body.utf8),
      address: address
    )
    return try LoginPage(response, for: client.service("/app"))
  }

  @Test func `redirects are told apart by where they lead, and by what they bring`() throws {
    guard case .ticket(let ticket) = try Self.page(302, location: "https://app.example.org/app?ticket=ST-1") else {
      Issue.record("no ticket")
      return
    }
    #expect(ticket.text == "ST-1")
    guard case .noTicket = try Self.page(302, location: "https://app.example.org/app") else {
      Issue.record("a ticket out of nothing")
      return
    }
    for elsewhere in [
      "/cas/login?step=2", "https://app.example.org/other?ticket=ST-1", "https://evil.example/?ticket=ST-1",
    ] {
      guard case .redirect(.some) = try Self.page(302, location: elsewhere) else {
        Issue.record("\(elsewhere) is taken for the service")
        continue
      }
    }
    guard case .redirect(nil) = try Self.page(302, location: "https://") else {
      Issue.record("no address is one")
      return
    }
  }

  @Test func `what comes to the service must be one ticket`() {
    for query in ["ticket=ST-1&ticket=ST-2", "ticket=evil", "ticket="] {
      let error = #expect(throws: CASError.self) {
        try Self.page(302, location: "https://app.example.org/app?" + query)
      }
      #expect(error?.code == .malformedTicket, "\(query)")
    }
  }

  @Test func `forms are told apart by what they hold`() throws {
    let posted = #"<form action="https://app.example.org/app" method="post"><input name="ticket" value="ST-9"></form>"#
    guard case .ticket(let ticket) = try Self.page(200, posted) else {
      Issue.record("no ticket in the form")
      return
    }
    #expect(ticket.text == "ST-9")
    let search = #"<form action="/search"><input name="q"></form>"#
    guard case .other = try Self.page(200, search) else {
      Issue.record("a search is taken for a login")
      return
    }
    let login = #"<form method="post"><input name="user"><input type="password" name="password"></form>"#
    guard case .passwordForm(let form) = try Self.page(200, search + login) else {
      Issue.record("no form")
      return
    }
    let request = form.request(with: ("lou", Secret("a&b")), origin: "https://cas.example.org")
    #expect(String(decoding: request?.body ?? [], as: UTF8.self) == "user=lou&password=a%26b")
  }

  @Test func `the question whether to renew a session is none for a password`() throws {
    let question =
      #"<form action="/renewsession" method="post"><input type="hidden" name="confirm" value="a+b="></form>"#
    guard case .renewalQuestion(let answer) = try Self.page(200, question) else {
      Issue.record("no question")
      return
    }
    #expect(answer.address.description == "https://cas.example.org/renewsession")
    #expect(String(decoding: answer.body ?? [], as: UTF8.self) == "confirm=a%2Bb%3D")
  }

  @Test(arguments: [
    #"<form method="post" action="https://evil.example/"><input name="user"><input type="password" name="p"></form>"#,
    #"<form method="get"><input name="user"><input type="password" name="p"></form>"#,
    #"<form method="post"><input type="password" name="p"></form>"#,
  ])
  func `a password goes neither elsewhere nor into an address`(_ body: String) throws {
    guard case .passwordForm(let form) = try Self.page(200, body) else {
      Issue.record("no form")
      return
    }
    #expect(form.request(with: ("lou", Secret("x")), origin: "https://cas.example.org") == nil)
  }
}
