import Testing
import WebSession

/// `Retry-After` in both of its forms (RFC 9110 section 10.2.3).
@Suite struct RetryAfterTests {
  /// Sat, 21 Nov 2026 08:00:00 GMT
  private static let now: Int64 = 1_795_248_000

  private func pause(_ text: String?, date: String? = nil) throws -> Duration? {
    let headers = [("Retry-After", text), ("Date", date)].compactMap { field in
      field.1.map { (name: field.0, value: $0) }
    }
    let address = try #require(WebAddress("https://school.example/"))
    return WebResponse(status: 503, headers: headers, address: address).retryAfter(now: Self.now)
  }

  @Test(arguments: [("120", 120), ("0", 0), (" 7 ", 7), ("3000000", 2_592_000), ("99999999999999999999", 2_592_000)])
  func `is a number of seconds`(text: String, seconds: Int) throws {
    #expect(try pause(text) == .seconds(seconds))
  }

  @Test(arguments: [
    ("Sat, 21 Nov 2026 08:02:00 GMT", 120), ("Saturday, 21-Nov-26 08:02:00 GMT", 120),
    ("Sat Nov 21 08:02:00 2026", 120),
    ("Sat, 21 Nov 2026 07:00:00 GMT", 0), ("Sat, 21 Nov 2099 07:00:00 GMT", 2_592_000),
  ])
  func `is a date`(text: String, seconds: Int) throws {
    #expect(try pause(text) == .seconds(seconds))
  }

  @Test func `is a date by the server's clock where that is known`() throws {
    #expect(
      try pause("Sat, 21 Nov 2026 11:30:00 GMT", date: "Sat, 21 Nov 2026 11:29:30 GMT") == .seconds(30)
    )
  }

  @Test(arguments: [nil, "", "soon", "-5", "1.5", "12 seconds", "Sat, 31 Nov 2026 08:02:00 GMT"])
  func `is nothing where it cannot be read`(text: String?) throws {
    #expect(try pause(text) == nil)
  }
}
