extension JSONValue {
  /// The JSON text.
  ///
  /// - Parameters:
  ///   - asciiOnly: writes everything outside ASCII as `\uXXXX`, which is the only form that survives every PRONOTE
  ///     client (session document 5.2).
  ///   - pretty: one member or element a line, indented by two blanks.
  package func text(asciiOnly: Bool = false, pretty: Bool = false) -> String {
    String(decoding: bytes(asciiOnly: asciiOnly, pretty: pretty), as: UTF8.self)
  }

  /// The JSON text as UTF-8 bytes. See ``text(asciiOnly:pretty:)``.
  package func bytes(asciiOnly: Bool = false, pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(asciiOnly: asciiOnly, pretty: pretty)
    writer.write(self, depth: 0)
    return writer.output
  }
}

private struct JSONWriter {
  let asciiOnly: Bool
  let pretty: Bool
  var output: [UInt8] = []

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let flag): output += (flag ? "true" : "false").utf8
    case .integer(let number): output += String(number).utf8
    case .number(let digits): output += digits.utf8
    case .string(let text): write(text)
    case .array(let elements):
      open("[")
      for (index, element) in elements.enumerated() {
        separate(index, depth: depth)
        write(element, depth: depth + 1)
      }
      close("]", isEmpty: elements.isEmpty, depth: depth)
    case .object(let members):
      open("{")
      for (index, member) in members.enumerated() {
        separate(index, depth: depth)
        write(member.name)
        output += (pretty ? ": " : ":").utf8
        write(member.value, depth: depth + 1)
      }
      close("}", isEmpty: members.isEmpty, depth: depth)
    }
  }

  private mutating func open(_ bracket: String) {
    output += bracket.utf8
  }

  private mutating func separate(_ index: Int, depth: Int) {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    newLine(depth + 1)
  }

  private mutating func close(_ bracket: String, isEmpty: Bool, depth: Int) {
    if !isEmpty { newLine(depth) }
    output += bracket.utf8
  }

  mutating func newLine(_ depth: Int) {
    guard pretty else { return }
    output.append(UInt8(ascii: "\n"))
    output += repeatElement(UInt8(ascii: " "), count: depth * 2)
  }

  mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: { $0 >= 0x80 && asciiOnly || $0 < 0x20 || $0 == 0x22 || $0 == 0x5c }) {
      writeEscaped(text)
    } else {
      output += text.utf8
    }
    output.append(UInt8(ascii: "\""))
  }

  mutating func writeEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += #"\""#.utf8
      case "\\": output += #"\\"#.utf8
      case "\n": output += #"\n"#.utf8
      case "\r": output += #"\r"#.utf8
      case "\t": output += #"\t"#.utf8
      case _ where scalar.value < 0x20: writeUnit(UInt16(scalar.value))
      case _ where scalar.value >= 0x80 && asciiOnly: UTF16.encode(scalar)!.forEach { writeUnit($0) }
      default: output += UTF8.encode(scalar)!
      }
    }
  }

  mutating func writeUnit(_ unit: UInt16) {
    let digits = String(unit, radix: 16, uppercase: true)
    output += #"\u"#.utf8
    output += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    output += digits.utf8
  }
}
