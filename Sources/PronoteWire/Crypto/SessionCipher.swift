import Crypto
import CryptoExtras
import Foundation

/// AES-128-CBC with PKCS#7 under one key and one initialisation vector (session document 4.1).
///
/// The key and the vector are MD5 digests of their materials, which is why the 2020 notes' "256 bit" is wrong.
package struct SessionCipher: Sendable {
  private let key: SymmetricKey
  private let vector: AES._CBC.IV

  /// The key is the MD5 digest of `keyMaterial`; the vector is that of `vectorMaterial`, or sixteen zero bytes when nil.
  package init(keyMaterial: [UInt8], vectorMaterial: [UInt8]?) {
    self.init(key: Digest.md5(keyMaterial), vectorMaterial: vectorMaterial)
  }

  /// A ready sixteen-byte key, with the vector made from `vectorMaterial`.
  package init(key: [UInt8], vectorMaterial: [UInt8]?) {
    let vector = vectorMaterial.map(Digest.md5) ?? [UInt8](repeating: 0, count: 16)
    self.key = SymmetricKey(data: key)
    // Sixteen bytes are always a valid vector.
    self.vector = try! AES._CBC.IV(ivBytes: vector)
  }

  /// Cipher text of whole blocks. A text that fills its last block gets one more.
  package func encrypt(_ plain: [UInt8]) -> [UInt8] {
    // Fails for keys of a wrong size only, and every key here is an MD5 digest.
    Array(try! AES._CBC.encrypt(plain, using: key, iv: vector))
  }

  /// The plain text. Bad padding and a bad length give the same error.
  package func decrypt(_ cipherText: [UInt8]) throws(WireError) -> [UInt8] {
    do {
      return Array(try AES._CBC.decrypt(cipherText, using: key, iv: vector))
    } catch {
      throw WireError(.cipher, "decrypt", "\(cipherText.count) bytes of cipher text do not decrypt")
    }
  }

  /// Lower-case hexadecimal cipher text of a text's UTF-8 bytes.
  package func encrypt(text: String) -> String {
    Hex.encode(encrypt(Array(text.utf8)))
  }

  /// The text whose hexadecimal cipher text this is.
  package func decrypt(hex: String) throws(WireError) -> String {
    guard let cipherText = Hex.decode(hex) else {
      throw WireError(.syntax, "decrypt", "the cipher text is not hexadecimal")
    }
    guard let text = String(validating: try decrypt(cipherText), as: UTF8.self) else {
      throw WireError(.cipher, "decrypt", "the decrypted bytes are not UTF-8")
    }
    return text
  }
}
