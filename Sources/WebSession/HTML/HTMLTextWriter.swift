/// Writes the readable text of a sequence of tokens.
struct HTMLTextWriter {
  private var output: [UInt8] = []
  /// Line breaks that are due before the next text: two make an empty line.
  private var breaks = 0
  /// Whether a space is due before the next text of the same line.
  private var isSpaceDue = false
  /// Whether the next text begins an item of a list.
  private var isItemDue = false
  private var preformattedDepth = 0
  /// The hidden element that is open, with its depth.
  private var hidden: (element: String, depth: Int)?
  /// Whether the line break that may follow right behind `<pre>` has to be dropped.
  private var isAtStartOfPreformatted = false

  mutating func take(_ token: HTMLToken) {
    if let current = hidden {
      let depth = depth(of: current, after: token)
      hidden = depth == 0 ? nil : (current.element, depth)
      return
    }
    switch token {
    case .startTag(let tag): open(tag)
    case .endTag(let name): close(name)
    case .text(let text): write(text)
    case .rawText(let element, let text):
      if !HTMLElements.hidden.contains(element) { write(text) }
    }
  }

  /// The text, without blanks and line breaks at its ends.
  mutating func finish() -> String {
    while let last = output.last, last == 0x20 || last == 0x0a { output.removeLast() }
    let start = output.firstIndex { $0 != 0x0a && $0 != 0x20 } ?? output.endIndex
    return String(decoding: output[start...], as: UTF8.self)
  }

  /// A text with its runs of blanks collapsed and none at its ends.
  static func collapsed(_ text: String) -> String {
    var writer = HTMLTextWriter()
    writer.write(text)
    return writer.finish()
  }

  private func depth(of hidden: (element: String, depth: Int), after token: HTMLToken) -> Int {
    switch token {
    case .startTag(let tag) where tag.name == hidden.element: hidden.depth + 1
    case .endTag(hidden.element): hidden.depth - 1
    default: hidden.depth
    }
  }

  private mutating func open(_ tag: HTMLTag) {
    // The content of raw text elements comes as one token, which says whose it is.
    if HTMLElements.hidden.contains(tag.name), !HTMLElements.isRaw(tag.name) {
      hidden = (tag.name, 1)
      return
    }
    switch tag.name {
    case "br": breakLine()
    case "td", "th": isSpaceDue = true
    case _ where HTMLElements.block.contains(tag.name): startLine()
    default: break
    }
    if tag.name == "li" { isItemDue = true }
    if tag.name == "pre" {
      preformattedDepth += 1
      isAtStartOfPreformatted = true
    }
  }

  private mutating func close(_ name: String) {
    guard HTMLElements.block.contains(name) else { return }
    if name == "li" { isItemDue = false }
    if name == "pre", preformattedDepth > 0 { preformattedDepth -= 1 }
    startLine()
  }

  private mutating func startLine() {
    if !output.isEmpty { breaks = max(breaks, 1) }
    isSpaceDue = false
  }

  private mutating func breakLine() {
    if !output.isEmpty { breaks = min(breaks + 1, 2) }
    isSpaceDue = false
  }

  private mutating func write(_ text: String) {
    if preformattedDepth > 0 {
      writePreformatted(text)
      return
    }
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte.isHTMLBlank {
        isSpaceDue = true
      } else if byte == 0xc2 {
        // U+00A0 is C2 A0 in UTF-8. Text is valid UTF-8, so that one more byte follows C2.
        guard let second = bytes.next() else { return }
        if second == 0xa0 {
          isSpaceDue = true
        } else {
          append(byte)
          output.append(second)
        }
      } else {
        append(byte)
      }
    }
  }

  private mutating func writePreformatted(_ text: String) {
    var content = text.replacing("\r\n", with: "\n").replacing("\u{a0}", with: " ")[...]
    if isAtStartOfPreformatted, content.first == "\n" { content = content.dropFirst() }
    isAtStartOfPreformatted = false
    for byte in content.utf8 {
      if byte == 0x0a {
        flush()
        output.append(byte)
      } else {
        append(byte)
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if breaks > 0 || isItemDue || isSpaceDue { flush() }
    output.append(byte)
  }

  /// Writes what is due before the next text.
  private mutating func flush() {
    // Preformatted text may have ended its line itself.
    let endsLine = output.last == 0x0a
    for _ in 0..<max(0, endsLine ? breaks - 1 : breaks) { output.append(0x0a) }
    if breaks == 0, isSpaceDue, !isItemDue, !output.isEmpty, !endsLine { output.append(0x20) }
    if isItemDue { output.append(contentsOf: "- ".utf8) }
    breaks = 0
    isItemDue = false
    isSpaceDue = false
  }
}
