import SchoolServer
import TestSupport
import Testing
import WebSession

/// The login page of the CAS issuer (CAS 3.0.3, section 2.1 and 2.2).
@Suite struct CASLoginTests {
  @Test func aPersonSignsInAndIsSentOnWithATicket() async throws {
    try await CASVisitor.with { visitor in
      let answer = try await visitor.signIn()
      _ = try visitor.ticket(in: answer)
      let cookie = try #require(answer.header("Set-Cookie"))
      #expect(cookie.wholeMatch(of: /TGC=TGT-[0-9a-f]{64}; Path=\/cas; HttpOnly; SameSite=Lax/) != nil)
      #expect(answer.header("Cache-Control") == "no-store")
      // The second time nobody is asked.
      _ = try await visitor.ticket(for: "http://localhost:9/other")
    }
  }

  @Test func withoutAServiceThePageSaysWhoIsSignedIn() async throws {
    try await CASVisitor.with { visitor in
      let answer = try await visitor.signIn(to: nil)
      #expect(answer.status == 200)
      #expect(answer.text.contains("<code>demonstration</code>"))
      #expect(try await visitor.get("login").text.contains("<code>demonstration</code>"))
    }
  }

  @Test func everyPageIsProtected() async throws {
    try await CASVisitor.with { visitor in
      let pages = [
        try await visitor.get("login", [("service", CASVisitor.service)]),
        try await visitor.get("login", [("service", "https://example.test/")]), try await visitor.get("logout"),
        try await visitor.signIn(with: [("method", "POST")]),
      ]
      for page in pages {
        #expect(page.header("Cache-Control") == "no-store")
        #expect(page.header("X-Frame-Options") == "DENY")
        #expect(page.header("X-Content-Type-Options") == "nosniff")
        let policy = try #require(page.header("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        let nonce = try #require(policy.firstMatch(of: /script-src 'nonce-([\w-]+)'/)?.1)
        #expect(page.text.contains("<style nonce=\"\(nonce)\">"))
        #expect(page.text.contains("<html lang=\"en\">"))
      }
      #expect(pages.filter { $0.text.contains("<script") }.count == 1, "only to post a ticket")
    }
  }

  @Test func aWrongPasswordShowsTheFormAgain() async throws {
    try await CASVisitor.with { visitor in
      let first = try await visitor.get("login", [("service", CASVisitor.service), ("method", "POST")])
      let second = try await visitor.submit(first, password: "wrong")
      #expect(second.status == 401)
      #expect(second.text.contains("role=\"alert\""))
      #expect(second.header("Set-Cookie") == nil)
      let (old, new) = (HTMLPage(first.body).forms[0], HTMLPage(second.body).forms[0])
      #expect(old.value(of: "lt") != new.value(of: "lt"))
      #expect(new.value(of: "service") == CASVisitor.service)
      #expect(new.value(of: "method") == "POST")
      #expect(new.value(of: "username") == "demonstration")
      #expect(new.value(of: "password") == "")
      #expect(try await visitor.submit(second).text.contains("name=\"ticket\""))
    }
  }

  @Test(arguments: [
    ("dwho", "dwho", true), ("rtyler", "rtyler", true), ("msmith", "msmith", true), ("pin", "pronotevs", true),
    ("accents", "Élève été 2026 ✓", true), ("demonstration2", "pronotevs", true), ("inactif", "pronotevs", false),
    ("nobody", "pronotevs", false), ("Demonstration", "pronotevs", false), ("demonstration", "PRONOTEVS", false),
    ("demonstration", "", false), ("", "", false),
  ])
  func everyAccountWithAPasswordCanSignIn(user: String, password: String, isRight: Bool) async throws {
    try await WireSchool.shared { school in
      let answer = try await CASVisitor(school).signIn(as: user, password: password)
      #expect(answer.status == (isRight ? 302 : 401))
    }
  }

  @Test func aFormIsGoodOnceAndForTenMinutes() async throws {
    let clock = SteppedClock()
    try await CASVisitor.with(configure: { $0.now = { clock.now } }) { visitor in
      let page = try await visitor.get("login", [("service", CASVisitor.service)])
      #expect(try await visitor.submit(page).status == 302)
      let again = try await visitor.submit(page)
      #expect(again.status == 403)
      #expect(try await visitor.submit(again).status == 302, "the page that says so has a fresh form")
      for token in ["", "LT-0", String(repeating: "x", count: 4000)] {
        let form = [("username", "demonstration"), ("password", "pronotevs"), ("lt", token)]
        #expect(try await visitor.post("login", form).status == 403)
      }
      #expect(try await visitor.post("login", [("username", "dwho"), ("password", "dwho")]).status == 403)
      let first = try await visitor.get("login", [("renew", "true")])
      clock.advance(seconds: 599)
      let second = try await visitor.get("login", [("renew", "true")])
      #expect(try await visitor.submit(first).status == 200)
      clock.advance(seconds: 1201)
      #expect(try await visitor.submit(second).status == 403)
    }
  }

