import Foundation
import Testing
import WebSession

@Suite struct CookieJarTests {
  static let now: Int64 = 1_800_000_000
  let login = address("https://auth.example.test/portal/login?x=1")

  func jar(_ headers: String..., from page: WebAddress? = nil) -> CookieJar {
    var jar = CookieJar()
    for header in headers { jar.store(header, from: page ?? login, now: Self.now) }
    return jar
  }

  func sent(_ jar: CookieJar, to text: String, after seconds: Int64 = 0) -> String? {
    jar.header(for: address(text), now: Self.now + seconds)
  }

  @Test func maximumAgeEndsACookie() {
    let jar = jar("a=1; Max-Age=3600; Path=/")
    #expect(jar.cookies.first?.expires == Self.now + 3600)
    #expect(sent(jar, to: "https://auth.example.test/", after: 3599) == "a=1")
    #expect(sent(jar, to: "https://auth.example.test/", after: 3600) == nil)
  }

  @Test func maximumAgeWinsOverExpires() {
    let jar = jar("a=1; Max-Age=60; Expires=Thu, 01-Jan-1970 00:00:00 GMT")
    #expect(jar.cookies.first?.expires == Self.now + 60)
  }

  @Test(arguments: ["Max-Age=abc", "Max-Age=", "Max-Age=1.5", "Max-Age=+5", "Expires=soon", "Max-Age=--1"])
  func ignoresAnEndThatCannotBeRead(attribute: String) {
    let jar = jar("a=1; \(attribute)")
    #expect(jar.cookies.count == 1)
    #expect(jar.cookies.first?.expires == nil)
  }

  @Test(
    arguments: [
      ("99999999999999999999", Int64.max), ("9223372036854775807", Int64.max), ("0", nil), ("-1", nil),
      ("-99999999999999999999", nil),
    ] as [(String, Int64?)]
  )
  func survivesAgesOutOfRange(age: String, expires: Int64?) {
    #expect(jar("a=1; Max-Age=\(age)").cookies.first?.expires == expires)
  }

  @Test func withoutPathBelongsToTheFolderOfThePage() {
    let jar = jar("a=1")
    #expect(jar.cookies.first?.path == "/portal")
    #expect(sent(jar, to: "https://auth.example.test/portal") == "a=1")
    #expect(sent(jar, to: "https://auth.example.test/portal/x/y") == "a=1")
    #expect(sent(jar, to: "https://auth.example.test/portals") == nil)
    #expect(sent(jar, to: "https://auth.example.test/") == nil)
  }

  @Test(arguments: [("/", "/"), ("/a", "/"), ("/a/", "/a"), ("/a/b/c", "/a/b")])
  func defaultPaths(page: String, path: String) {
    let jar = jar("a=1; Path=relative", from: address("https://h.test\(page)"))
    #expect(jar.cookies.first?.path == path)
  }

  @Test(arguments: [
    "Thu, 01-Jan-1970 00:00:10 GMT", "Thursday, 01-Jan-70 00:00:10 GMT", "Thu, 01 Jan 1970 00:00:10 GMT",
  ])
  func aDateInThePastRemovesTheCookie(date: String) {
    var jar = jar("a=1", "b=2")
    jar.store("a=gone; expires=\(date)", from: login, now: Self.now)
    #expect(jar.cookies.map(\.name) == ["b"])
  }

  @Test func keepsTheValueAsItCame() {
    #expect(jar("a=\"x y\" ; Path=/").cookies.first?.value.reveal() == "\"x y\"")
    #expect(jar("two=1, three=2").cookies.map { $0.value.reveal() } == ["1, three=2"])
    #expect(jar("a=b=c==").cookies.first?.value.reveal() == "b=c==")
    #expect(jar("a=").cookies.first?.value.reveal() == "")
    #expect(jar(" \ta\t=\t1 ").cookies.first?.name == "a")
  }

  @Test func hostOnlyAndDomainAreToldApart() {
    let mine = jar("a=1; Path=/")
    #expect(sent(mine, to: "https://auth.example.test/") == "a=1")
    #expect(sent(mine, to: "https://x.auth.example.test/") == nil)
    #expect(sent(mine, to: "https://example.test/") == nil)
    let shared = jar("a=1; Path=/; Domain=.Example.TEST")
    #expect(sent(shared, to: "https://auth.example.test/") == "a=1")
    #expect(sent(shared, to: "https://example.test/") == "a=1")
    #expect(sent(shared, to: "https://a.b.example.test/") == "a=1")
    #expect(sent(shared, to: "https://notexample.test/") == nil)
  }

  @Test(arguments: [
    "other.test", "x.auth.example.test", "test", ".test", "xample.test", "ample.test", "auth.example.test.", "*",
  ])
  func refusesForeignAndTopLevelDomains(domain: String) {
    #expect(jar("a=1; Domain=\(domain)").cookies.isEmpty)
  }

