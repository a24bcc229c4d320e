import NIOCore

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
  let bytes: ByteBuffer

  init(stringLiteral text: String) {
    bytes = ByteBuffer(string: text)
  }

  init(stringInterpolation parts: Parts) {
    bytes = parts.bytes
  }

  struct Parts: StringInterpolationProtocol {
    fileprivate var bytes: ByteBuffer

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes = ByteBufferAllocator().buffer(capacity: literalCapacity + interpolationCount * 64)
    }

    mutating func appendLiteral(_ text: String) {
      bytes.writeString(text)
    }

    mutating func appendInterpolation(_ piece: HTML) {
      bytes.writeImmutableBuffer(piece.bytes)
    }

    mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
      for piece in pieces { appendInterpolation(piece) }
    }

    mutating func appendInterpolation(_ text: String) {
      guard text.utf8.contains(where: { Parts.entity(of: $0) != nil }) else {
        bytes.writeString(text)
        return
      }
      for byte in text.utf8 {
        if let entity = Parts.entity(of: byte) {
          bytes.writeStaticString(entity)
        } else {
          bytes.writeInteger(byte)
        }
      }
    }

    private static func entity(of byte: UInt8) -> StaticString? {
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
