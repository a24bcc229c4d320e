import CAS
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import HummingbirdTesting
import PronoteWire
import Testing

/// What the CAS server posts, and what others post in its name (sso document b, 13 and 14).
@Suite struct SingleLogoutTests {
  private static let callback = "/login/callback"

  @Test(arguments: [true, false])
  func `Single logout ends exactly the session of its ticket`(_ isForm: Bool) async throws {
    let site = try TestSite()
    try await site.test { client in
      let first = TestBrowser(client)
      let second = TestBrowser(client)
      let (_, ticket) = try await first.signIn(site.server)
      try await second.signIn(site.server)
      let response = try await TestBrowser(client).post(
        Self.callback + "?state=whatever",
        isForm ? LogoutText.form(ticket) : LogoutText.xml([ticket]),
        type: isForm ? LogoutText.formType : "text/xml"
      )
      #expect(response.status == .ok)
      #expect(response.text.isEmpty)
      #expect(response.headers[values: .setCookie].isEmpty)
      #expect(try await first.user() == "hello nobody")
      #expect(try await second.user() == "hello lou")
    }
  }

  @Test func `b14: Forged requests end nothing, not even the caller's session`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let (_, ticket) = try await browser.signIn(site.server)
      let multipart =
        "--x\r\nContent-Disposition: form-data; name=\"logoutRequest\"\r\n\r\n\(LogoutText.xml([ticket]))\r\n--x--"
      let forgeries: [(body: String, type: String)] = [
        (LogoutText.form("ST-unknown"), LogoutText.formType),
        (LogoutText.form(""), LogoutText.formType),
        (LogoutText.form(), LogoutText.formType),
        (LogoutText.form(String(ticket.dropLast())), LogoutText.formType),
        (LogoutText.form(ticket + "x"), LogoutText.formType),
        (LogoutText.form(ticket.lowercased()), LogoutText.formType),
        (LogoutText.form(ticket, ticket), LogoutText.formType),
        (LogoutText.form(ticket, "ST-unknown"), LogoutText.formType),
        (LogoutText.form(ticket) + "&" + LogoutText.form(ticket), LogoutText.formType),
        (multipart, "multipart/form-data; boundary=x"),
        (LogoutText.form(ticket) + "&filler=" + String(repeating: "x", count: 100_000), LogoutText.formType),
        ("<!DOCTYPE a [<!ENTITY t \"\(ticket)\">]>" + LogoutText.xml(["&t;"]), "text/xml"),
        (LogoutText.xml([ticket]).replacing("SAML:2.0:protocol", with: "SAML:9.9:protocol"), "text/xml"),
        ("", LogoutText.formType),
        ("\u{0}\u{1}", "application/octet-stream"),
      ]
      for forgery in forgeries {
        let response = try await browser.post(Self.callback, forgery.body, type: forgery.type)
        #expect(response.status == .ok)
        #expect(response.headers[values: .setCookie].isEmpty)
        #expect(try await browser.user() == "hello lou", "\(forgery.body.prefix(120))")
      }
      // The field in the query of a GET is no request.
      #expect(try await browser.get("\(Self.callback)?\(LogoutText.form(ticket + "x"))").status == .ok)
      #expect(try await browser.user() == "hello lou")
    }
  }

  @Test func `Front-channel logout ends the browser's session`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let other = TestBrowser(client)
      let (_, ticket) = try await browser.signIn(site.server)
      try await other.signIn(site.server)
      let deflated = try RawDeflate.compress(Array(LogoutText.xml([ticket]).utf8))
      let request = LogoutText.encode(Data(deflated).base64EncodedString())
      let response = try await browser.get("\(Self.callback)?SAMLRequest=\(request)&RelayState=x")
      #expect(response.status == .ok)
      #expect(browser.cookies["__Host-cas-session"] == nil)
      #expect(try await other.user() == "hello lou")
    }
  }

  @Test func `A logout that overtakes the end of the login is not lost`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login"))
      let ticket = site.server.ticket(for: service)
      let sender = SendableBox(TestBrowser(client))
      site.server.whileValidating {
        try await sender.value.post(Self.callback, LogoutText.form(ticket), type: LogoutText.formType)
      }
      try await browser.get(TestBrowser.callback(service, ticket: ticket))
      site.server.whileValidating(nil)
      #expect(try await browser.user() == "hello nobody")
    }
  }

  @Test func `A ticket that arrives twice at a time is validated once`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login"))
      let callback = TestBrowser.callback(service, ticket: site.server.ticket(for: service))
      let twin = TestBrowser(client)
      twin.cookies = browser.cookies
      let sender = SendableBox(twin)
      site.server.whileValidating { try await sender.value.get(callback) }
      try await browser.get(callback)
      #expect(try await browser.user() == "hello lou")
      #expect(try await twin.user() == "hello nobody")
    }
    #expect(site.server.validations.count == 1)
  }

  // MARK: - Proxy callback

  @Test func `A delivered proxy-granting ticket is there after the login`() async throws {
    var settings = CASSettings()
    settings.proxyGrantingTickets = InMemoryProxyGrantingTicketStore()
    let site = try TestSite(settings: settings)
    try await site.test { client in
      let iou = "PGTIOU-1-abc"
      let granting = "PGT-1-def"
      let browser = TestBrowser(client)
      let service = try TestBrowser.service(in: try await browser.get("/login"))
      let ticket = site.server.ticket(for: service, iou: iou)
      let delivery = try await TestBrowser(client).get("/login/proxy?pgtIou=\(iou)&pgtId=\(granting)")
      #expect(delivery.status == .ok)
      try await browser.get(TestBrowser.callback(service, ticket: ticket))
      #expect(site.server.validations.last?["pgtUrl"] == "https://app.example.org/login/proxy")
      let request = Request(
        head: .init(
          method: .get,
          scheme: nil,
          authority: nil,
          path: "/",
          headerFields: [.cookie: "__Host-cas-session=\(browser.cookies["__Host-cas-session"] ?? "")"]
        ),
        body: .init(buffer: .init())
      )
      let identity = try await site.protection.identity(for: request)
      #expect(identity?.proxyGrantingTicket?.text == granting)
      #expect(!"\(String(describing: identity))".contains(granting))
    }
  }

  @Test(arguments: [
    "", "?pgtIou=../../x&pgtId=PGT-1", "?pgtIou=PGTIOU-%3Cscript%3E&pgtId=PGT-1", "?pgtIou=PGTIOU-1",
    "?pgtIou=PGTIOU-1&pgtId=PGT-2&pgtIou=PGTIOU-3", "?x=" + String(repeating: "y", count: 5000),
  ])
  func `b13: The proxy callback answers 200 to everything and repeats nothing`(_ query: String) async throws {
    var settings = CASSettings()
    settings.proxyGrantingTickets = InMemoryProxyGrantingTicketStore()
    try await TestSite(settings: settings).test { client in
      for _ in 1...2 {
        let response = try await TestBrowser(client).get("/login/proxy\(query)")
        #expect(response.status == .ok)
        #expect(response.text.isEmpty)
      }
      let posted = try await TestBrowser(client)
        .post("/login/proxy", String(query.dropFirst()), type: LogoutText.formType)
      #expect(posted.status == .ok)
      #expect(posted.text.isEmpty)
    }
  }

  @Test func `b13: Kept in a store, the first delivery wins, and a ticket is read once`() async throws {
    let store = PersistedProxyGrantingTickets(store: MemoryPersistDriver())
    let end = Date().addingTimeInterval(60)
    try await store.keep(ProxyGrantingTicket("PGT-1"), for: "PGTIOU-1", until: end)
    try await store.keep(ProxyGrantingTicket("PGT-2"), for: "PGTIOU-1", until: end)
    async let first = store.take("PGTIOU-1")
    async let second = store.take("PGTIOU-1")
    let taken = try await [first, second].compactMap { $0?.text }
    #expect(taken == ["PGT-1"])
    #expect(try await store.take("PGTIOU-2") == nil)
  }
}
