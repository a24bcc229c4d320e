extension HTMLTokenizer {
  /// Reads a tag whose name starts at an index, and moves behind it.
  mutating func tag(nameAt start: Int, isEnd: Bool) -> Markup {
    var index = start
    while index < bytes.count, !bytes[index].isHTMLBlank, bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/")
    {
      index += 1
      // Bounded, or `<a<a<a…` would take quadratic time.
      if isFragment, index - start > HTMLElements.longestName { return .text }
    }
    let name = lowercased(start..<index)
    if isFragment, !HTMLElements.isKnown(name) { return .text }
    var attributes: [(name: String, value: String)] = []
    while true {
      while index < bytes.count, bytes[index].isHTMLBlank || bytes[index] == UInt8(ascii: "/") { index += 1 }
      guard index < bytes.count else { return endless() }
      if bytes[index] == UInt8(ascii: ">") { break }
      if isFragment, bytes[index] == UInt8(ascii: "<") {
        // A tag without an end before the next one: no tag.
        position = index
        return .text
      }
      guard let attribute = attribute(at: &index) else { return endless() }
      if !isEnd, attributes.count < HTMLTag.maximumAttributes,
        !attributes.contains(where: { $0.name == attribute.name })
      {
        attributes.append(attribute)
      }
    }
    position = index + 1
    return .token(isEnd ? .endTag(name) : .startTag(HTMLTag(name: name, attributes: attributes)))
  }

  /// Reads an attribute, nil when the page ends inside its value.
  private func attribute(at index: inout Int) -> (name: String, value: String)? {
    let nameStart = index
    // An equals sign at its start belongs to the name.
    index += 1
    while index < bytes.count, !endsAttributeName(bytes[index]) { index += 1 }
    let name = lowercased(nameStart..<index)
    var next = index
    while next < bytes.count, bytes[next].isHTMLBlank { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return (name, "") }
    index = next + 1
    while index < bytes.count, bytes[index].isHTMLBlank { index += 1 }
    guard index < bytes.count else { return nil }
    let start: Int
    let end: Int
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      start = index + 1
      guard let quote = bytes[start...].firstIndex(of: bytes[index]) else { return nil }
      end = quote
      index = end + 1
    } else {
      start = index
      while index < bytes.count, !bytes[index].isHTMLBlank, bytes[index] != UInt8(ascii: ">") { index += 1 }
      end = index
    }
    return (name, HTMLEntities.decode(bytes[start..<end], inAttribute: true))
  }

  private func endsAttributeName(_ byte: UInt8) -> Bool {
    byte.isHTMLBlank || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func lowercased(_ range: Range<Int>) -> String {
    var name = String(decoding: bytes[range], as: UTF8.self)
    if bytes[range].contains(where: { $0 &- UInt8(ascii: "A") < 26 }) {
      name = String(decoding: bytes[range].map(\.asciiLowercased), as: UTF8.self)
    }
    return name
  }
}
