/// An element of an HTML page or an XML document. Whatever text goes in is escaped on the way out.
struct MarkupElement: Sendable {
  /// What an element holds.
  enum Content: Sendable {
    case element(MarkupElement)
    case text(String)
    /// A script or a style sheet of ours, which HTML does not want escaped.
    case source(StaticString)
  }

  var name: String
  var attributes: [(name: String, value: String)]
  var content: [Content]

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [MarkupElement] = []) {
    self.name = name
    self.attributes = attributes
    content = children.map(Content.element)
  }

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) {
    self.init(name, attributes)
    content = [.text(text)]
  }

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], source: StaticString) {
    self.init(name, attributes)
    content = [.source(source)]
  }

  /// Elements of HTML that have no end tag.
  private static let voidNames: Set<String> = ["meta", "input", "br"]

  /// As it is sent.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to output: inout String) {
    output += "<\(name)"
    for attribute in attributes { output += " \(attribute.name)=\"\(MarkupElement.escape(attribute.value))\"" }
    output += ">"
    if MarkupElement.voidNames.contains(name) { return }
    for part in content {
      switch part {
      case .element(let element): element.write(to: &output)
      case .text(let text): output += MarkupElement.escape(text)
      case .source(let source): output += source.description
      }
    }
    output += "</\(name)>"
  }

  /// A text between quotation marks or tags. What XML cannot hold at all becomes U+FFFD.
  private static func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      // Parsers turn these into blanks or line feeds where they stand by themselves.
      case "\t", "\n", "\r": escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
