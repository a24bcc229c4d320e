/// Percent-encoding of RFC 3986 section 2.1 over UTF-8.
package enum PercentEncoding {
  /// Encodes what a path may not hold. What is encoded already stays as it is.
  static func encodedPath(_ bytes: ArraySlice<UInt8>) -> String {
    encode(bytes, keepsEncoded: true) { isPathByte($0) || $0 == UInt8(ascii: "/") }
  }

  /// Encodes what a query may not hold. What is encoded already stays as it is.
  static func encodedQuery(_ bytes: ArraySlice<UInt8>) -> String {
    encode(bytes, keepsEncoded: true) { isPathByte($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
  }

  /// Encodes a text as one segment of a path: slashes and percent signs too.
  static func encodedSegment(_ text: String) -> String {
    encode(ArraySlice(text.utf8), keepsEncoded: false, allowing: isPathByte)
  }

  /// Encodes everything but the unreserved characters of section 2.3, and a character that may stay: a value in a
  /// query, which can become no other parameter that way. A space is `%20`, never a plus sign.
  package static func encodedValue(_ text: String, keeping kept: Unicode.Scalar? = nil) -> String {
    encode(ArraySlice(text.utf8), keepsEncoded: false) { byte in
      isUnreserved(byte) || kept.map { UInt32(byte) == $0.value } == true
    }
  }

  /// Appends `%` and two upper-case hexadecimal digits.
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(digits[Int(byte >> 4)])
    output.append(digits[Int(byte & 15)])
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func encode(
    _ bytes: ArraySlice<UInt8>,
    keepsEncoded: Bool,
    allowing isAllowed: (UInt8) -> Bool
  ) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in zip(bytes.indices, bytes) {
      if isAllowed(byte) || (keepsEncoded && byte == UInt8(ascii: "%") && startsTriplet(bytes[index...])) {
        output.append(byte)
      } else {
        append(byte, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func startsTriplet(_ bytes: ArraySlice<UInt8>) -> Bool {
    let two = bytes.dropFirst().prefix(2)
    return two.count == 2 && two.allSatisfy { $0.hexValue != nil }
  }

  /// Section 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: byte.isASCIILetter || byte.isASCIIDigit
    }
  }

  /// `pchar` of section 3.3, without the percent sign.
  private static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"):
      true
    default: isUnreserved(byte)
    }
  }
}
