import WebSession

/// The fields of a query as a form would have encoded them.
enum QueryFields {
  /// Decodes every name and value once. Broken triplets and bytes that are not UTF-8 make a value nil.
  static func decode(_ query: some StringProtocol) -> [(name: String, value: String?)] {
    query.split(separator: "&").map { field in
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decodeText(String(parts[0])) ?? "", parts.count == 2 ? decodeText(String(parts[1])) : "")
    }
  }

  private static func decodeText(_ text: String) -> String? {
    var output: [UInt8] = []
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): output.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = bytes.popFirst()?.hexValue, let low = bytes.popFirst()?.hexValue else { return nil }
        output.append(high << 4 | low)
      default: output.append(byte)
      }
    }
    return String(validating: output, as: UTF8.self)
  }
}
