import SchoolServer
import Testing
import WebSession

/// What attackers send to a CAS issuer.
@Suite struct CASHostileRequestTests {
  /// Services that are not on this machine, or that browsers and servers could read in different ways.
  private static let foreign = [
    "https://example.test/", "http://127.0.0.1.example.test/", "http://127.0.0.1@example.test/",
    "http://example.test\\@127.0.0.1/", "http://127.0.0.1:9\\.example.test/", "//127.0.0.1/", "/app", "app",
    "javascript://127.0.0.1/%0aalert(1)", "data:text/html,127.0.0.1", "http:127.0.0.1", " http://127.0.0.1/",
    "http://127.0.0.1/ ", "http://127.0.0.1/#x", "http://127.0.0.1/é", "http://127.0.0.1/\"><script>", "http://",
    "http://[::1", "http://127.0.0.1:99999/", "HTTP://127.0.0.1/", "http://localhost.example.test/", "http://0x7f.1/",
  ]

  @Test(arguments: foreign) func nobodyIsSentToAnUndeclaredService(service: String) async throws {
    try await CASVisitor.with { visitor in
      let queries: [[(name: String, value: String)]] = [
        [], [("gateway", "true")], [("renew", "true")], [("method", "POST")], [("method", "HEADER")],
      ]
      for signedIn in [false, true] {
        if signedIn { _ = try await visitor.signIn() }
        for query in queries {
          let answer = try await visitor.get("login", [("service", service)] + query)
          #expect(answer.status == 403)
          #expect(answer.header("Location") == nil)
          #expect(answer.header("Ticket") == nil)
          #expect(HTMLPage(answer.body).forms.isEmpty)
          #expect(!answer.text.contains(service) || service.count < 5)
        }
      }
      let page = try await visitor.get("login")
      let token = try #require(HTMLPage(try await visitor.get("login", [("renew", "1")]).body).forms[0].value(of: "lt"))
      let form = [("lt", token), ("username", "demonstration"), ("password", "pronotevs"), ("service", service)]
      let answer = try await visitor.post("login", form)
      #expect(answer.status == 403)
      #expect(answer.header("Set-Cookie") == nil)
      #expect(page.status == 200)
    }
  }

  @Test func declaredServicesAreComparedExactly() async throws {
    let declared = ["https://app.example.test/login", "http://127.0.0.1:9/app?page=1"]
    try await CASVisitor.with(configure: { $0.casServices = declared }) { visitor in
      for service in declared {
        let answer = try await visitor.get("login", [("service", service), ("gateway", "true")])
        #expect(answer.header("Location") == service)
      }
      for service in [
        "https://app.example.test/login/", "https://app.example.test/login?x", "https://app.example.test/logi",
        "https://APP.example.test/login", "https://app.example.test:443/login", "http://127.0.0.1:9/app",
        "http://127.0.0.1:9/app?page=1&x=2", "http://127.0.0.1:9/app?page=10",
      ] {
        let answer = try await visitor.get("login", [("service", service), ("gateway", "true")])
        #expect(answer.status == 403, "\(service)")
      }
      #expect(try await visitor.signIn(to: declared[0]).header("Location")?.hasPrefix("\(declared[0])?ticket=") == true)
    }
    try await CASVisitor.with(configure: { $0.casServices = [] }) { visitor in
      let refused = try await visitor.get("login", [("service", CASVisitor.service)])
      #expect(refused.status == 403)
    }
  }