  @Test(arguments: [
    ("http://localhost/", "localhost", true), ("http://127.0.0.1/", "127.0.0.1", true),
    ("http://127.0.0.1/", "0.0.1", false), ("http://[::1]/", "::1", true), ("http://[::1]/", "1", false),
  ])
  func addressesAndSingleLabelsOwnThemselvesOnly(page: String, domain: String, isKept: Bool) {
    let jar = jar("a=1; Domain=\(domain)", from: address(page))
    #expect(jar.cookies.map(\.isHostOnly) == (isKept ? [true] : []))
  }

  @Test func anEmptyDomainCountsAsNone() {
    #expect(jar("a=1; Domain=").cookies.first?.isHostOnly == true)
    #expect(jar("a=1; Domain=; Domain=example.test; Domain=").cookies.first?.domain == "example.test")
  }

  @Test func secureCookiesNeedEncryptionExceptOnThisMachine() {
    let jar = jar("a=1; Secure; HttpOnly; Path=/")
    #expect(jar.cookies.first?.isHTTPOnly == true)
    #expect(sent(jar, to: "https://auth.example.test/") == "a=1")
    #expect(sent(jar, to: "http://auth.example.test/") == nil)
    var local = CookieJar()
    local.store("b=2; secure", from: address("http://127.0.0.1:8080/"), now: Self.now)
    #expect(sent(local, to: "http://127.0.0.1:9090/") == "b=2")
  }

  @Test func longerPathsThenOlderCookiesGoFirst() {
    var jar = jar("a=1; Path=/", "b=2; Path=/portal/x", "c=3; Path=/portal", "d=4; Path=/")
    #expect(sent(jar, to: "https://auth.example.test/portal/x") == "b=2; c=3; a=1; d=4")
    // A new value keeps its place.
    jar.store("a=5; Path=/", from: login, now: Self.now)
    #expect(sent(jar, to: "https://auth.example.test/") == "a=5; d=4")
    #expect(jar.value(of: "a", for: address("https://auth.example.test/"), now: Self.now)?.reveal() == "5")
  }

  @Test func valueIsThatOfTheCookieThatGoesFirst() {
    let jar = jar("a=root; Path=/", "a=deep; Path=/portal")
    #expect(jar.value(of: "a", for: login, now: Self.now)?.reveal() == "deep")
    #expect(jar.value(of: "b", for: login, now: Self.now) == nil)
  }

  @Test(arguments: ["", "=", "=x", "novalue", ";a=1", "; Path=/", "a\u{1}=1", "a=\u{0}", "a=1\r\nb=2", "a=1\u{7f}"])
  func ignoresWhatIsNoCookie(header: String) {
    #expect(jar(header).cookies.isEmpty)
  }

  @Test func limitsTheSizeOfACookie() {
    #expect(jar("a=" + String(repeating: "x", count: 4095)).cookies.count == 1)
    #expect(jar("a=" + String(repeating: "x", count: 4096)).cookies.isEmpty)
    let longPath = "/" + String(repeating: "x", count: 1024)
    #expect(jar("a=1; Path=\(longPath)").cookies.first?.path == "/portal")
  }

  @Test func limitsTheNumberOfCookies() {
    var jar = CookieJar()
    for number in 0..<100 { jar.store("c\(number)=1", from: login, now: Self.now) }
    #expect(jar.cookies.count == CookieJar.maximumPerDomain)
    #expect(jar.cookies.first?.name == "c40")
    for number in 0..<1100 { jar.store("a=1", from: address("https://h\(number).test/"), now: Self.now) }
    #expect(jar.cookies.count == CookieJar.maximum)
    #expect(jar.cookies.last?.domain == "h1099.test")
  }

  @Test func makesRoomByRemovingExpiredCookiesFirst() {
    var jar = CookieJar()
    for number in 0..<60 {
      jar.store("c\(number)=1; Max-Age=\(number == 30 ? 10 : 1000)", from: login, now: Self.now)
    }
    jar.store("new=1", from: login, now: Self.now + 20)
    #expect(jar.cookies.count == 60)
    #expect(!jar.cookies.contains { $0.name == "c30" })
    #expect(jar.cookies.contains { $0.name == "c0" })
  }

  @Test func storesAndComesBack() throws {
    let jar = jar("a=1; Max-Age=60; Path=/; Secure", "b=\"é\"; Domain=example.test; HttpOnly")
    let again = try JSONDecoder().decode(CookieJar.self, from: JSONEncoder().encode(jar))
    #expect(again == jar)
    #expect(sent(again, to: "https://auth.example.test/portal") == "b=\"é\"; a=1")
  }

  @Test func scriptsCanSetCookies() {
    var jar = CookieJar()
    jar.set(name: "ielang", value: "1036", for: login)
    #expect(sent(jar, to: "https://auth.example.test/anything") == "ielang=1036")
    #expect(sent(jar, to: "https://example.test/") == nil)
  }
}
