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

extension CipherTimeline: Codable, Hashable {
  private enum Key: String, CodingKey {
    case key, seed
  }

  /// Reads the key and the seed, and makes the cipher of them.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func bytes(_ name: Key) throws -> [UInt8]? {
      guard let text = try values.decodeIfPresent(String.self, forKey: name) else { return nil }
      guard let bytes = Hex.decode(text), (1...64).contains(bytes.count) else {
        throw DecodingError.dataCorruptedError(forKey: name, in: values, debugDescription: "not a key")
      }
      return bytes
    }
    guard let key = try bytes(.key), key.count == 16 else {
      throw DecodingError.dataCorruptedError(forKey: .key, in: values, debugDescription: "not a key")
    }
    self.key = key
    seed = try bytes(.seed)
    cipher = SessionCipher(key: key, vectorMaterial: seed)
  }

  /// Writes the key and the seed, in the clear.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(Hex.encode(key), forKey: .key)
    try values.encodeIfPresent(seed.map { Hex.encode($0) }, forKey: .seed)
  }

  package static func == (left: CipherTimeline, right: CipherTimeline) -> Bool {
    left.key == right.key && left.seed == right.seed
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(seed)
  }
}
