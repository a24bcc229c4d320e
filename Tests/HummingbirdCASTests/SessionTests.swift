import CAS
import Foundation
import Hummingbird
import HummingbirdCAS
import HummingbirdTesting
import Testing

/// How long sessions live, and what survives a restart.
@Suite struct SessionTests {
  @Test func `A session ends when it is not used`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      try await browser.signIn(site.server)
      for _ in 1...4 {
        site.clock.advance(seconds: 3000)
        #expect(try await browser.user() == "hello lou")
      }
      site.clock.advance(seconds: 3601)
      #expect(try await browser.user() == "hello nobody")
    }
  }

  @Test func `A session ends after a day's work, used or not`() async throws {
    let site = try TestSite()
    try await site.test { client in
      let browser = TestBrowser(client)
      try await browser.signIn(site.server)
      for _ in 1..<16 {
        site.clock.advance(seconds: 1800)
        #expect(try await browser.user() == "hello lou")
      }
      site.clock.advance(seconds: 1800)
      #expect(try await browser.user() == "hello nobody")
    }
  }

  @Test func `Many browsers at a time keep apart`() async throws {
    let site = try TestSite()
    try await site.test { client in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...40 {
          group.addTask {
            let browser = TestBrowser(client)
            try await browser.signIn(site.server, user: "user\(number)", attributes: [("number", "\(number)")])
            for _ in 1...5 {
              #expect(try await browser.get("/private").text == "[user\(number)] number=\(number)")
            }
            try await browser.get("/logout")
            #expect(try await browser.user() == "hello nobody")
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `Sessions survive a restart, and single logout still ends exactly one`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("sessions.sqlite").path
      let jar = SendableBox(Jars())
      try await Self.run(path) { site, client in
        for name in ["lou", "kim"] {
          let browser = TestBrowser(client)
          let (_, ticket) = try await browser.signIn(site.server, user: name, attributes: [("group", "é & <b>")])
          jar.value.cookies[name] = browser.cookies
          jar.value.tickets[name] = ticket
        }
      }
      // Neither an id nor a ticket is in the file.
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
        for secret in jar.value.cookies.values.flatMap(\.values) + Array(jar.value.tickets.values) {
          #expect(bytes.firstRange(of: Data(secret.utf8)) == nil)
        }
      }
      try await Self.run(path) { _, client in
        let browsers = Self.browsers(jar.value, client)
        let (lou, kim) = (try #require(browsers["lou"]), try #require(browsers["kim"]))
        #expect(try await lou.get("/private").text == "[lou] group=é & <b>")
        #expect(try await kim.user() == "hello kim")
        let logout = LogoutText.form(jar.value.tickets["lou"] ?? "")
        try await TestBrowser(client).post("/login/callback", logout, type: LogoutText.formType)
        #expect(try await lou.user() == "hello nobody")
      }
      try await Self.run(path) { _, client in
        let browsers = Self.browsers(jar.value, client)
        let (lou, kim) = (try #require(browsers["lou"]), try #require(browsers["kim"]))
        #expect(try await lou.user() == "hello nobody")
        #expect(try await kim.user() == "hello kim")
      }
    }
  }

  @Test func `A session of one application opens nothing at another that shares the store`() async throws {
    let store = MemoryPersistDriver()
    let first = try TestSite(base: "http://localhost:5000", store: store)
    let second = try TestSite(base: "http://localhost:5001", store: store)
    let jar = SendableBox(Jars())
    try await first.test { client in
      let browser = TestBrowser(client)
      try await browser.signIn(first.server, base: "http://localhost:5000")
      jar.value.cookies["lou"] = browser.cookies
    }
    try await second.test { client in
      let browser = TestBrowser(client)
      browser.cookies["cas-session-5001"] = jar.value.cookies["lou"]?["cas-session-5000"]
      let user = try await browser.user()
      #expect(user == "hello nobody")
    }
  }

  private final class Jars {
    var cookies: [String: [String: String]] = [:]
    var tickets: [String: String] = [:]
  }

  private static func browsers(_ jars: Jars, _ client: any TestClientProtocol) -> [String: TestBrowser] {
    jars.cookies.mapValues { cookies in
      let browser = TestBrowser(client)
      browser.cookies = cookies
      return browser
    }
  }

  /// One life of a process.
  private static func run(
    _ path: String,
    _ body: @escaping @Sendable (TestSite, any TestClientProtocol) async throws -> Void
  ) async throws {
    let clock = TestClock()
    let store = try SQLitePersistDriver(path: path, patience: 5, now: { clock.now })
    let site = try TestSite(clock: clock, store: store)
    try await site.test { client in try await body(site, client) }
    try await store.shutdown()
  }
}
