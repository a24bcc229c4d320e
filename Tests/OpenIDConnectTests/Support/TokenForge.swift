import Crypto
import CryptoExtras
import Foundation
import WebSession

/// Makes tokens by hand, without the library that reads them.
enum TokenForge {
  /// What signs.
  struct RSAKey: Sendable {
    let name: String?
    let key: _RSA.Signing.PrivateKey

    init(_ name: String?) {
      self.name = name
      do {
        key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
      } catch {
        fatalError("no key: \(error)")
      }
    }

    /// The public half, as a provider publishes it.
    func published(_ more: [String: Any] = ["use": "sig"]) throws -> [String: Any] {
      let numbers = try key.publicKey.getKeyPrimitives()
      var fields: [String: Any] = [
        "kty": "RSA", "n": Base64URL.encode(numbers.modulus), "e": Base64URL.encode(numbers.publicExponent),
      ]
      fields["kid"] = name
      return fields.merging(more) { $1 }
    }

    func sign(_ text: String) throws -> [UInt8] {
      let digest = SHA256.hash(data: Data(text.utf8))
      return Array(try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation)
    }
  }

  static let first = RSAKey("first")
  static let second = RSAKey("second")
  static let curve = P256.Signing.PrivateKey()

  /// The public half of ``curve``.
  static func publishedCurve() -> [String: Any] {
    let point = Array(curve.publicKey.rawRepresentation)
    return [
      "kty": "EC", "crv": "P-256", "kid": "curve", "x": Base64URL.encode(point.prefix(32)),
      "y": Base64URL.encode(point.suffix(32)),
    ]
  }

  /// A token, with whatever signature.
  static func token(
    _ header: [String: Any],
    _ claims: [String: Any],
    signing: (String) throws -> [UInt8]
  ) throws -> String {
    let text = "\(Base64URL.encode(try json(header))).\(Base64URL.encode(try json(claims)))"
    return "\(text).\(Base64URL.encode(try signing(text)))"
  }

  /// A token of a provider.
  static func token(_ claims: [String: Any], by key: RSAKey = first, header more: [String: Any] = [:]) throws -> String
  {
    var header: [String: Any] = ["alg": "RS256", "typ": "JWT"]
    header["kid"] = key.name
    return try token(header.merging(more) { $1 }, claims) { try key.sign($0) }
  }

  static func json(_ object: Any) throws -> Data {
    try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
  }
}
