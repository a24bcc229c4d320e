/// An HTML page, read once, with what a client asks of it. Every input is some page; nothing here fails.
public struct HTMLPage: Sendable {
  private let tokens: [HTMLToken]

  /// Reads a page in UTF-8.
  public init(_ bytes: [UInt8]) {
    tokens = Array(HTMLTokenizer(bytes))
  }

  /// Reads a page.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// The title, blanks collapsed; nil without one.
  public var title: String? {
    for case .rawText("title", let text) in tokens { return HTMLTextWriter.collapsed(text) }
    return nil
  }

  /// The forms, in order.
  public var forms: [HTMLForm] { HTMLFormScanner.forms(in: tokens) }

  /// The text of the scripts that stand in the page itself, in order.
  public var scripts: [String] {
    tokens.compactMap { token in
      if case .rawText("script", let text) = token { text } else { nil }
    }
  }

  /// The values of an attribute (name in lower case), of all elements that have it, in order.
  public func attributes(named name: String) -> [String] {
    startTags.compactMap { $0[name] }
  }

  /// The start tag of the first element with this `id`.
  public func firstElement(id: String) -> HTMLTag? {
    startTags.first { $0["id"] == id }
  }

  /// The start tags of all elements of a name (in lower case), in order.
  public func elements(named name: String) -> [HTMLTag] {
    startTags.filter { $0.name == name }
  }

  /// The readable text of every element that has this class, in order. One inside another is part of the outer one's
  /// text and is not listed again.
  public func elements(withClass name: String) -> [String] {
    var texts: [String] = []
    var open: (element: String, depth: Int, writer: HTMLTextWriter)?
    for token in tokens {
      guard var current = open else {
        if case .startTag(let tag) = token, tag.hasClass(name), !tag.isVoid { open = (tag.name, 1, HTMLTextWriter()) }
        continue
      }
      open = nil
      if case .startTag(let tag) = token, tag.name == current.element { current.depth += 1 }
      if case .endTag(current.element) = token { current.depth -= 1 }
      if current.depth == 0 {
        texts.append(current.writer.finish())
      } else {
        current.writer.take(token)
        open = current
      }
    }
    if var last = open { texts.append(last.writer.finish()) }
    return texts
  }

  /// What a person would read in the page: without scripts, styles, title and `noscript`.
  public var text: String {
    var writer = HTMLTextWriter()
    for token in tokens { writer.take(token) }
    return writer.finish()
  }

  private var startTags: some Sequence<HTMLTag> {
    tokens.lazy.compactMap { token in
      if case .startTag(let tag) = token { tag } else { nil }
    }
  }
}
