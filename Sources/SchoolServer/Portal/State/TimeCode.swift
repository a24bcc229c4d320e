import Crypto
import Foundation

/// Time-based codes: RFC 6238 with SHA-1, six digits and steps of 30 seconds.
struct TimeCode: Sendable {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  let secret: [UInt8]

  init(secret: [UInt8]) { self.secret = secret }

  /// A secret in base32, in either case, without padding. Nil for a letter that is none.
  init?(base32 text: String) {
    var (bits, count): (UInt32, Int) = (0, 0)
    var bytes: [UInt8] = []
    for letter in text.lowercased().utf8 {
      guard let value = TimeCode.letters.firstIndex(of: letter) else { return nil }
      bits = (bits << 5 | UInt32(value)) & 0xFFFF
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    secret = bytes
  }

  /// The secret as 32 small letters, for the 160 bits that ``random()`` makes.
  var base32: String {
    var (bits, count): (UInt32, Int) = (0, 0)
    var text: [UInt8] = []
    for byte in secret {
      bits = (bits << 8 | UInt32(byte)) & 0xFFFF
      count += 8
      while count >= 5 {
        count -= 5
        text.append(TimeCode.letters[Int(bits >> UInt32(count) & 31)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A new secret of 160 bits.
  static func random() -> TimeCode { TimeCode(secret: RandomBytes.make(20)) }

  /// The code of a moment, or of some steps later.
  func code(at time: Date, step: Int = 0) -> String {
    let counter = UInt64(Int(time.timeIntervalSince1970) / 30 + step)
    let message = withUnsafeBytes(of: counter.bigEndian) { Array($0) }
    let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
    let offset = Int(hash[19] & 15)
    let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Whether a code is that of now, of the step before or of the one after. It may be used again (document c.5).
  func accepts(_ code: String, at time: Date) -> Bool {
    (-1...1).contains { self.code(at: time, step: $0) == code }
  }
}
