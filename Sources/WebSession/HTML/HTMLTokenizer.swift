/// Cuts HTML into tags and text. Builds no tree, never fails, never traps, and takes time linear in the page's length.
///
/// Follows the WHATWG tokenizer where it matters for reading pages: attributes in all notations, raw text elements,
/// comments and declarations skipped, a `<` that starts no tag is text. An element of raw text without an end tag
/// swallows the rest, as in browsers.
public struct HTMLTokenizer: Sequence, IteratorProtocol, Sendable {
  let bytes: [UInt8]
  var position = 0
  /// The raw text element that has just been opened.
  private var rawElement: String?
  /// Whether the input is text that may hold markup, rather than a page: unknown elements and unfinished tags are text.
  let isFragment: Bool

  /// Reads a page in UTF-8.
  public init(_ bytes: [UInt8]) {
    self.init(bytes, isFragment: false)
  }

  /// Reads a page.
  public init(_ text: String) {
    self.init(Array(text.utf8), isFragment: false)
  }

  init(_ bytes: [UInt8], isFragment: Bool) {
    self.bytes = bytes
    self.isFragment = isFragment
  }

  /// The next piece, nil at the end.
  public mutating func next() -> HTMLToken? {
    while position < bytes.count {
      if let element = rawElement {
        rawElement = nil
        if let token = rawText(of: element) { return token }
        continue
      }
      let start = position
      guard bytes[start] == UInt8(ascii: "<") else { return text(from: start, searchingFrom: start) }
      switch markup() {
      case .skipped: continue
      case .text: return text(from: start, searchingFrom: Swift.max(position, start + 1))
      case .token(let token):
        if case .startTag(let tag) = token, HTMLElements.isRaw(tag.name) { rawElement = tag.name }
        return token
      }
    }
    return nil
  }

  /// What a `<` turned out to begin.
  enum Markup {
    case token(HTMLToken)
    case skipped
    /// Nothing: it is text, at least up to `position`.
    case text
  }

  /// Reads what starts at the `<` at `position`, and moves behind it.
  private mutating func markup() -> Markup {
    guard position + 1 < bytes.count else { return .text }
    switch bytes[position + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"): return skipPast(">", from: position + 2)
    case UInt8(ascii: "/"):
      guard position + 2 < bytes.count, bytes[position + 2].isASCIILetter else { return .text }
      return tag(nameAt: position + 2, isEnd: true)
    case let byte where byte.isASCIILetter: return tag(nameAt: position + 1, isEnd: false)
    default: return .text
    }
  }

  /// `<!-- … -->`, `<!DOCTYPE …>`, `<![CDATA[ … ]]>`.
  private mutating func declaration() -> Markup {
    let start = position + 2
    guard start < bytes.count else { return .text }
    if bytes[start] == UInt8(ascii: "-"), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "-") {
      position = endOfComment(contentAt: start + 2)
      return .skipped
    }
    guard bytes[start].isASCIILetter || bytes[start] == UInt8(ascii: "[") else { return .text }
    return skipPast(">", from: start)
  }

  /// Behind `-->` or `--!>`. `<!-->` and `<!--->` are comments too.
  private func endOfComment(contentAt start: Int) -> Int {
    var index = start
    while let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
      let dash = UInt8(ascii: "-")
      if bytes[end - 1] == dash, bytes[end - 2] == dash { return end + 1 }
      if end - 3 >= start, bytes[end - 1] == UInt8(ascii: "!"), bytes[end - 2] == dash, bytes[end - 3] == dash {
        return end + 1
      }
      index = end + 1
    }
    return bytes.count
  }

  private mutating func skipPast(_ mark: Unicode.Scalar, from start: Int) -> Markup {
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: mark)) else { return endless() }
    position = end + 1
    return .skipped
  }

  /// Markup without an end swallows the rest of a page, and is text in a fragment.
  mutating func endless() -> Markup {
    position = bytes.count
    return isFragment ? .text : .skipped
  }

  private mutating func text(from start: Int, searchingFrom index: Int) -> HTMLToken {
    position = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return .text(HTMLEntities.decode(bytes[start..<position], inAttribute: false))
  }

  /// The content of a raw text element up to its end tag, nil when it is empty.
  private mutating func rawText(of element: String) -> HTMLToken? {
    let start = position
    position = bytes.count
    var index = start
    while let mark = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if isEndTag(at: mark, of: element) {
        position = mark
        break
      }
      index = mark + 1
    }
    guard position > start else { return nil }
    let content = bytes[start..<position]
    let isDecoded = element == "title" || element == "textarea"
    let text =
      isDecoded ? HTMLEntities.decode(content, inAttribute: false) : String(decoding: content, as: UTF8.self)
    return .rawText(element: element, text)
  }

  private func isEndTag(at mark: Int, of element: String) -> Bool {
    let end = mark + 2 + element.utf8.count
    guard end <= bytes.count, bytes[mark + 1] == UInt8(ascii: "/"),
      bytes[(mark + 2)..<end].lazy.map(\.asciiLowercased).elementsEqual(element.utf8)
    else { return false }
    return end == bytes.count || bytes[end].isHTMLBlank || bytes[end] == UInt8(ascii: ">")
      || bytes[end] == UInt8(ascii: "/")
  }
}
