/// Queries of addresses: every name and value percent-encoded exactly once, so that none can become another parameter.
enum QueryText {
  /// Encodes everything but the unreserved characters of RFC 3986 2.3. A space is `%20`, never a plus sign.
  static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        output.append(byte)
      default: output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// `name=value&name=value`.
  static func encode(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
  }

  /// The fields of a query, decoded once; bytes that are not UTF-8 and broken triplets make a field nil.
  static func decode(_ query: Substring) -> [(name: String, value: String?)] {
    query.split(separator: "&").map { field in
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decodeText(parts[0]) ?? "", parts.count == 2 ? decodeText(parts[1]) : "")
    }
  }

  /// What stands between the first question mark and the fragment.
  static func query(of url: String) -> Substring {
    let address = url.prefix { $0 != "#" }
    return address.firstIndex(of: "?").map { address[address.index(after: $0)...] } ?? ""
  }

  private static func decodeText(_ text: Substring) -> String? {
    var output: [UInt8] = []
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): output.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = bytes.popFirst().flatMap(hexadecimal), let low = bytes.popFirst().flatMap(hexadecimal) else {
          return nil
        }
        output.append(high << 4 | low)
      default: output.append(byte)
      }
    }
    return String(validating: output, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }
}
