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
