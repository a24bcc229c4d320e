import WebSession

/// A path of this application that a browser may be sent to: parsed, and not only compared.
///
/// `//evil.example`, `/\evil.example`, `https:evil.example`, control characters, dot segments, and all of these
/// percent-encoded are no such paths.
struct ReturnPath: Sendable, Hashable {
  /// The path with its query.
  let text: String

  static let root = ReturnPath(unchecked: "/")

  /// The longest that is kept. It has to fit into a service URL.
  private static let maximumLength = 1024

  private init(unchecked text: String) {
    self.text = text
  }

  /// A path that stays on this site, or nil.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (1...ReturnPath.maximumLength).contains(bytes.count), bytes[0] == UInt8(ascii: "/"),
      bytes.allSatisfy(ReturnPath.isAllowed), let decoded = ReturnPath.decode(bytes[...]),
      decoded.allSatisfy({ $0 > 0x20 || $0 == 0x20 }), !decoded.contains(0x7f)
    else { return nil }
    let path = bytes.prefix { $0 != UInt8(ascii: "?") }
    guard let decodedPath = ReturnPath.decode(path), ReturnPath.staysHere(decodedPath),
      // Some proxies decode twice.
      ReturnPath.decode(decodedPath[...]).map(ReturnPath.staysHere) ?? true
    else { return nil }
    self.text = text
  }

  /// Whether it leads to a path, however it is written: with a slash at its end, or percent-encoded.
  func leads(to path: String) -> Bool {
    let plain = text.utf8.prefix { $0 != UInt8(ascii: "?") }
    var decoded = ReturnPath.decode(ArraySlice(plain)) ?? []
    while decoded.count > 1, decoded.last == UInt8(ascii: "/") { decoded.removeLast() }
    return decoded.elementsEqual(path.utf8)
  }

  /// As a value in a query.
  var encoded: String { PercentEncoding.encodedValue(text, keeping: "/") }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x21...0x7e).contains(byte) && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "#")
      && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
  }

  /// No backslash, no control character, no empty segment but the last, no dot segment.
  private static func staysHere(_ path: [UInt8]) -> Bool {
    guard path.first == UInt8(ascii: "/"),
      path.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") })
    else { return false }
    let segments = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let dot = UInt8(ascii: ".")
    return segments.dropLast().allSatisfy { !$0.isEmpty }
      && segments.allSatisfy { !$0.elementsEqual([dot]) && !$0.elementsEqual([dot, dot]) }
  }

  /// Percent-decoded; nil when a percent sign starts nothing.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else {
        return nil
      }
      output.append(high << 4 | low)
    }
    return output
  }
}
