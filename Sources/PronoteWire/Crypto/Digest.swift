import Crypto

/// The two digests of the protocol.
package enum Digest {
  /// MD5, sixteen bytes. The protocol leaves no choice; it protects nothing by itself.
  package static func md5(_ bytes: [UInt8]) -> [UInt8] {
    Array(Insecure.MD5.hash(data: bytes))
  }

  /// SHA-256, thirty-two bytes.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }
}
