import PronoteWire

extension SeededGenerator {
  /// A random tree. Numbers are written as their digits, as a parser returns them.
  mutating func json(depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
    case 0: .null
    case 1: .bool(Bool.random(using: &self))
    case 2: .number(String(Int.random(in: Int.min...Int.max, using: &self)))
    case 3: .number("\(Int.random(in: -999...999, using: &self)).\(Int.random(in: 0...99, using: &self))")
    case 4, 5: .string(text())
    case 6: .array((0..<Int.random(in: 0...5, using: &self)).map { _ in json(depth: depth - 1) })
    default: jsonObject(depth: depth)
    }
  }

  /// A random object.
  mutating func jsonObject(depth: Int) -> JSONValue {
    .object(
      (0..<Int.random(in: 0...5, using: &self)).map { _ in
        JSONValue.Member(text(), json(depth: depth - 1))
      }
    )
  }

  /// A random text of letters, quotes, control characters, accents and characters beyond the BMP.
  mutating func text() -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{8}", "\u{1f}", "\u{7f}", "\u{80}", "é", "É",
      "œ", "€", "\u{2028}", "\u{fffd}", "\u{ffff}", "\u{10000}", "😀", "\u{10ffff}", "{", "}", "[", ":", ",",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      text.append(alphabet.randomElement(using: &self) ?? "a")
    }
    return String(text)
  }
}
