import Testing
import WebSession

@Suite struct SecretTests {
  struct Account {
    var name = "dwho"
    var password = Secret("hunter2")
    var tokens = [Secret("hunter2")]
    var maybe: Secret<String>? = Secret("hunter2")
  }

  @Test func printsAsRedactedInEveryWay() {
    let secret = Secret("hunter2")
    #expect("\(secret)" == "<redacted>")
    #expect(String(describing: secret) == "<redacted>")
    #expect(String(reflecting: secret) == "<redacted>")
    #expect(Mirror(reflecting: secret).children.isEmpty)
    var dumped = ""
    dump(secret, to: &dumped)
    print(secret, to: &dumped)
    debugPrint(secret, to: &dumped)
    #expect(!dumped.contains("hunter2"))
    #expect(dumped.contains("<redacted>"))
  }

  @Test func doesNotShowThroughWhatHoldsIt() {
    let account = Account()
    var shown = "\(account)" + String(reflecting: account) + "\([account.password])" + "\(["key": account.password])"
    dump(account, to: &shown)
    #expect(!shown.contains("hunter2"))
    #expect(shown.contains("dwho"))
  }

  @Test func isNotEncodable() {
    #expect(!((Secret("hunter2") as Any) is any Encodable))
  }

  @Test func revealsItsValueAndComparesByIt() {
    #expect(Secret("a").reveal() == "a")
    #expect(Secret("a") == Secret("a"))
    #expect(Secret("a") != Secret("b"))
    #expect(Set([Secret(1), Secret(1), Secret(2)]).count == 2)
  }

  @Test func requestsAndResponsesShowNeitherQueryNorFieldsNorBody() {
    let page = address("https://example.test/cas/login?ticket=hunter2")
    let request = WebRequest.post(
      page,
      form: [("password", "hunter2")],
      headers: [("Authorization", "Bearer hunter2")]
    )
    let response = WebResponse(
      status: 200,
      headers: [("Set-Cookie", "sid=hunter2")],
      body: Array("hunter2".utf8),
      address: page
    )
    var shown = "\(request) \(response)" + String(reflecting: request) + String(reflecting: response)
    dump(request, to: &shown)
    dump(response, to: &shown)
    #expect(!shown.contains("hunter2"))
    #expect(shown.contains("POST https://example.test/cas/login"))
    // The decimal form in which a byte array would be printed.
    #expect(!shown.contains("104, 117, 110"))
  }

  @Test func jarsDoNotShowTheirCookies() {
    var jar = CookieJar()
    jar.store("sid=hunter2", from: address("https://example.test/"), now: 0)
    var shown = "\(jar)" + String(reflecting: jar)
    dump(jar, to: &shown)
    #expect(shown.contains("sid"))
    #expect(!shown.contains("hunter2"))
  }
}
