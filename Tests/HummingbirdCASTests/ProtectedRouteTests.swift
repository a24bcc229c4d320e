import CAS
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import HummingbirdTesting
import Logging
import Testing

/// What nobody sees without having signed in, and what is shown in its place.
@Suite struct ProtectedRouteTests {
  private struct Failure: Decodable {
    struct Content: Decodable {
      var code: String
      var message: String
      var signIn: String?
    }
    var error: Content
  }

  @Test(arguments: [
    "application/json", "application/problem+json, text/html;q=0.5", "text/html;q=0.1,application/json",
  ])
  func `Who asks for JSON gets a body with status 401`(_ accept: String) async throws {
    try await TestSite().test { client in
      let response = try await TestBrowser(client).get("/private", accept: accept)
      #expect(response.status == .unauthorized)
      #expect(response.headers[.contentType] == "application/json; charset=utf-8")
      #expect(response.headers[.wwwAuthenticate] == "CAS")
      let failure = try JSONDecoder().decode(Failure.self, from: Data(response.text.utf8))
      #expect(failure.error.code == "signInRequired")
      #expect(failure.error.signIn == "https://app.example.org/login?return=/private")
    }
  }

  @Test(arguments: ["", "*/*", TestBrowser.page, "application/json;q=0.5,text/html"])
  func `Everybody else is sent to sign in`(_ accept: String) async throws {
    try await TestSite().test { client in
      let response = try await TestBrowser(client).get("/private", accept: accept)
      #expect(response.status == .seeOther)
    }
  }

  @Test func `What is sent without a session is not redirected`() async throws {
    try await TestSite().test { client in
      let response = try await TestBrowser(client).post("/private", "a=b", type: LogoutText.formType)
      #expect(response.status == .unauthorized)
      #expect(response.text.hasPrefix("{\"error\":{\"code\":\"signInRequired\""))
    }
  }

  @Test func `A page may be refused in place of being redirected`() async throws {
    try await TestSite().test { client in
      let response = try await TestBrowser(client).get("/strict")
      #expect(response.status == .unauthorized)
      #expect(response.text.contains("<h1>Please sign in</h1>"))
      #expect(response.text.contains("href=\"https://app.example.org/login?return=/strict\""))
    }
  }

  @Test func `What signed-in people see is not for caches`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      try await browser.signIn(site.server)
      #expect(try await browser.get("/private").headers[.cacheControl] == "private, no-store")
    }
  }

  @Test func `Whom the application does not know is told so, and not sent round in circles`() async throws {
    struct Context: CASRequestContext {
      var coreContext: CoreRequestContextStorage
      var identity: Int?
      init(source: Source) { coreContext = .init(source: source) }
    }
    let site = try TestSite()
    let router = Router(context: Context.self)
    router.add(middleware: CASAuthenticator(site.protection) { identity, _ in identity.user == "lou" ? 7 : nil })
    CASRoutes(site.protection).add(to: router)
    router.group().add(middleware: CASSignInRequired(site.protection))
      .get("/private") { _, context in "number \(context.identity ?? 0)" }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    try await Application(router: router, logger: logger).test(.router) { client in
      let browser = TestBrowser(client)
      try await browser.signIn(site.server, user: "lou")
      #expect(try await browser.get("/private").text == "number 7")
      let other = TestBrowser(client)
      try await other.signIn(site.server, user: "kim")
      #expect(try await other.get("/private").status == .forbidden)
      let data = try await other.get("/private", accept: "application/json")
      #expect(data.status == .forbidden)
    }
  }
}
