import CryptoExtras
import Foundation

/// A school's own RSA key, which dialects a0 and a publish as `MR` and `ER`.
///
/// Immutable. `_RSA.Encryption.PrivateKey` is a value without shared state that merely lacks the annotation: that is
/// the proof behind `@unchecked Sendable`.
package struct SessionPrivateKey: @unchecked Sendable {
  private let key: _RSA.Encryption.PrivateKey

  /// The half that is published.
  package let publicKey: SessionPublicKey

  /// A new key of 1024 bits. Takes some 6 ms.
  package init() throws(WireError) {
    do {
      key = try _RSA.Encryption.PrivateKey(unsafeKeySize: .init(bitCount: 1024))
      let primitives = try key.publicKey.getKeyPrimitives()
      publicKey = SessionPublicKey(modulus: Array(primitives.modulus), exponent: Array(primitives.publicExponent))
    } catch {
      throw WireError(.key, "RSA", "no key could be made")
    }
  }

  /// A key in PKCS#1 or PKCS#8 DER form, for tests.
  package init(der: [UInt8]) throws(WireError) {
    do {
      key = try _RSA.Encryption.PrivateKey(unsafeDERRepresentation: der)
      let primitives = try key.publicKey.getKeyPrimitives()
      publicKey = SessionPublicKey(modulus: Array(primitives.modulus), exponent: Array(primitives.publicExponent))
    } catch {
      throw WireError(.key, "RSA", "not a private key")
    }
  }

  /// The message that was encrypted for this key.
  package func decrypt(_ cipherText: [UInt8]) throws(WireError) -> [UInt8] {
    do {
      return Array(try key.decrypt(cipherText, padding: ._WEAK_AND_INSECURE_PKCS_V1_5))
    } catch {
      throw WireError(.cipher, "Uuid", "\(cipherText.count) bytes do not decrypt with this key")
    }
  }
}
