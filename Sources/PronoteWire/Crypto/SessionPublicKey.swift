import CryptoExtras
import Foundation

/// The RSA key under which a client hands over its vector seed (session document 1.2): PKCS#1 v1.5, 1024 bits.
package struct SessionPublicKey: Sendable, Hashable {
  /// The modulus, big-endian.
  package let modulus: [UInt8]

  /// The public exponent, big-endian.
  package let exponent: [UInt8]

  package init(modulus: [UInt8], exponent: [UInt8]) {
    self.modulus = modulus
    self.exponent = exponent
  }

  /// The key of `MR` and `ER` of a start block: hexadecimal, leading zeros allowed, an odd number of digits too.
  package init?(modulusHex: String, exponentHex: String) {
    func number(_ text: String) -> [UInt8]? {
      Hex.decode(text.utf8.count.isMultiple(of: 2) ? text : "0" + text)
    }
    guard let modulus = number(modulusHex), let exponent = number(exponentHex), modulus.contains(where: { $0 != 0 })
    else { return nil }
    self.init(modulus: modulus, exponent: exponent)
  }

  /// The constant key of dialects b to e, used when the start block says `http`.
  package static let vendor = SessionPublicKey(
    modulusHex: """
      B99B77A3D72D3A29B4271FC7B7300E2F791EB8948174BE7B8024667E915446D4EEA0C2424B8D1EBF7E2DDFF94691C6E9\
      94E839225C627D140A8F1146D1B0B5F18A09BBD3D8F421CA1E3E4796B301EEBCCF80D81A32A1580121B8294433C38377\
      083C5517D5921E8A078CDC019B15775292EFDA2C30251B1CCABE812386C893E5
      """,
    exponentHex: "010001"
  )!

  /// Encrypts a message of at most (size - 11) bytes.
  package func encrypt(_ message: [UInt8]) throws(WireError) -> [UInt8] {
    do {
      // `init(n:e:)` refuses keys under 2048 bits; the DER initialiser takes them.
      let key = try _RSA.Encryption.PublicKey(unsafeDERRepresentation: derRepresentation)
      return Array(try key.encrypt(message, padding: ._WEAK_AND_INSECURE_PKCS_V1_5))
    } catch {
      throw WireError(.key, "Uuid", "the server's RSA key of \(modulus.count * 8) bits cannot be used")
    }
  }

  /// PKCS#1 `RSAPublicKey` (RFC 8017 A.1.1).
  private var derRepresentation: [UInt8] {
    func element(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] {
      let count = body.count
      let length: [UInt8] =
        count < 0x80
        ? [UInt8(count)]
        : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8 & 0xff), UInt8(count & 0xff)]
      return [tag] + length + body
    }
    func integer(_ bytes: [UInt8]) -> [UInt8] {
      let digits = Array(bytes.drop { $0 == 0 })
      return element(0x02, (digits.first ?? 0x80) >= 0x80 ? [0] + digits : digits)
    }
    return element(0x30, integer(modulus) + integer(exponent))
  }
}
