/// The key that proves the password (session document 7.3): used for the challenge, its answer and `cle`, and for
/// nothing else.
package enum UserKey {
  /// How the school wants the user's input folded before the key is made.
  package struct Folding: Sendable, Hashable {
    /// Trim and lower-case the login (`modeCompLog` > 0).
    package var lowercasesLogin: Bool
    /// Lower-case the password (`modeCompMdp` > 0).
    package var lowercasesPassword: Bool

    package init(lowercasesLogin: Bool = false, lowercasesPassword: Bool = false) {
      self.lowercasesLogin = lowercasesLogin
      self.lowercasesPassword = lowercasesPassword
    }
  }

  /// The key of a login and a password (or of an app token in its place).
  package static func direct(login: String, password: String, salt: String, folding: Folding = .init()) -> [UInt8] {
    let trimmed = password.trimmingBlanks
    let proof = proof(salt: salt, password: folding.lowercasesPassword ? trimmed.lowercased() : trimmed)
    return Digest.md5(Array((folding.lowercasesLogin ? login.trimmingBlanks.lowercased() : login).utf8) + proof)
  }

  /// The key of a login through a portal (ENT): the login takes no part and nothing is folded.
  package static func portal(password: String, salt: String) -> [UInt8] {
    Digest.md5(proof(salt: salt, password: password))
  }

  /// `mtp`: the upper-case hexadecimal SHA-256 digest of salt and password. Lower case gives a wrong key.
  package static func proof(salt: String, password: String) -> [UInt8] {
    Array(Hex.encode(Digest.sha256(Array(salt.utf8) + Array(password.utf8)), uppercase: true).utf8)
  }
}
