import Foundation

/// Base64 with the alphabet for URLs, without padding (RFC 4648 section 5).
package enum Base64URL {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Written by hand: every request of somebody who has signed in needs it once.
  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    return String(unsafeUninitializedCapacity: (bytes.count * 4 + 2) / 3) { output in
      var place = 0
      var bits: UInt32 = 0
      var count = 0
      for byte in bytes {
        bits = bits << 8 | UInt32(byte)
        count += 8
        while count >= 6 {
          count -= 6
          output[place] = digits[Int(bits >> UInt32(count) & 63)]
          place += 1
        }
      }
      if count > 0 {
        output[place] = digits[Int(bits << UInt32(6 - count) & 63)]
        place += 1
      }
      return place
    }
  }

  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.allSatisfy(isDigit) else { return nil }
    let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    return Data(base64Encoded: plain + padding).map { Array($0) }
  }

  package static func isDigit(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
