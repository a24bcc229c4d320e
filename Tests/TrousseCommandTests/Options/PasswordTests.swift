import Testing
import TrousseCommand

@Suite struct `A password in a file` {
  @Test(arguments: [
    ("pronotevs", "pronotevs"), ("pronotevs\n", "pronotevs"), ("pronotevs\r\n", "pronotevs"), (" a b \n", " a b "),
    ("a\n\n", "a\n"), ("Élève été 2026 ✓\n", "Élève été 2026 ✓"),
  ])
  func `loses one line break at its end and nothing else`(contents: String, password: String) throws {
    #expect(try PasswordOptions.password(in: Array(contents.utf8), from: "file") == password)
  }

  @Test func `must be there and be UTF-8`() {
    let empty = #expect(throws: CommandFailure.self) { try PasswordOptions.password(in: [0x0A], from: "file") }
    #expect(empty?.status == .usage)
    let latin = #expect(throws: CommandFailure.self) { try PasswordOptions.password(in: [0xE9], from: "file") }
    #expect(latin?.status == .unreadableInput)
  }
}
