/// An address or a part of one, split as RFC 3986 section 3 says, without its fragment. Nothing is checked yet.
struct AddressReference {
  /// In lower case.
  var scheme: String?
  var authority: ArraySlice<UInt8>?
  var path: ArraySlice<UInt8>
  var query: ArraySlice<UInt8>?

  /// Splits a text; nil when it is too long.
  init?(_ text: String) {
    guard text.utf8.count <= WebAddress.maximumLength else { return nil }
    var rest = AddressReference.clean(text)[...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[(mark + 1)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }),
      rest[colon] == UInt8(ascii: ":"), AddressReference.isScheme(rest[..<colon])
    {
      scheme = String(decoding: rest[..<colon], as: UTF8.self).lowercased()
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  /// Removes dot segments (RFC 3986 section 5.2.4) and percent-encodes what is not allowed in a path.
  static func cleanPath(_ path: ArraySlice<UInt8>) -> String {
    let dot = UInt8(ascii: ".")
    var kept: [ArraySlice<UInt8>] = []
    var endsInFolder = false
    let relative = path.first == UInt8(ascii: "/") ? path.dropFirst() : path
    for segment in relative.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      endsInFolder = segment.elementsEqual([dot]) || segment.elementsEqual([dot, dot])
      if !endsInFolder {
        kept.append(segment)
      } else if segment.count == 2 {
        _ = kept.popLast()
      }
    }
    if endsInFolder { kept.append([]) }
    return "/" + PercentEncoding.encodedPath(ArraySlice(kept.joined(separator: [UInt8(ascii: "/")])))
  }

  /// Drops blanks and control characters around a text, and tabs and line breaks inside it.
  private static func clean(_ text: String) -> [UInt8] {
    var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0a && $0 != 0x0d }[...]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return Array(bytes.drop { $0 <= 0x20 })
  }

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first.isASCIILetter else { return false }
    return bytes.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
  }
}
