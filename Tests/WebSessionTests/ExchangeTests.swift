import Testing
import WebSession

@Suite struct ExchangeTests {
  let page = address("https://h.test/")

  @Test func formsAreUrlEncoded() {
    let request = WebRequest.post(
      page,
      form: [("user name", "Élève+été & 100%"), ("b", ""), ("*-._~", "\r\n/?")],
      headers: [("Accept", "*/*")]
    )
    #expect(request.method == .post)
    #expect(
      request.body.map { String(decoding: $0, as: UTF8.self) }
        == "user+name=%C3%89l%C3%A8ve%2B%C3%A9t%C3%A9+%26+100%25&b=&*-._%7E=%0D%0A%2F%3F"
    )
    #expect(request.header("content-type") == "application/x-www-form-urlencoded")
    #expect(request.header("accept") == "*/*")
  }

  @Test func headersAreFoundWithoutRegardToCase() {
    let response = WebResponse(
      status: 200,
      headers: [("X-A", "1"), ("x-a", "2"), ("X-AB", "3")],
      address: page
    )
    #expect(response.header("x-A") == "1")
    #expect(response.headers("X-a") == ["1", "2"])
    #expect(response.header("y") == nil)
  }

  @Test(
    arguments: [
      (nil, [0xc3, 0xa9], "é"), ("text/html", [0xe9], "\u{fffd}"), ("text/html; charset=utf-8", [0xc3, 0xa9], "é"),
      ("text/html; charset=ISO-8859-1", [0xe9, 0x80, 0x93], "é€“"), ("text/html;Charset=\"windows-1252\"", [0x9c], "œ"),
      ("text/html; boundary=x; charset='latin1'", [0xc3, 0xa9], "Ã©"),
      ("text/html; charset=unknown", [0xc3, 0xa9], "é"),
      ("text/html; charset=iso-8859-1", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é"), (nil, [0xef, 0xbb, 0xbf, 0x41], "A"),
      ("text/html; charset", [0x41], "A"), (nil, [], ""),
    ] as [(String?, [UInt8], String)]
  )
  func textFollowsTheContentType(type: String?, bytes: [UInt8], expected: String) {
    let headers = type.map { [(name: "Content-Type", value: $0)] } ?? []
    #expect(WebResponse(status: 200, headers: headers, body: bytes, address: page).text == expected)
  }

  @Test func errorsNameKindHostAndMessage() {
    let error = WebError(.timedOut, "no answer", host: "h.test")
    #expect("\(error)" == "timedOut (h.test): no answer")
    #expect(error.mayHaveReachedServer)
  }

  @Test func limitsHaveTheirDefaults() {
    #expect(WebLimits() == WebLimits(deadline: .seconds(30), maximumBodyBytes: 67_108_864))
  }
}
