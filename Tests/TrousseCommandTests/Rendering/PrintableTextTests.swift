import PronoteWire
import Testing
import TrousseCommand

@Suite struct `Text from a server` {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a [31mb"), ("a\u{9B}2Jb", "a 2Jb"), ("  un\n\tdeux  ", "un deux"), ("a\u{202E}b", "ab"),
    ("👩‍🏫 é", "👩‍🏫 é"), ("\u{7}", ""),
  ])
  func `cannot steer the terminal`(text: String, printed: String) {
    #expect(text.printable == printed)
  }

  @Test func `cannot steer the terminal through JSON either`() {
    #expect(Console.text(of: ["a\u{1B}\u{9B}\u{7F}é"], pretty: false) == #"["a\u001B\u009B\u007Fé"]"#)
  }
}
