import Testing
import WebSession

@Suite struct HTMLTokenizerTests {
  /// Tokens in a short notation: `<a b="c">`, `</a>`, text, `script{…}`.
  private func tokens(_ html: String) -> [String] {
    HTMLTokenizer(html).map { token in
      switch token {
      case .startTag(let tag):
        "<" + ([tag.name] + tag.attributes.map { "\($0.name)=\"\($0.value)\"" }).joined(separator: " ") + ">"
      case .endTag(let name): "</\(name)>"
      case .text(let text): text
      case .rawText(let element, let text): "\(element){\(text)}"
      }
    }
  }

  @Test(
    arguments: [
      ("<P Class=A>x</P >", ["<p class=\"A\">", "x", "</p>"]),
      ("<a b='c d' E=\"f'g\" h=i/j k l = m n=>", ["<a b=\"c d\" e=\"f'g\" h=\"i/j\" k=\"\" l=\"m\" n=\"\">"]),
      ("<br/><br / ><img src=x/>", ["<br>", "<br>", "<img src=\"x/\">"]),
      ("<a b=1 B=2 b>", ["<a b=\"1\">"]), ("<a =b c>", ["<a =b=\"\" c=\"\">"]),
      ("<a b=\"1\"c='2'd>", ["<a b=\"1\" c=\"2\" d=\"\">"]), ("<a b=\"<i>\">", ["<a b=\"<i>\">"]),
      ("<a b=\"x\ny&eacute;\">", ["<a b=\"x\nyé\">"]), ("</a b=1>", ["</a>"]), ("<a\nb\t=\u{c}1\r>", ["<a b=\"1\">"]),
    ] as [(String, [String])]
  )
  func tags(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(
    arguments: [
      ("a<!-- <b> -- > -->c", ["a", "c"]), ("<!---->a", ["a"]), ("<!-->a", ["a"]), ("<!--->a", ["a"]),
      ("<!--a--!>b", ["b"]),
      ("<!--a->b", []), ("<!DOCTYPE html>a", ["a"]), ("<?xml version='1'?>a", ["a"]), ("<![CDATA[x]]>a", ["a"]),
      ("<!doctype", []), ("a<!-- b", ["a"]), ("<!--!>a-->b", ["b"]),
    ] as [(String, [String])]
  )
  func commentsAndDeclarationsAreSkipped(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(arguments: [
    ("1 < 2", "1 < 2"), ("<", "<"), ("a<", "a<"), ("<3", "<3"), ("</3", "</3"), ("</", "</"), ("<>", "<>"),
    ("<<b>", "<"),
    ("x &lt; y", "x < y"), ("<!", "<!"), ("<!>", "<!>"),
  ])
  func whatStartsNoTagIsText(html: String, expected: String) {
    #expect(tokens(html).filter { $0 != "<b>" }.joined() == expected)
  }

  @Test(
    arguments: [
      ("<script>if (a<b) '</p>' &amp;</script>x", ["<script>", "script{if (a<b) '</p>' &amp;}", "</script>", "x"]),
      ("<STYLE>a</styles></Style\n>", ["<style>", "style{a</styles>}", "</style>"]),
      ("<title>a&amp;<b></title>", ["<title>", "title{a&<b>}", "</title>"]),
      ("<textarea></textarea>", ["<textarea>", "</textarea>"]),
      ("<title>the rest <p>", ["<title>", "title{the rest <p>}"]),
      ("<script></script", ["<script>"]), ("<script></scrip", ["<script>", "script{</scrip}"]),
      ("<script>", ["<script>"]),
    ] as [(String, [String])]
  )
  func rawTextGoesToItsEndTag(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(arguments: ["<a", "<a ", "<a b", "<a b=", "<a b=\"", "<a b=\"c", "<a b=c", "</a", "<a b=\"c\""])
  func anUnfinishedTagAtTheEndIsDropped(html: String) {
    #expect(tokens("x" + html) == ["x"])
  }

  @Test func atMost64AttributesAreKept() {
    let attributes = (0..<100).map { "a\($0)=\($0)" }.joined(separator: " ")
    let tag = HTMLPage("<p \(attributes)>").elements(named: "p").first
    #expect(tag?.attributes.count == 64)
    #expect(tag?["a63"] == "63")
  }

  @Test func bytesThatAreNotUTF8BecomeReplacementCharacters() {
    #expect(HTMLPage([0x3c, 0x70, 0x3e, 0xe9, 0x41]).text == "\u{fffd}A")
  }
}
