/// A value inside a ``JSONDocument``, decoded on demand. Keeps the document alive.
package struct JSONView: Sendable {
  let document: JSONDocument
  let index: Int

  init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  @inline(__always)
  private var node: JSONDocument.Node { document.nodes[index] }

  @inline(__always)
  private func slice(_ node: JSONDocument.Node) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: document.bytes + Int(node.start), count: Int(node.length))
  }

  /// The first member of an object with that name; nil when there is none, or no object.
  package subscript(name: StaticString) -> JSONView? {
    let object = node
    guard object.kind == .object else { return nil }
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var child = index + 1
    for _ in 0..<object.length {
      let key = document.nodes[child]
      if key.kind == .string
        ? key.length == wanted.count && slice(key).elementsEqual(wanted)
        : JSONView(document: document, index: child).string == name.description
      {
        return JSONView(document: document, index: child + 1)
      }
      child = Int(document.nodes[child + 1].next)
    }
    return nil
  }

  /// The first member of an object with a name that is known only at run time.
  package func member(_ name: String) -> JSONView? {
    members.first { $0.name == name }?.value
  }

  /// The text of a string.
  package var string: String? {
    let node = node
    switch node.kind {
    case .string: return String(decoding: slice(node), as: UTF8.self)
    case .escapedString: return JSONView.unescape(slice(node))
    default: return nil
    }
  }

  /// The value of a number without a fraction that fits 64 bits.
  package var int: Int? {
    let node = node
    guard node.kind == .integer else { return nil }
    let digits = slice(node)
    let isNegative = digits[0] == UInt8(ascii: "-")
    var value = 0
    for digit in digits.dropFirst(isNegative ? 1 : 0) { value = value &* 10 &+ Int(digit &- 48) }
    return isNegative ? -value : value
  }

  /// The digits of a number as they stand in the text.
  package var numberText: String? {
    let node = node
    guard node.kind == .integer || node.kind == .decimal else { return nil }
    return String(decoding: slice(node), as: UTF8.self)
  }

  /// The value of a boolean.
  package var bool: Bool? {
    switch node.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// Whether it is `null`.
  package var isNull: Bool { node.kind == .null }

  /// Whether it is an object.
  package var isObject: Bool { node.kind == .object }

  /// Whether it is an array.
  package var isArray: Bool { node.kind == .array }

  /// The number of elements or members; 0 for anything else.
  package var count: Int {
    let node = node
    return node.kind == .array || node.kind == .object ? Int(node.length) : 0
  }

  /// The elements of an array; empty for anything else.
  package var elements: [JSONView] {
    let array = node
    guard array.kind == .array else { return [] }
    var result: [JSONView] = []
    result.reserveCapacity(Int(array.length))
    var child = index + 1
    for _ in 0..<array.length {
      result.append(JSONView(document: document, index: child))
      child = Int(document.nodes[child].next)
    }
    return result
  }

  /// The members of an object, in the order of the text; empty for anything else.
  package var members: [(name: String, value: JSONView)] {
    let object = node
    guard object.kind == .object else { return [] }
    var result: [(name: String, value: JSONView)] = []
    result.reserveCapacity(Int(object.length))
    var child = index + 1
    for _ in 0..<object.length {
      let value = JSONView(document: document, index: child + 1)
      result.append((JSONView(document: document, index: child).string ?? "", value))
      child = Int(document.nodes[child + 1].next)
    }
    return result
  }

  /// The whole value as a tree, for echoing it or printing it.
  package var value: JSONValue {
    switch node.kind {
    case .null: .null
    case .no: .bool(false)
    case .yes: .bool(true)
    case .integer, .decimal: .number(numberText ?? "0")
    case .string, .escapedString: .string(string ?? "")
    case .array: .array(elements.map(\.value))
    case .object: .object(members.map { .init($0.name, $0.value.value) })
    }
  }

  /// The escapes were checked while parsing.
  private static func unescape(_ text: UnsafeBufferPointer<UInt8>) -> String {
    func unit(_ index: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 << 4 | UInt32(Hex.value(of: text[index + $1]) ?? 0) }
    }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\") else {
        output.append(text[index])
        index += 1
        continue
      }
      let letter = text[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0c)
      case UInt8(ascii: "n"): output.append(0x0a)
      case UInt8(ascii: "r"): output.append(0x0d)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "u"):
        var code = unit(index)
        index += 4
        if code & 0xfc00 == 0xd800, index + 6 <= text.count, text[index] == UInt8(ascii: "\\"),
          text[index + 1] == UInt8(ascii: "u"), unit(index + 2) & 0xfc00 == 0xdc00
        {
          code = 0x10000 + (code & 0x3ff) << 10 + (unit(index + 2) & 0x3ff)
          index += 6
        }
        output.append(contentsOf: UTF8.encode(Unicode.Scalar(code) ?? "\u{fffd}")!)
      default: output.append(letter)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
