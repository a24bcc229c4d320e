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
      var copy = words
      copy.withUTF8 { bytes in
        guard bytes.contains(where: { Parts.entity(of: $0) != nil }) else {
          text += words
          return
        }
        var start = 0
        for (place, byte) in bytes.enumerated() {
          guard let entity = Parts.entity(of: byte) else { continue }
          text += String(decoding: bytes[start..<place], as: UTF8.self)
          text += entity
          start = place + 1
        }
        text += String(decoding: bytes[start...], as: UTF8.self)
      }
    }

    /// What stands for a byte that may not stand in a page as it is.
    private static func entity(of byte: UInt8) -> String? {
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }
}
