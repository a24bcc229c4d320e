/// The fields of a query or a form. Of two with the same name the first counts; what cannot be read is left out.
struct PortalFields: Sendable {
  private var values: [String: String] = [:]

  init(_ text: some Collection<UInt8>) {
    for pair in text.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PortalFields.decode(parts[0]), values[name] == nil else { continue }
      values[name] = PortalFields.decode(parts.count > 1 ? parts[1] : pair.suffix(0))
    }
  }

  /// The value of a field, which may be empty.
  subscript(name: String) -> String? { values[name] }

  /// Undoes `application/x-www-form-urlencoded`.
  private static func decode(_ bytes: some Collection<UInt8>) -> String? {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        decoded.append(high << 4 | low)
      default: decoded.append(byte)
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
