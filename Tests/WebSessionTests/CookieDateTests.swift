import Testing
import WebSession

@Suite struct CookieDateTests {
  private func expires(_ date: String) -> Int64? {
    var jar = CookieJar()
    jar.store("a=1; Expires=\(date)", from: address("https://h.test/"), now: -100_000_000_000)
    return jar.cookies.first?.expires
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "08:49:37 6 november 94", "1994 Nov 6 8:49:37", "06-Nov-1994 08:49:37", "Sun,06/Nov/1994/08:49:37Z",
    "Sun, 06 Nov 1994 08:49:37 GMT; extra",
  ])
  func formsOfOneInstant(date: String) {
    #expect(expires(date) == 784_111_777)
  }

  @Test(
    arguments: [
      ("01 Jan 1970 00:00:00", 0), ("01-Jan-69 00:00:00", 3_124_224_000), ("01-Jan-70 00:00:00", 0),
      ("29 Feb 2028 12:00:00", 1_835_438_400), ("31 Dec 9999 23:59:59", 253_402_300_799),
      ("1 Jan 1601 0:0:0", -11_644_473_600), ("28 Feb 1900 00:00:00", -2_203_977_600),
    ] as [(String, Int64)]
  )
  func instants(date: String, seconds: Int64) {
    #expect(expires(date) == seconds)
  }

  @Test(arguments: [
    "", "soon", "06 Nov 1994", "08:49:37 GMT", "32 Nov 1994 08:49:37", "0 Nov 1994 08:49:37", "31 Nov 1994 08:49:37",
    "29 Feb 2027 00:00:00", "29 Feb 1900 00:00:00", "06 Nov 1600 08:49:37", "06 Nov 1994 24:00:00",
    "06 Nov 1994 08:60:00", "06 Nov 1994 08:49:60", "06 Nov 1994 08:49", "06 Nov 19945 08:49:37",
    "06 Nov 1994 008:49:37", "06 Foo 1994 08:49:37",
  ])
  func noDates(date: String) {
    #expect(expires(date) == nil)
  }
}