  @Test(arguments: ["ftp://127.0.0.1/", "app", "http://127.0.0.1/\r\nx", "", "https://app.example.test/#x"])
  func servicesThatAreNoneCannotBeDeclared(service: String) {
    var configuration = SchoolServerConfiguration()
    configuration.casServices = [service]
    #expect { try SchoolServer(configuration: configuration) } throws: { error in
      (error as? SchoolServerError)?.code == .badService
    }
  }

  @Test(arguments: [
    "%0d%0aSet-Cookie:%20x=y", "%0D%0A%0D%0A%3Cscript%3E", "%0a", "%00", "%7f", "%C2%85", "%ff",
  ])
  func headersCannotBeInjected(end: String) async throws {
    try await CASVisitor.with { visitor in
      _ = try await visitor.signIn()
      for path in ["login", "logout"] {
        for parameter in ["service", "url"] {
          let answer = try await visitor.get(raw: "\(path)?gateway=true&\(parameter)=http://127.0.0.1:9/\(end)")
          #expect(answer.status == 400)
          #expect(answer.header("Location") == nil)
          #expect(answer.header("Set-Cookie") == nil)
          #expect(answer.text.contains("(INVALID_REQUEST)"))
        }
      }
      let answer = try await visitor.get(raw: "serviceValidate?ticket=ST-1&service=http://127.0.0.1:9/\(end)")
      #expect(CASVisitor.outcome(of: answer.text) == "INVALID_REQUEST")
    }
  }

  @Test func nothingIsGuessedFromParametersGivenTwice() async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      let service = FormEncoding.encode([("service", CASVisitor.service)])
      for query in [
        "\(service)&ticket=\(ticket)&service=http://127.0.0.1:9/", "\(service)&\(service)&ticket=\(ticket)",
        "\(service)&ticket=\(ticket)&ticket=ST-1",
        "\(service)&ticket=\(ticket)&pgtUrl=https://a.test&pgtUrl=https://b.test",
        "\(service)&ticket=\(ticket)&renew=false&renew=true", "\(service)&ticket=\(ticket)&%73ervice=x",
        "\(service)&ticket=\(ticket)&format=JSON&format=XML",
      ] {
        for path in ["serviceValidate", "p3/proxyValidate"] {
          #expect(CASVisitor.outcome(of: try await visitor.get(raw: "\(path)?\(query)").text) == "INVALID_REQUEST")
        }
        #expect(try await visitor.get(raw: "validate?\(query)").text == "no\n")
      }
      #expect(try await visitor.get(raw: "login?\(service)&service=https://example.test/").status == 400)
      #expect(try await visitor.get(raw: "logout?\(service)&service=https://example.test/").status == 400)
      let proxy = try await visitor.get(raw: "proxy?pgt=PGT-1&pgt=PGT-2&targetService=http://127.0.0.1:9/")
      #expect(CASVisitor.outcome(of: proxy.text) == "INVALID_REQUEST")
      // The issuer's own form, with another service in its address.
      let page = try await visitor.get("login", [("service", CASVisitor.service), ("renew", "true")])
      let form = HTMLPage(page.body).forms[0].submission(filling: [("username", "dwho"), ("password", "dwho")])
      #expect(try await visitor.post("login?service=http://127.0.0.1:9/other", form).status == 400)
      #expect(try await visitor.post("login?\(service)", form).status == 302, "the same service in both places is fine")
    }
  }

  /// CVE-2014-4172: a client pastes a ticket with more parameters in it into its address.
  @Test func aTicketWithParametersInItIsNoTicket() async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket(for: "http://127.0.0.1:9/evil")
      let pasted = "\(ticket)&service=http://127.0.0.1:9/evil"
      #expect(try await visitor.outcome(pasted) == "INVALID_TICKET", "encoded")
      let service = FormEncoding.encode([("service", CASVisitor.service)])
      let answer = try await visitor.get(raw: "serviceValidate?\(service)&ticket=\(pasted)")
      #expect(CASVisitor.outcome(of: answer.text) == "INVALID_REQUEST")
    }
  }

  @Test func hugeParametersAreRefused() async throws {
    try await CASVisitor.with { visitor in
      let long = String(repeating: "a", count: 5000)
      #expect(try await visitor.get("login", [("service", "http://127.0.0.1:9/\(long)")]).status == 400)
      #expect(try await visitor.outcome(long) == "INVALID_REQUEST")
      #expect(try await visitor.outcome("ST-1", for: "http://127.0.0.1:9/\(long)") == "INVALID_REQUEST")
      let many = (0..<5000).map { (name: "x\($0)", value: "\($0)") }
      #expect(CASVisitor.outcome(of: try await visitor.get("proxy", many).text) == "INVALID_REQUEST")
      #expect(try await visitor.post("login", [("username", long), ("password", "x")]).status == 400)
      let body = String(repeating: "b", count: 100_000)
      #expect(try await visitor.post("login", [("password", body)]).status == 413)
      #expect(try await visitor.post("samlValidate", body: body, contentType: "text/xml").status == 413)
      _ = try await visitor.freshTicket()
    }
  }

  @Test func whatIsTypedIsEscaped() async throws {
    try await WireSchool.shared { school in
      let visitor = CASVisitor(school)
      let name = "\"><script>alert('x')</script>&amp;"
      let page = try await visitor.signIn(to: "http://127.0.0.1:9/?a='&b=(1)", as: name)
      #expect(page.status == 401)
      #expect(!page.text.contains("<script"))
      let form = HTMLPage(page.body).forms[0]
      #expect(form.value(of: "username") == name)
      #expect(form.value(of: "service") == "http://127.0.0.1:9/?a='&b=(1)")
    }
  }

  @Test(arguments: ["", "x", "TGT-1", "TGT-%00", "TGT-1; TGC=TGT-2", String(repeating: "T", count: 3000)])
  func madeUpCookiesAreNothing(cookie: String) async throws {
    try await WireSchool.shared { school in
      let query = [("service", CASVisitor.service), ("gateway", "true")]
      let answer = try await CASVisitor(school).get("login", query, headers: [("Cookie", "a=b; TGC=\(cookie); c=d")])
      #expect(answer.header("Location") == CASVisitor.service)
    }
  }

  @Test func theHostHeaderDecidesNothing() async throws {
    try await CASVisitor.with { visitor in
      let headers = [("X-Forwarded-Host", "example.test"), ("X-Forwarded-Proto", "https")]
      let page = try await visitor.get("login", [("service", CASVisitor.service)], headers: headers)
      #expect(!page.text.contains("example.test"))
      #expect(try await visitor.get("").header("Location") == "/cas/login")
    }
  }
}
