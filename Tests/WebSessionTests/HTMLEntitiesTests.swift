import Testing
import WebSession

@Suite struct HTMLEntitiesTests {
  /// FNV-1a over `name=expansion` of all names in the order of their bytes; computed with Python's `html.entities.html5`.
  @Test func theWholeTableIsTheOneOfTheStandard() {
    let names = HTMLEntities.names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(names.count == 2231)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for name in names {
      for byte in "\(name)=\(HTMLEntities.decode("&" + name))\n".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
    }
    #expect(hash == 0xf01a_0730_f534_7086)
  }

  @Test(arguments: [
    ("&eacute;&Eacute;&oelig;&laquo;&nbsp;&rsquo;", "éÉœ«\u{a0}’"), ("&amp;lt;", "&lt;"), ("&AMP&LT;", "&<"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&NotEqualTilde;", "≂̸"), ("&fjlig;", "fj"), ("&Tab;", "\t"),
    ("&notit;", "¬it;"), ("&notin;", "∉"), ("&notin", "¬in"), ("&noti", "¬i"), ("&eacutee", "ée"),
    ("&ampamp;", "&amp;"),
    ("&frac12x", "½x"), ("&oelig", "&oelig"), ("&hellip", "&hellip"), ("&EACUTE;", "&EACUTE;"), ("&thetasym;", "ϑ"),
    ("&copy=1", "©=1"), ("&copyx", "©x"), ("a & b", "a & b"), ("&", "&"), ("&&amp;&", "&&&"), ("&;", "&;"),
    ("& amp;", "& amp;"), ("&unknown;", "&unknown;"), ("&a", "&a"), ("&lt", "<"), ("&l", "&l"), ("", ""), ("é", "é"),
  ])
  func named(text: String, expected: String) {
    #expect(HTMLEntities.decode(text) == expected)
  }

  @Test(arguments: [
    ("&#233;&#xE9;&#XE9;&#xe9;", "éééé"), ("&#233 &#xe9x", "é éx"), ("&#x1F600;", "😀"),
    ("&#128;&#x9F;&#x81;", "€Ÿ\u{81}"),
    ("&#0;", "\u{fffd}"), ("&#xD800;", "\u{fffd}"), ("&#x110000;", "\u{fffd}"), ("&#x10FFFF;", "\u{10ffff}"),
    ("&#99999999999999999999999;", "\u{fffd}"), ("&#x0000000000000000000041;", "A"), ("&#;", "&#;"), ("&#x;", "&#x;"),
    ("&#", "&#"), ("&#x", "&#x"), ("&#xg;", "&#xg;"), ("&#-1;", "&#-1;"), ("&#39;", "'"), ("&#12a;", "\u{c}a;"),
  ])
  func numeric(text: String, expected: String) {
    #expect(HTMLEntities.decode(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("?a=1&copy=2", "?a=1&copy=2"), ("?a=1&copyx", "?a=1&copyx"), ("?a=1&copy;=2", "?a=1©=2"), ("?a&copy", "?a©"),
    ("?a&copy&b", "?a©&b"), ("?x=1&amp;y=2", "?x=1&y=2"), ("?x=1&amp", "?x=1&"), ("&notit;", "&notit;"),
    ("&#233x", "éx"), ("?a=1&lang=fr&section=2", "?a=1&lang=fr&section=2"),
  ])
  func inAttributes(value: String, expected: String) {
    #expect(HTMLPage("<a href=\"\(value)\">").attributes(named: "href") == [expected])
    #expect(HTMLPage("<a href=\(value)>").attributes(named: "href") == [expected])
  }
}
