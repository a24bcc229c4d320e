/// A parsed JSON text: the bytes, and one flat array of nodes.
///
/// Nothing is copied or decoded until it is asked for, which makes reading a 200 KB answer about twelve times faster
/// than `JSONDecoder`. The grammar is strict RFC 8259, except that a lone surrogate reads as U+FFFD.
///
/// Immutable after `init`, hence safe to share between threads: that is the proof behind `@unchecked Sendable`.
package final class JSONDocument: @unchecked Sendable {
  enum Kind: UInt8 {
    case null, no, yes, integer, decimal, string, escapedString, array, object
  }

  /// One value. `start` and `length` are the bytes of a string or a number; `length` of a container is the number of
  /// its children. `next` is the index of the node after this value and everything in it.
  struct Node {
    var kind: Kind
    var start: UInt32
    var length: UInt32
    var next: UInt32
  }

  let bytes: UnsafeMutablePointer<UInt8>
  let byteCount: Int
  let nodes: UnsafeMutablePointer<Node>

  /// Parses a text in UTF-8 of at most 1 GiB, nested at most `maximumDepth` deep.
  package init(_ text: [UInt8], maximumDepth: Int = 128) throws(JSONError) {
    guard !text.isEmpty else { throw JSONError(offset: 0, message: "empty text") }
    guard text.count < 1 << 30 else { throw JSONError(offset: 0, message: "text too long") }
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
    text.withUnsafeBufferPointer { copy.initialize(from: $0.baseAddress!, count: $0.count) }
    let buffer = UnsafeBufferPointer(start: copy, count: text.count)
    var parser = JSONParser(buffer)
    do throws(JSONError) {
      // Checked once for the whole text, so that no string has to be checked again.
      guard String(validating: buffer, as: UTF8.self) != nil else {
        throw JSONError(offset: 0, message: "not UTF-8")
      }
      try parser.run(maximumDepth: maximumDepth)
    } catch {
      parser.nodes.deallocate()
      copy.deallocate()
      throw error
    }
    bytes = copy
    byteCount = text.count
    nodes = parser.nodes
  }

  deinit {
    bytes.deallocate()
    nodes.deallocate()
  }

  /// The outermost value.
  package var root: JSONView { JSONView(document: self, index: 0) }
}
