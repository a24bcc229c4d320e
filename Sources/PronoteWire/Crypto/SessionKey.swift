/// The session key that a successful login hands over in `cle` (session document 7.5).
package enum SessionKey {
  /// The bytes that `17,34,…` lists, whose MD5 digest is the key from the next request on.
  package static func material(fromList text: String) throws(WireError) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let byte = UInt8(String(part).trimmingBlanks) else {
        throw WireError(.unexpected, "cle", "expected byte values separated by commas")
      }
      bytes.append(byte)
    }
    guard !bytes.isEmpty else { throw WireError(.unexpected, "cle", "expected at least one byte value") }
    return bytes
  }

  /// The list that stands for these bytes.
  package static func list(of material: [UInt8]) -> String {
    material.map(String.init).joined(separator: ",")
  }
}

extension String {
  /// The text without blanks at its ends.
  package var trimmingBlanks: String {
    // Nearly every text has none; one that starts and ends in visible ASCII is told apart without decoding anything.
    guard let first = utf8.first, let last = utf8.last else { return self }
    if (0x21...0x7e).contains(first), (0x21...0x7e).contains(last) { return self }
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
