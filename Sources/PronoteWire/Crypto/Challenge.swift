/// The server's question at login, and its answer (session document 7.4).
package enum Challenge: Sendable, Hashable {
  /// Dialects a to d: a cipher text under the user key, whose plain text has noise at every odd place.
  case interleaved(cipherText: [UInt8])

  /// Dialect e: sixteen random bytes, whose hexadecimal text is encrypted as it stands.
  case opaque(text: String)

  /// Tells the two kinds apart by the challenge itself, never by version alone: a server of the newest envelope family
  /// that sends exactly sixteen bytes means ``opaque(text:)``.
  package init(_ text: String, isNewestFamily: Bool) throws(WireError) {
    guard let bytes = Hex.decode(text), !bytes.isEmpty, bytes.count.isMultiple(of: 16) else {
      throw WireError(.syntax, "challenge", "expected whole blocks of hexadecimal digits, got \(text.utf8.count) bytes")
    }
    self = isNewestFamily && bytes.count == 16 ? .opaque(text: text) : .interleaved(cipherText: bytes)
  }

  /// The answer in lower-case hexadecimal. Fails when an interleaved challenge does not decrypt, which the password
  /// being wrong is one reason for (one wrong key in 256 passes unnoticed).
  package func answer(with cipher: SessionCipher) throws(WireError) -> String {
    switch self {
    case .opaque(let text): return cipher.encrypt(text: text)
    case .interleaved(let cipherText):
      guard let text = String(validating: try cipher.decrypt(cipherText), as: UTF8.self) else {
        throw WireError(.cipher, "challenge", "the decrypted challenge is not text")
      }
      return cipher.encrypt(text: Challenge.kept(of: text))
    }
  }

  /// The characters at even places: `abcdefg` gives `aceg`.
  package static func kept(of text: String) -> String {
    var keeps = false
    return String(
      text.unicodeScalars.filter { _ in
        keeps.toggle()
        return keeps
      }.map(Character.init)
    )
  }

  /// Puts one noise character behind each kept one: what a school of dialects a to d sends.
  package static func interleave(kept: String, noise: String) -> String {
    String(zip(kept, noise).flatMap { [$0, $1] })
  }
}
