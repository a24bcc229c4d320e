import CAS
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import HummingbirdTesting
import Testing
import WebSession

/// From the first click to the page.
@Suite struct SignInTests {
  @Test func `Somebody signs in and comes back to the page that they asked for, without a ticket in the address`()
    async throws
  {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let refused = try await browser.get("/private?week=3&day=mo%C3%A9")
      #expect(refused.status == .seeOther)
      let login = try #require(refused.headers[.location])
      #expect(login == "https://app.example.org/login?return=/private%3Fweek%3D3%26day%3Dmo%25C3%25A9")
      let start = try await browser.get(String(login.dropFirst(TestSite.base.count)))
      let service = try TestBrowser.service(in: start)
      #expect(service.hasPrefix("https://app.example.org/login/callback?state="))
      let ticket = site.server.ticket(for: service, attributes: [("mail", "lou@example.org"), ("group", "a & b")])
      let arrival = try await browser.get(TestBrowser.callback(service, ticket: ticket))
      #expect(arrival.status == .seeOther)
      #expect(arrival.headers[.location] == "https://app.example.org/private?week=3&day=mo%C3%A9")
      #expect(arrival.headers[.cacheControl] == "no-store")
      #expect(try await browser.get("/private").text == "[lou] mail=lou@example.org group=a & b")
      #expect(try await browser.user() == "hello lou")
    }
    #expect(site.server.validations.count == 1)
  }

  @Test func `Over https, cookies are bound to the host, secure, and closed to scripts`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let (response, _) = try await browser.signIn(site.server)
      let cookie = try #require(response.headers[values: .setCookie].first { $0.hasPrefix("__Host-cas-session=") })
      let parts = Set(cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
      #expect(parts.isSuperset(of: ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]))
      #expect(!cookie.contains("Domain"))
      // 256 bits in base64.
      #expect(browser.cookies["__Host-cas-session"]?.count == 43)
      #expect(browser.cookies["__Host-cas-session-login"] == nil)
    }
  }

  @Test func `On a developer's machine, cookies have no prefix and know their port`() async throws {
    let base = "http://localhost:5000"
    let site = try TestSite(base: base)
    try await site.test { client in
      let browser = TestBrowser(client)
      let (response, _) = try await browser.signIn(site.server, base: base)
      #expect(response.headers[.location] == "http://localhost:5000/private")
      #expect(browser.cookies.keys.sorted() == ["cas-session-5000"])
    }
  }

  @Test func `Below a path of a reverse proxy, every address has the path in front`() async throws {
    let base = "https://www.example.org/app"
    let site = try TestSite(base: base)
    try await site.test { client in
      let browser = TestBrowser(client)
      #expect(try await browser.get("/private").headers[.location] == "\(base)/login?return=/private")
      let (response, _) = try await browser.signIn(site.server, base: base)
      #expect(response.headers[.location] == "\(base)/private")
      #expect(try await browser.get("/private").text == "[lou]")
    }
  }

  @Test func `Login and callback may be one path`() async throws {
    var settings = CASSettings()
    settings.paths.callback = "/login"
    settings.paths.afterLogin = "/private"
    let site = try TestSite(settings: settings)
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login"))
      #expect(service.hasPrefix("https://app.example.org/login?state="))
      let arrival = try await browser.get(
        TestBrowser.callback(service, ticket: site.server.ticket(for: service))
      )
      #expect(arrival.headers[.location] == "https://app.example.org/private")
      // Who has signed in already is not sent away.
      #expect(try await browser.get("/login").headers[.location] == "https://app.example.org/private")
    }
  }

  @Test func `Renewed logins are asked for twice`() async throws {
    var settings = CASSettings()
    settings.renew = true
    let site = try TestSite(settings: settings)
    try await site.test { client in
      let browser = TestBrowser(client)
      let start = try await browser.get("/login")
      #expect(start.headers[.location]?.contains("&renew=true") == true)
      try await browser.signIn(site.server)
    }
    #expect(site.server.validations.map { $0["renew"] } == ["true"])
  }

  @Test func `Signing out ends the session here and at the server`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      try await browser.signIn(site.server)
      let cookies = browser.cookies
      let response = try await browser.get("/logout")
      #expect(
        response.headers[.location] == "https://cas.example.org/cas/logout?service=https%3A%2F%2Fapp.example.org%2F"
      )
      #expect(try await browser.user() == "hello nobody")
      // Not only the cookie is gone.
      browser.cookies = cookies
      #expect(try await browser.user() == "hello nobody")
    }
  }

  @Test func `A server that does not answer is a page at once, and no loop`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      site.server.fail(with: WebError(.unreachable, "connection refused", host: "cas.example.org"))
      let (response, _) = try await browser.signIn(site.server)
      #expect(try await browser.follow(response).status == .badGateway)
      site.server.fail(with: WebError(.timedOut, "no answer", host: "cas.example.org"))
      let late = try await browser.signIn(site.server).response
      #expect(try await browser.follow(late).status == .gatewayTimeout)
      site.server.fail(with: nil)
      #expect(try await browser.signIn(site.server).response.status == .seeOther)
    }
  }

  @Test func `A server that knows services by their exact text gets a service without a query`() async throws {
    var settings = CASSettings()
    settings.serviceCarriesState = false
    settings.paths.callback = "/login"
    let site = try TestSite(settings: settings)
    try await site.test { client in
      let browser = TestBrowser(client)
      let start = try await browser.get("/login?return=/private")
      let service = try TestBrowser.service(in: start)
      #expect(service == "https://app.example.org/login")
      let bare = site.server.ticket(for: service, user: "attacker")
      let victim = TestBrowser(client)
      let page = try await victim.follow(victim.get("/login?ticket=\(bare)"))
      #expect(page.status == .unauthorized)
      #expect(try await victim.user() == "hello nobody")
      let arrival = try await browser.get("/login?ticket=\(site.server.ticket(for: service))")
      #expect(arrival.headers[.location] == "https://app.example.org/private")
      #expect(try await browser.user() == "hello lou")
      // Silent questions end where they should, too.
      let other = TestBrowser(client)
      let silent = try TestBrowser.service(in: try await other.get("/greeting"))
      #expect(silent == service)
      let back = try await other.get("/login")
      #expect(back.headers[.location] == "https://app.example.org/greeting")
      let greeting = try await other.get("/greeting")
      #expect(greeting.text == "good day stranger")
    }
  }
}
