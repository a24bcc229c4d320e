import CAS
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import HummingbirdTesting
import Testing

/// The weaknesses of applications that are known (sso document, part b), each under its number.
@Suite struct AttackTests {
  @Test func `b2: Host and X-Forwarded headers change neither the service nor any redirect`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let lies: HTTPFields = [
        .init("Host")!: "evil.example", .init("X-Forwarded-Host")!: "evil.example", .init("X-Forwarded-Proto")!: "http",
        .init("X-Forwarded-Port")!: "81", .init("Forwarded")!: "host=evil.example",
      ]
      let browser = TestBrowser(client)
      #expect(
        try await browser.get("/private", headers: lies).headers[.location]
          == "https://app.example.org/login?return=/private"
      )
      let service = try TestBrowser.service(in: try await browser.get("/login", headers: lies))
      #expect(service.hasPrefix("https://app.example.org/login/callback?"))
      let ticket = site.server.ticket(for: service)
      let arrival = try await browser.get(TestBrowser.callback(service, ticket: ticket), headers: lies)
      #expect(arrival.headers[.location] == "https://app.example.org/")
      #expect(site.server.validations.last?["service"] == service)
    }
  }

  @Test func `b10: A ticket signs in once`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login"))
      let before = browser.cookies
      let callback = TestBrowser.callback(service, ticket: site.server.ticket(for: service))
      try await browser.get(callback)
      #expect(try await browser.user() == "hello lou")
      let thief = TestBrowser(client)
      thief.cookies = before
      try await thief.get(callback)
      #expect(try await thief.user() == "hello nobody")
    }
  }

  @Test func `b11: No answer repeats a ticket, and none leaves it in a Referer`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      var responses: [TestResponse] = []
      let (arrival, ticket) = try await browser.signIn(site.server)
      responses.append(arrival)
      let other = TestBrowser(client)
      // A spent ticket, twice in a row: the second answer shows what the server says, and the server repeats the ticket.
      var service = try TestBrowser.service(in: try await other.get("/login"))
      let first = try await other.get(TestBrowser.callback(service, ticket: ticket))
      service = try TestBrowser.service(in: first)
      let redirect = try await other.get(TestBrowser.callback(service, ticket: ticket))
      let second = try await other.follow(redirect)
      #expect(second.status == .unauthorized)
      #expect(second.text.contains("INVALID_TICKET: Ticket … not recognized"))
      responses += [first, redirect, second]
      for response in responses {
        #expect(!response.text.contains(ticket))
        #expect(!response.headers.contains { $0.value.contains(ticket) })
        #expect(response.headers[.init("Referrer-Policy")!] == "no-referrer")
      }
    }
  }

  @Test func `b12: A proxy ticket is refused where none was asked for`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login"))
      let ticket = site.server.ticket(for: service, prefix: "PT-")
      try await browser.get(TestBrowser.callback(service, ticket: ticket))
      #expect(try await browser.user() == "hello nobody")
      #expect(site.server.validations.isEmpty)
    }
  }

  @Test(arguments: [
    "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/", "/%2Fevil.example",
    "/%5Cevil.example", "/%255Cevil.example", "/%09/evil.example", "/a%0d%0aSet-Cookie:x=y", "/../x", "/%2e%2e/x",
    "/.//evil.example", "javascript:alert(1)", "", "private", "/a#b", "/a\u{202e}b", "/login", "/logout", "/logout/",
    "/%6Cogout?x",
    "/login/callback?ticket=ST-1", "/" + String(repeating: "a", count: 2000), "https://app.example.org.evil.example/",
    "\\\\evil.example", " /x", "/%", "/a%00b", "///evil.example", "/@evil.example/%2f..", "/%252e%252e/x",
  ])
  func `b15: Nobody is sent to another site after signing in`(_ path: String) async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let (response, _) = try await browser.signIn(site.server, returning: LogoutText.encode(path))
      #expect(response.headers[.location] == "https://app.example.org/")
      #expect(try await browser.user() == "hello lou")
      // Nor by the address of the login, for somebody who has signed in already.
      let again = try await browser.get("/login?return=\(LogoutText.encode(path))")
      #expect(again.headers[.location] == "https://app.example.org/")
      #expect(site.protection.signInURL(returningTo: "//evil.example") == "https://app.example.org/login")
    }
  }

  @Test(arguments: ["/private", "/", "/a/b/", "/a?b=https://x.example/&c=%2F%2Fd", "/%C3%A9t%C3%A9", "/a%20b"])
  func `b15: Paths of the site itself are kept`(_ path: String) async throws {
    let site = try TestSite()
    try await site.test { client in
      let (response, _) = try await TestBrowser(client).signIn(site.server, returning: LogoutText.encode(path))
      #expect(response.headers[.location] == "https://app.example.org" + path)
    }
  }

  @Test func `b15: A forged state sends nobody to another site either`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      try await browser.signIn(site.server)
      let forged = Data("1|1800000000|0|-|//evil.example".utf8).base64EncodedString().replacing("=", with: "")
      let response = try await browser.get("/login/callback?state=\(forged).AAAA&ticket=ST-1")
      #expect(response.headers[.location] == "https://app.example.org/")
    }
  }

  @Test func `b16: Signing in changes the session's id, ends the old session and drops its attributes`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let planted = String(repeating: "A", count: 43)
      browser.cookies["__Host-cas-session"] = planted
      try await browser.signIn(site.server, user: "kim", attributes: [("role", "staff")])
      let first = try #require(browser.cookies["__Host-cas-session"])
      #expect(first != planted)
      // Signing in again without signing out: two logins were under way in two tabs.
      let tab = TestBrowser(client)
      let service = try TestBrowser.service(in: try await tab.get("/login?return=/private"))
      tab.cookies["__Host-cas-session"] = first
      try await tab.get(TestBrowser.callback(service, ticket: site.server.ticket(for: service, user: "lou")))
      #expect(tab.cookies["__Host-cas-session"] != first)
      #expect(try await tab.get("/private").text == "[lou]")
      #expect(try await browser.user() == "hello nobody")
      // An id that was planted before is worth nothing afterwards.
      browser.cookies = ["__Host-cas-session": planted]
      #expect(try await browser.user() == "hello nobody")
    }
  }

  @Test func `b17: A ticket from a foreign link signs nobody in`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let attacker = TestBrowser(client)
      let service = try TestBrowser.service(in: try await attacker.get("/login"))
      let callback = TestBrowser.callback(service, ticket: site.server.ticket(for: service, user: "attacker"))
      // A browser that has not started a login, and one that has.
      for hasStarted in [false, true] {
        let victim = TestBrowser(client)
        if hasStarted { try await victim.get("/login") }
        let response = try await victim.get(callback)
        // It is sent to sign in for itself.
        #expect(try TestBrowser.service(in: response) != service)
        #expect(try await victim.user() == "hello nobody")
      }
      // Bare tickets, and states that were changed, are no better.
      let bare = site.server.ticket(for: "https://app.example.org/login/callback", user: "attacker")
      let victim = TestBrowser(client)
      try await victim.get("/login")
      for path in ["/login/callback?ticket=\(bare)", callback.replacing("state=", with: "state=x")] {
        try await victim.get(path)
        #expect(try await victim.user() == "hello nobody")
      }
      // The ticket was never sent to the server on the victim's account.
      #expect(site.server.validations.isEmpty)
    }
  }

  @Test func `b17: Who has signed in stays who they are`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let attacker = TestBrowser(client)
      let service = try TestBrowser.service(in: try await attacker.get("/login?return=/strict"))
      let callback = TestBrowser.callback(service, ticket: site.server.ticket(for: service, user: "attacker"))
      let victim = TestBrowser(client)
      try await victim.signIn(site.server)
      #expect(try await victim.get(callback).headers[.location] == "https://app.example.org/strict")
      #expect(try await victim.user() == "hello lou")
    }
  }

  @Test func `b17: A login that took too long starts anew by itself`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login?return=/private"))
      site.clock.advance(seconds: 901)
      let late = try await browser.get(TestBrowser.callback(service, ticket: site.server.ticket(for: service)))
      let next = try TestBrowser.service(in: late)
      let arrival = try await browser.get(TestBrowser.callback(next, ticket: site.server.ticket(for: next)))
      #expect(arrival.headers[.location] == "https://app.example.org/private")
      #expect(try await browser.user() == "hello lou")
    }
  }

  @Test func `b18: The server is asked silently once`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let silent = try await browser.get("/greeting")
      #expect(silent.headers[.location]?.contains("&gateway=true") == true)
      let service = try TestBrowser.service(in: silent)
      // Nobody has signed in there: back without a ticket.
      let back = try await browser.get(String(service.dropFirst(TestSite.base.count)))
      #expect(back.headers[.location] == "https://app.example.org/greeting")
      for _ in 1...3 { #expect(try await browser.get("/greeting").text == "good day stranger") }
      // A program is never sent round.
      let program = try await TestBrowser(client).get("/greeting", accept: "*/*")
      #expect(program.text == "good day stranger")
    }
  }

  @Test func `b18: A silent question that the server answers signs in`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/greeting"))
      let back = try await browser.get(TestBrowser.callback(service, ticket: site.server.ticket(for: service)))
      #expect(back.headers[.location] == "https://app.example.org/greeting")
      #expect(try await browser.get("/greeting").text == "good day lou")
      // Who signs out is not signed in again behind their back.
      try await browser.get("/logout")
      #expect(try await browser.get("/greeting").text == "good day stranger")
    }
  }

  @Test func `b18: A browser without cookies ends at a page that says so`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      browser.keepsCookies = false
      let silent = try TestBrowser.service(in: try await browser.get("/greeting"))
      let page = try await browser.follow(browser.get(String(silent.dropFirst(TestSite.base.count))))
      #expect(page.status == .unauthorized)
      #expect(page.text.contains("needs cookies"))
      var service = try TestBrowser.service(in: try await browser.get("/login"))
      let first = try await browser.get(TestBrowser.callback(service, ticket: site.server.ticket(for: service)))
      service = try TestBrowser.service(in: first)
      let second = try await browser.follow(
        browser.get(TestBrowser.callback(service, ticket: site.server.ticket(for: service)))
      )
      #expect(second.status == .unauthorized)
      #expect(second.text.contains("needs cookies"))
    }
  }

  @Test func `The second refused ticket in a row shows what happened`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      var response = try await browser.get("/login?return=/private")
      for _ in 1...2 {
        let service = try TestBrowser.service(in: response)
        response = try await browser.get(TestBrowser.callback(service, ticket: "ST-unknown"))
      }
      response = try await browser.follow(response)
      #expect(response.status == .unauthorized)
      #expect(response.text.contains("INVALID_TICKET"))
      #expect(response.text.contains("https://app.example.org/login?return=/private"))
      // A notice with other words is not shown.
      let words = Data("{\"kind\":\"refused\",\"serverText\":\"Call 555-0100\"}".utf8).base64EncodedString()
      let forged = try await browser.get("/login/callback?notice=\(words.replacing("=", with: "")).AAAA")
      #expect(forged.headers[.location] == "https://app.example.org/login")
      // Trying again starts with a clean slate.
      #expect(try await browser.signIn(site.server).response.status == .seeOther)
      #expect(try await browser.user() == "hello lou")
    }
  }

  @Test(arguments: ["ST-1%26service=https%3A%2F%2Fevil.example", "ST-%0a", "", "ST-1&ticket=ST-2", "%3Cscript%3E"])
  func `Texts that are no ticket never reach the server`(_ ticket: String) async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login"))
      #expect(try await browser.get(TestBrowser.callback(service, ticket: ticket)).status == .seeOther)
      #expect(try await browser.user() == "hello nobody")
    }
    #expect(site.server.validations.isEmpty)
  }

  @Test(arguments: [
    "LOU", "lou ", "lo\u{301}u", "lou<script>alert(1)</script>", "lou<!-- -->.evil", "a\u{200b}b", "名前",
  ])
  func `b19: A user's name comes out as it was sent`(_ name: String) async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      try await browser.signIn(site.server, user: name)
      // White space around it belongs to the XML.
      let seen = name.trimmingCharacters(in: .whitespaces)
      #expect(Array(try await browser.user().utf8) == Array("hello \(seen)".utf8))
    }
  }
}
