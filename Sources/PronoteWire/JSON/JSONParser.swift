/// Fills the node array of a ``JSONDocument``. Pointers and a hand-grown array: `Array.append` costs five times as much.
struct JSONParser {
  private let input: UnsafePointer<UInt8>
  private let end: Int
  private var position = 0
  private(set) var nodes: UnsafeMutablePointer<JSONDocument.Node>
  private var capacity: Int
  private var count = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    input = buffer.baseAddress!
    end = buffer.count
    capacity = buffer.count / 8 + 16
    nodes = .allocate(capacity: capacity)
  }

  mutating func run(maximumDepth: Int) throws(JSONError) {
    var open: [Int] = []
    open.reserveCapacity(64)
    while true {
      try skipBlanks()
      let start = position
      let byte = input[position]
      switch byte {
      case UInt8(ascii: "\""): try string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < maximumDepth else { throw failure("nested too deeply") }
        position &+= 1
        try skipBlanks()
        let isObject = byte == UInt8(ascii: "{")
        add(isObject ? .object : .array, start, 0)
        if input[position] != byte &+ 2 {  // '}' and ']' are two after their openers
          open.append(count &- 1)
          if isObject { try key() }
          continue
        }
        position &+= 1
      case UInt8(ascii: "t"): try literal("true", .yes)
      case UInt8(ascii: "f"): try literal("false", .no)
      case UInt8(ascii: "n"): try literal("null", .null)
      default: try number()
      }
      if try finishContainers(&open) { return }
    }
  }

  /// After a value: closes the containers that end here. True when the whole text was read.
  @inline(__always)
  private mutating func finishContainers(_ open: inout [Int]) throws(JSONError) -> Bool {
    while let top = open.last {
      nodes[top].length &+= 1
      try skipBlanks()
      let isObject = nodes[top].kind == .object
      let byte = input[position]
      if byte == UInt8(ascii: ",") {
        position &+= 1
        if isObject { try key() }
        return false
      }
      guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw failure("expected a comma or the end of a list")
      }
      position &+= 1
      nodes[top].next = UInt32(truncatingIfNeeded: count)
      open.removeLast()
    }
    skipBlanksToEnd()
    guard position == end else { throw failure("more text after the value") }
    return true
  }

  private func failure(_ message: String, at offset: Int? = nil) -> JSONError {
    JSONError(offset: offset ?? position, message: message)
  }

  @inline(__always)
  private mutating func skipBlanksToEnd() {
    while position < end {
      let byte = input[position]
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
      position &+= 1
    }
  }

  @inline(__always)
  private mutating func skipBlanks() throws(JSONError) {
    skipBlanksToEnd()
    guard position < end else { throw failure("the text ends too early") }
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<JSONDocument.Node>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }

  @inline(__always)
  private mutating func add(_ kind: JSONDocument.Kind, _ start: Int, _ length: Int) {
    if count == capacity { grow() }
    (nodes + count).initialize(
      to: .init(
        kind: kind,
        start: UInt32(truncatingIfNeeded: start),
        length: UInt32(truncatingIfNeeded: length),
        next: UInt32(truncatingIfNeeded: count &+ 1)
      )
    )
    count &+= 1
  }

  @inline(__always)
  private mutating func key() throws(JSONError) {
    try skipBlanks()
    guard input[position] == UInt8(ascii: "\"") else { throw failure("expected a member's name") }
    try string()
    try skipBlanks()
    guard input[position] == UInt8(ascii: ":") else { throw failure("expected a colon") }
    position &+= 1
  }

  @inline(__always)
  private mutating func string() throws(JSONError) {
    let start = position &+ 1
    var index = start
    var isEscaped = false
    while true {
      index = nextSpecial(from: index)
      guard index < end else { throw failure("unterminated string") }
      let byte = input[index]
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else { throw failure("control character in a string", at: index) }
      isEscaped = true
      index = try escape(at: index)
    }
    position = index &+ 1
    add(isEscaped ? .escapedString : .string, start, index &- start)
  }

  /// The next quote, backslash or control byte, eight bytes at a time.
  @inline(__always)
  private func nextSpecial(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index &+ 8 <= end {
      let word = UnsafeRawPointer(input + index).loadUnaligned(as: UInt64.self).littleEndian
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5c)
      let marks =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word) & (ones &* 0x80)
      if marks != 0 { return index &+ marks.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < end {
      let byte = input[index]
      if byte == 0x22 || byte == 0x5c || byte < 0x20 { return index }
      index &+= 1
    }
    return end
  }

  /// Checks the escape at a backslash; returns the index after it.
  @inline(never)
  private func escape(at index: Int) throws(JSONError) -> Int {
    guard index + 1 < end else { throw failure("unterminated string", at: index) }
    switch input[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    case UInt8(ascii: "u"):
      guard index + 6 <= end, (2..<6).allSatisfy({ Hex.value(of: input[index + $0]) != nil }) else {
        throw failure("bad escape", at: index)
      }
      return index + 6
    default: throw failure("bad escape", at: index)
    }
  }

  @inline(__always)
  private mutating func digits() throws(JSONError) {
    let start = position
    while position < end, input[position] &- 48 < 10 { position &+= 1 }
    guard position > start else { throw failure("not a value") }
  }

  @inline(__always)
  private mutating func number() throws(JSONError) {
    let start = position
    if input[position] == UInt8(ascii: "-") { position &+= 1 }
    let firstDigit = position
    try digits()
    if input[firstDigit] == UInt8(ascii: "0"), position > firstDigit &+ 1 { throw failure("leading zero") }
    var kind: JSONDocument.Kind = position &- firstDigit > 18 ? .decimal : .integer
    if position < end, input[position] == UInt8(ascii: ".") {
      kind = .decimal
      position &+= 1
      try digits()
    }
    if position < end, input[position] | 0x20 == UInt8(ascii: "e") {
      kind = .decimal
      position &+= 1
      if position < end, input[position] == UInt8(ascii: "+") || input[position] == UInt8(ascii: "-") {
        position &+= 1
      }
      try digits()
    }
    add(kind, start, position &- start)
  }

  private mutating func literal(_ word: StaticString, _ kind: JSONDocument.Kind) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    guard position + length <= end, (0..<length).allSatisfy({ input[position + $0] == word.utf8Start[$0] }) else {
      throw failure("not a value")
    }
    add(kind, position, length)
    position += length
  }
}
