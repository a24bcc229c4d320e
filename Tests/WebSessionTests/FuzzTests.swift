import Testing
import WebSession

/// Mutated input: nothing traps, and what must always hold, holds.
@Suite(.timeLimit(.minutes(2))) struct FuzzTests {
  static let rounds = 20_000

  static let pages = [
    "<a b='c' d=\"e\" f=g h><!-- x --><script>y</script>&#x41;&amp;<title>t</title></a>",
    "<form id=f action=/x><select name=s multiple><option selected>a<optgroup><option value=2></select><input form=f name=i>",
    "<pre>\n a</pre><li><p>x</p><textarea name=t>\ny</textarea><td class='a b'>&notit;&#128;&CounterClockwiseContourIntegral;",
    "<!DOCTYPE html><![CDATA[x]]><?pi?><!--!--></p></3<noscript><template></template></noscript>x<y z<b>w",
  ].map { Array($0.utf8) }

  @Test func pagesNeverTrap() {
    var random = SeededGenerator(seed: 1)
    for round in 0..<Self.rounds {
      let bytes = random.mutate(Self.pages[round % Self.pages.count])
      let page = HTMLPage(bytes)
      let named = page.forms.flatMap(\.fields).allSatisfy { !$0.name.isEmpty }
      #expect(named)
      #expect((page.title ?? "").utf8.count <= 4 * bytes.count)
      let text = page.text + page.elements(withClass: "a").joined() + page.scripts.joined()
      #expect(text.utf8.count <= 12 * bytes.count)
      let plain = HTMLText.plain(String(decoding: bytes, as: UTF8.self))
      #expect(plain.first != " " && plain.first != "\n" && plain.last != " " && plain.last != "\n")
    }
  }

  @Test func entitiesNeverTrapAndLeaveTheRestAlone() {
    var random = SeededGenerator(seed: 2)
    let seed = Array("a&amp;&#x41;&notit;&#1114112;&eacute&CounterClockwiseContourIntegral;&lt=&#xD800;é&".utf8)
    for _ in 0..<Self.rounds {
      let text = String(decoding: random.mutate(seed), as: UTF8.self)
      let decoded = HTMLEntities.decode(text)
      #expect(decoded.utf8.count <= 3 * text.utf8.count)
      if !text.utf8.contains(UInt8(ascii: "&")) { #expect(decoded == text) }
    }
  }

  @Test func addressesNeverTrapAndReadBackAsThemselves() {
    var random = SeededGenerator(seed: 3)
    let seeds = [
      "https://Example.test:8443/a/./b/../c%2Fé?q=1&r=[x]#f", "http://[2001:db8::192.0.2.1]:80/", "//h.test/..//x",
      "../../g;x=1/../y?z", "http://127.0.0.1/%zz/..",
    ].map { Array($0.utf8) }
    let base = address("https://base.test/a/b?c")
    var read = 0
    for round in 0..<Self.rounds {
      let text = String(decoding: random.mutate(seeds[round % seeds.count]), as: UTF8.self)
      for found in [WebAddress(text), base.resolving(text)].compactMap({ $0 }) {
        read += 1
        #expect(WebAddress(found.description) == found)
        let isPrintable = found.description.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        #expect(isPrintable)
        #expect(found.path.hasPrefix("/"))
      }
    }
    #expect(read > Self.rounds / 2)
  }

  @Test func cookiesNeverTrapAndStayWhereTheyBelong() {
    var random = SeededGenerator(seed: 4)
    let seeds = [
      "sid=\"abc\"; Path=/portal; Domain=.example.test; Max-Age=9223372036854775807; Secure; HttpOnly",
      "a=b; expires=Thu, 01-Jan-2070 00:00:00 GMT; path=/",
      "x=y; Domain=auth.example.test; Expires=Sun Nov  6 08:49:37 2094",
    ].map { Array($0.utf8) }
    let page = address("https://auth.example.test/portal/x")
    var jar = CookieJar()
    for round in 0..<Self.rounds {
      let header = String(decoding: random.mutate(seeds[round % seeds.count]), as: UTF8.self)
      jar.store(header, from: page, now: Int64(round))
      let owners = ["auth.example.test", "example.test"]
      if let last = jar.cookies.last { #expect(owners.contains(last.domain)) }
      if round % 100 == 0 {
        #expect(jar.header(for: address("https://evil.test/portal/x"), now: Int64(round)) == nil)
        let sent = jar.header(for: page, now: Int64(round)) ?? ""
        #expect(!sent.utf8.contains { $0 < 0x20 && $0 != 0x09 })
      }
    }
    #expect(jar.cookies.count > 50)
    #expect(jar.cookies.count <= 2 * CookieJar.maximumPerDomain)
  }

  @Test(arguments: [
    "<", "<a ", "<a", "<!--", "<!a", "</a", "<a b=\"", "<a b='<", "&#", "&amp", "&a", "<script>", "<script></script",
    "<x<",
    "<div class=a>", "<select multiple name=a><option>", "<title>", "<pre>\n", "<li>",
    "<form id=a><input form=a name=b>",
  ])
  func hostileRepetitionTakesLinearTime(piece: String) {
    func cost(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count)
      let runs = (0..<3).map { _ in
        ContinuousClock().measure {
          let page = HTMLPage(text)
          _ = page.forms.count + page.text.utf8.count + page.elements(withClass: "a").count
          _ = HTMLText.plain(text)
        }
      }
      return runs.min() ?? .zero
    }
    // Eight times the input: linear is 8, quadratic is 64. The floor is for machines that are busy with other things.
    #expect(cost(6_400) < cost(800) * 28 + .milliseconds(100))
  }
}
