/// A piece of a page. Whatever is put into one is escaped, unless it is a piece itself:
///
/// ```swift
/// let greeting: HTML = "<p>Hello, \(identity.user).</p>"
/// ```
///
/// Byte by byte: a quotation mark followed by a combining accent is a character of its own, and would get through an
/// escaping of characters and end an attribute.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The piece as it is sent.
  private(set) var text: String

  init(stringLiteral text: String) {
    self.text = text
  }

  init(stringInterpolation parts: Parts) {
    text = parts.text
  }

  static func += (left: inout HTML, right: HTML) {
    left.text += right.text
  }

  struct Parts: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 64)
    }

    mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    mutating func appendInterpolation(_ piece: HTML) {
      text += piece.text
    }

    mutating func appendInterpolation(_ words: String) {
      guard words.utf8.contains(where: Parts.isSpecial) else {
        text += words
        return
      }
      var escaped: [UInt8] = []
      for byte in words.utf8 {
        switch byte {
        case UInt8(ascii: "&"): escaped += "&amp;".utf8
        case UInt8(ascii: "<"): escaped += "&lt;".utf8
        case UInt8(ascii: ">"): escaped += "&gt;".utf8
        case UInt8(ascii: "\""): escaped += "&quot;".utf8
        case UInt8(ascii: "'"): escaped += "&#39;".utf8
        default: escaped.append(byte)
        }
      }
      text += String(decoding: escaped, as: UTF8.self)
    }

    /// Whether a byte may not stand in a page as it is.
    private static func isSpecial(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
      default: false
      }
    }
  }
}
