import Testing
import TrousseCommand

@Suite struct `The width of text on a terminal` {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍🏫", 2),
    ("🇫🇷", 2), ("☑\u{FE0F}", 2), ("✗", 1), ("…", 1), ("a\u{200B}b", 2), ("Ａ", 2), ("", 0),
  ])
  func `counts columns, not characters`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("MATHÉMATIQUES", 13, "MATHÉMATIQUES"), ("MATHÉMATIQUES", 8, "MATHÉMA…"), ("日本語", 4, "日…"), ("日本語", 5, "日本…"),
    ("un deux", 4, "un…"), ("abc", 1, "…"), ("abc", 0, ""),
  ])
  func `cuts text to a width`(text: String, width: Int, expected: String) {
    #expect(text.truncated(toWidth: width) == expected)
    #expect(text.truncated(toWidth: width).displayWidth <= width)
  }

  @Test func `pads by columns`() {
    #expect("日本".padded(toWidth: 6) == "日本  ")
    #expect("é".padded(leftToWidth: 3) == "  é")
    #expect("long".padded(toWidth: 2) == "long")
  }

  @Test(arguments: [
    ("a bc def", 4, ["a bc", "def"]), ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]), ("", 5, []),
    ("日本語", 1, ["日", "本", "語"]),
  ])
  func `wraps between words and cuts longer ones`(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(toWidth: width) == lines)
  }
}
