import Testing
import WebSession

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("http://example.test", "http://example.test/"),
    ("HTTP://Example.TEST:80/A", "http://example.test/A"),
    ("https://example.test:443?x", "https://example.test/?x"),
    ("https://example.test:8443/", "https://example.test:8443/"),
    ("https://example.test:/", "https://example.test/"),
    ("  https://example.test/a b\n", "https://example.test/a%20b"),
    ("https://example.test/a\nb\tc", "https://example.test/abc"),
    ("https://example.test/élève?q=été", "https://example.test/%C3%A9l%C3%A8ve?q=%C3%A9t%C3%A9"),
    ("https://example.test/%C3%a9%2f?q=%41", "https://example.test/%C3%a9%2f?q=%41"),
    ("https://example.test/100%?a=%zz%4", "https://example.test/100%25?a=%25zz%254"),
    ("https://example.test/a/./b/../c", "https://example.test/a/c"),
    ("https://example.test/../..", "https://example.test/"),
    ("https://example.test/a//b", "https://example.test/a//b"),
    ("https://example.test/a?b/../c?d#e?f", "https://example.test/a?b/../c?d"),
    ("https://example.test/?", "https://example.test/?"),
    ("https://example.test/\"<>\\^`{|}[]", "https://example.test/%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D"),
    ("http://[::1]:8080/x", "http://[::1]:8080/x"),
    ("http://[2001:DB8::192.0.2.1]/", "http://[2001:db8::192.0.2.1]/"),
    ("http://127.0.0.1/", "http://127.0.0.1/"),
    ("http://my_host-1.test./", "http://my_host-1.test./"),
  ])
  func readsAndNormalises(text: String, expected: String) {
    #expect(WebAddress(text)?.description == expected)
    // What was written is read back as the same.
    #expect(WebAddress(expected)?.description == expected)
  }

  @Test(arguments: [
    "", " ", "example.test", "/path", "//example.test/", "ftp://example.test/", "javascript:alert(1)",
    "mailto:a@b.test",
    "http:", "http:/", "http://", "http:///x", "http:example.test", "https://user@example.test/",
    "https://user:secret@example.test/", "https://@example.test/", "https://exa mple.test/", "https://exámple.test/",
    "https://example..test/", "https://.test/", "https://-%41.test/", "https://a\\b.test/", "https://example.test:0/",
    "https://example.test:65536/", "https://example.test:8o/", "https://example.test:-1/", "http://[::1/",
    "http://[::1]x/", "http://[]/", "http://[1:2:3:4:5:6:7]/", "http://[1:2:3:4:5:6:7:8:9]/", "http://[1::2::3]/",
    "http://[:1:2:3:4:5:6:7]/", "http://[1:2:3:4:5:6:7:]/", "http://[::12345]/", "http://[::1.2.3]/",
    "http://[::1.2.3.256]/", "http://[fe80::1%25eth0]/", "http://[:]/", "http://[:::]/", "https://\u{0}/",
  ])
  func refuses(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(arguments: [
    "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "1::8", "::2:3:4:5:6:7:8", "::ffff:1.2.3.4",
  ])
  func readsIPv6(host: String) {
    #expect(WebAddress("http://[\(host)]:81/")?.host == host)
    #expect(WebAddress("http://[\(host)]:81/")?.origin == "http://[\(host)]:81")
  }

  @Test func refusesAddressesOfMoreThan64KiB() {
    let start = "https://example.test/"
    let longest = start + String(repeating: "a", count: 65_536 - start.utf8.count)
    #expect(WebAddress(longest) != nil)
    #expect(WebAddress(longest + "a") == nil)
  }

  @Test func tellsItsParts() {
    let page = address("https://h.test:8443/a/b.html?x=1&y")
    #expect(page.scheme == "https")
    #expect(page.host == "h.test")
    #expect(page.port == 8443)
    #expect(page.path == "/a/b.html")
    #expect(page.query == "x=1&y")
    #expect(page.origin == "https://h.test:8443")
    #expect(page.pathAndQuery == "/a/b.html?x=1&y")
    #expect(page.isSecure)
    #expect(page.withoutQuery.description == "https://h.test:8443/a/b.html")
  }

  @Test(arguments: [
    ("http://localhost/", true), ("http://a.localhost/", true), ("http://127.9.9.9/", true), ("http://[::1]/", true),
    ("http://127.example.test/", false), ("http://localhost.test/", false), ("http://128.0.0.1/", false),
    ("http://[::2]/", false), ("http://127.0.0.1.test/", false),
  ])
  func knowsThisMachine(text: String, isLoopback: Bool) {
    #expect(address(text).isLoopback == isLoopback)
  }

  @Test func appendsSegmentsAndFields() {
    let root = address("https://h.test/pronote/?old=1")
    #expect(root.appending(path: "a/b", "..", "", "é ?%").description == "https://h.test/pronote/a%2Fb/%C3%A9%20%3F%25")
    #expect(address("https://h.test").appending(path: "x").description == "https://h.test/x")
    #expect(
      root.appending(query: [("service", "https://x.test/?a=b&c"), ("é", " ")]).query
        == "old=1&service=https%3A%2F%2Fx.test%2F%3Fa%3Db%26c&%C3%A9=+"
    )
    #expect(address("https://h.test/").appending(query: []).query == nil)
  }

  /// RFC 3986 section 5.4, without the fragments, and with `/` for an empty path.
  @Test(
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
      ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"),
      ("g#s", "http://a/b/c/g"), ("g?y#s", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
      ("g;x?y#s", "http://a/b/c/g;x?y"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
      ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
      ("../../", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
      ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"),
      ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
      ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/./x", "http://a/b/c/g"),
      ("g#s/../x", "http://a/b/c/g"), ("https://h.test/x", "https://h.test/x"), ("a:8080/x", nil),
      ("g:h", nil), ("http:g", nil), ("javascript:void(0)", nil), ("//user@g", nil), ("///g", nil),
      ("é", "http://a/b/c/%C3%A9"), ("\\\\evil.test", "http://a/b/c/%5C%5Cevil.test"), ("1:2", "http://a/b/c/1:2"),
    ] as [(String, String?)]
  )
  func resolvesReferences(reference: String, expected: String?) {
    #expect(address("http://a/b/c/d;p?q").resolving(reference)?.description == expected)
  }
}
