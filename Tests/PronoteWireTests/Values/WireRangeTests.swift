import PronoteWire
import Testing

/// Session document 6.1, functions document 1.6 and 1.12.
@Suite struct `Sets of numbers on the wire` {
  @Test(arguments: [
    ("[1,3..5,9]", [1, 3, 4, 5, 9]), ("[]", []), ("[7]", [7]), ("[1..62]", Array(1...62)),
    ("[1,3..5,36]", [1, 3, 4, 5, 36]),
    ("[0]", [0]), ("[3..3]", [3]), ("[-3..-1,4]", [-3, -2, -1, 4]),
  ])
  func `come back as they were written`(text: String, numbers: [Int]) {
    #expect(WireRange.parse(text) == numbers)
    #expect(WireRange.parse(WireRange.text(numbers)) == numbers)
  }

  @Test(arguments: [
    ("[5,1,3,1]", [1, 3, 5]), ("[1..5,3..8]", Array(1...8)), (" [ 1 , 3 .. 5 ] ", [1, 3, 4, 5]), ("[ ]", []),
    ("0101", [2, 4]), ("1", [1]), ("0", []), (String(repeating: "1", count: 62), Array(1...62)),
    ("[1..4096]", Array(1...4096)),
  ])
  func `are read sorted, each number once`(text: String, numbers: [Int]) {
    #expect(WireRange.parse(text) == numbers)
  }

  @Test(arguments: [
    "", "x", "[", "]", "[1", "1]", "[1,]", "[,1]", "[1,,2]", "[a]", "[1..]", "[..1]", "[1.2]", "[1..2..3]", "[5..1]",
    "[1..999999999]", "[1..4097]", "[0..4000,5000..9000]", "[-9223372036854775808..9223372036854775807]",
    "[9223372036854775808]", "[9223372036854775807..9223372036854775808]", "[1;2]", "0102", "[0x1]", "[[1]]", "[1]]",
    String(repeating: "1", count: 4097),
  ])
  func `are none otherwise`(text: String) {
    #expect(WireRange.parse(text) == nil)
  }

  @Test(
    arguments: [
      ([], "[]"), ([7], "[7]"), ([9, 5, 4, 3, 1, 3], "[1,3..5,9]"), ([1, 2], "[1..2]"), (Array(1...62), "[1..62]"),
      ([0, 2, 4], "[0,2,4]"), ([.min, .max], "[-9223372036854775808,9223372036854775807]"),
    ] as [([Int], String)]
  )
  func `are written sorted, with maximal runs`(numbers: [Int], text: String) {
    #expect(WireRange.text(numbers) == text)
  }

  @Test func `round-trip at random and never trap`() {
    var random = SeededGenerator(8)
    for _ in 0..<2000 {
      let numbers = Set(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: -5...70, using: &random) }
      )
      #expect(WireRange.parse(WireRange.text(numbers)) == numbers.sorted())
      let text = random.mutate(Array("[1,3..5,36]".utf8), alphabet: Array("0123456789[],.- ".utf8) + [0xc3])
      if let read = WireRange.parse(String(decoding: text, as: UTF8.self)) { #expect(read == Set(read).sorted()) }
    }
  }
}