  @Test func guessingPasswordsGetsSlow() async throws {
    let clock = SteppedClock()
    try await CASVisitor.with(configure: { $0.now = { clock.now } }) { visitor in
      for name in ["dwho", "nobody"] {
        for _ in 0..<5 { #expect(try await visitor.signIn(as: name, password: "wrong").status == 401) }
        let refused = try await visitor.signIn(as: name, password: name)
        #expect(refused.status == 429)
        #expect(refused.header("Retry-After") == "30")
      }
      #expect(try await visitor.signIn(as: "msmith", password: "msmith").status == 302, "others are not held up")
      clock.advance(seconds: 31)
      #expect(try await visitor.signIn(with: [("renew", "true")], as: "dwho", password: "dwho").status == 302)
    }
  }

  @Test func guessingManyAtOnceBringsNothing() async throws {
    try await CASVisitor.with { visitor in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 { group.addTask { try await visitor.signIn(as: "dwho", password: "wrong").status } }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 401 }.count == 5)
      #expect(statuses.filter { $0 == 429 }.count == 15)
    }
  }

  @Test func aFormOfAnotherSiteSignsNobodyIn() async throws {
    try await CASVisitor.with { visitor in
      for (site, status) in [("cross-site", 403), ("same-site", 403), ("same-origin", 302), ("none", 302)] {
        let page = try await visitor.get("login", [("service", CASVisitor.service), ("renew", "true")])
        let answer = try await visitor.submit(page, headers: [("Sec-Fetch-Site", site)])
        #expect(answer.status == status, "\(site)")
      }
    }
  }

  @Test func gatewayNeverShowsAForm() async throws {
    try await CASVisitor.with { visitor in
      let query = [("service", CASVisitor.service), ("gateway", "true")]
      let without = try await visitor.get("login", query)
      #expect(without.status == 302)
      #expect(without.header("Location") == CASVisitor.service)
      // With renew there has to be a form, and without a service there is nowhere to go.
      #expect(try await visitor.get("login", query + [("renew", "true")]).status == 200)
      #expect(try await visitor.get("login", [("gateway", "true")]).status == 200)
      _ = try await visitor.signIn()
      _ = try visitor.ticket(in: try await visitor.get("login", query))
    }
  }

  @Test func renewAsksAgain() async throws {
    try await CASVisitor.with { visitor in
      _ = try await visitor.signIn()
      let page = try await visitor.get("login", [("service", CASVisitor.service), ("renew", "true")])
      #expect(page.status == 200)
      #expect(HTMLPage(page.body).forms[0].value(of: "renew") == "true")
      let fresh = try visitor.ticket(in: try await visitor.submit(page))
      #expect(try await visitor.outcome(fresh, [("renew", "true")]) == "success")
    }
  }

  @Test func warnAsksBeforeEveryTicket() async throws {
    try await CASVisitor.with { visitor in
      _ = try visitor.ticket(in: try await visitor.signIn(adding: [("warn", "true")]))
      for query in [[], [("gateway", "true")]] {
        let page = try await visitor.get("login", [("service", CASVisitor.service)] + query)
        #expect(page.status == 200)
        #expect(page.header("Location") == nil)
        #expect(!page.text.contains("name=\"password\""))
        let ticket = try visitor.ticket(in: try await visitor.submit(page))
        #expect(try await visitor.outcome(ticket, [("renew", "true")]) == "INVALID_TICKET", "no new login")
        #expect(try await visitor.submit(page).status == 403, "once")
      }
    }
  }

  @Test func ticketsAreDeliveredByPOSTAndInAHeader() async throws {
    try await CASVisitor.with { visitor in
      let posted = try await visitor.signIn(with: [("method", "POST")])
      #expect(posted.status == 200)
      let form = try #require(HTMLPage(posted.body).forms.first)
      #expect(form.action == CASVisitor.service)
      #expect(form.method == "post")
      #expect(form.fields.map(\.name) == ["ticket"])
      #expect(posted.text.contains("<button type=\"submit\">"), "for those without scripts")
      #expect(try await visitor.outcome(try #require(form.value(of: "ticket"))) == "success")
      let header = try await visitor.get("login", [("service", CASVisitor.service), ("method", "HEADER")])
      #expect(header.status == 200)
      #expect(header.header("Service") == CASVisitor.service)
      #expect(try await visitor.outcome(try #require(header.header("Ticket"))) == "success")
      for method in ["post", "PUT", "GET "] {
        let refused = try await visitor.get("login", [("service", CASVisitor.service), ("method", method)])
        #expect(refused.status == 400, "\(method)")
      }
    }
  }
}
