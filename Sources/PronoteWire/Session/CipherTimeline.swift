/// The key and the vector in force, and how they change during a login (session document 4.3). Both ends keep one.
package struct CipherTimeline: Sendable {
  private var key: [UInt8]
  private var seed: [UInt8]?

  /// The cipher of the next message.
  package private(set) var cipher: SessionCipher

  /// Before the first request: the key of nothing, and a vector of zeros.
  package init() {
    key = Digest.md5([])
    cipher = SessionCipher(key: key, vectorMaterial: nil)
  }

  /// From the first response on: the vector is the MD5 digest of the client's seed.
  package mutating func adoptSeed(_ seed: [UInt8]) {
    self.seed = seed
    cipher = SessionCipher(key: key, vectorMaterial: seed)
  }

  /// From the first request after Authentification on: the key is the MD5 digest of the bytes that `cle` lists.
  package mutating func adoptKey(material: [UInt8]) {
    key = Digest.md5(material)
    cipher = SessionCipher(key: key, vectorMaterial: seed)
  }

  /// A cipher under another key and the vector in force: for the user key.
  package func cipher(key: [UInt8]) -> SessionCipher {
    SessionCipher(key: key, vectorMaterial: seed)
  }
}
