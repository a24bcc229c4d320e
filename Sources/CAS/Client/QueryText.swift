import WebSession

/// Queries of addresses: every name and value percent-encoded exactly once, so that none can become another parameter.
package enum QueryText {
  /// `name=value&name=value`.
  static func encode(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\(PercentEncoding.encodedValue($0.name))=\(PercentEncoding.encodedValue($0.value))" }.joined(
      separator: "&"
    )
  }

  /// The fields of a query, decoded once; bytes that are not UTF-8 and broken triplets make a field nil.
  package static func decode(_ query: Substring) -> [(name: String, value: String?)] {
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
        guard let high = bytes.popFirst()?.hexValue, let low = bytes.popFirst()?.hexValue else {
          return nil
        }
        output.append(high << 4 | low)
      default: output.append(byte)
      }
    }
    return String(validating: output, as: UTF8.self)
  }
}
