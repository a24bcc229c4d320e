/// `application/x-www-form-urlencoded` as the WHATWG URL standard writes it.
public enum FormEncoding {
  /// The media type.
  public static let contentType = "application/x-www-form-urlencoded"

  /// Writes `name=value` pairs in this order, as UTF-8; a space becomes `+`.
  public static func encode(_ fields: [(name: String, value: String)]) -> String {
    var output: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: "&")) }
      append(field.name, to: &output)
      output.append(UInt8(ascii: "="))
      append(field.value, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The fields of a query or of a form's body, in order, names and values decoded once; nil for a name or a value that
  /// ``decode(_:)`` does not read. A field without `=` has an empty value.
  package static func fields(_ bytes: some Collection<UInt8>) -> [(name: String?, value: String?)] {
    bytes.split(separator: UInt8(ascii: "&")).map { field in
      let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (decode(parts[0]), parts.count == 2 ? decode(parts[1]) : "")
    }
  }

  /// Reads a name or a value; nil for a broken triplet and for bytes that are not UTF-8.
  package static func decode(_ bytes: some Collection<UInt8>) -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): output.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
        output.append(high << 4 | low)
      default: output.append(byte)
      }
    }
    return String(validating: output, as: UTF8.self)
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): output.append(UInt8(ascii: "+"))
      case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): output.append(byte)
      case _ where byte.isASCIILetter || byte.isASCIIDigit: output.append(byte)
      default: PercentEncoding.append(byte, to: &output)
      }
    }
  }
}
