import Crypto
import CryptoExtras
import Foundation
import Synchronization

/// Keys that this process made of passphrases: one costs 50 ms and 32 MB, and a request in a kept session reads and writes
/// three files.
///
/// Files that this process writes share the salt of the one that it read last; every file still has a nonce of its own.
enum DerivedKeys {
  private struct Entry: Sendable {
    var passphrase: [UInt8]
    var salt: [UInt8]
    var cost: UInt8
    var key: SymmetricKey
  }

  private static let most = 16
  private static let entries = Mutex<[Entry]>([])

  /// The key of a passphrase, a salt and a cost (RFC 7914).
  static func key(of passphrase: String, salt: [UInt8], cost: UInt8) throws -> SymmetricKey {
    let digest = Array(SHA256.hash(data: Data(passphrase.utf8)))
    let known = entries.withLock { entries in
      entries.first { $0.passphrase == digest && $0.salt == salt && $0.cost == cost }?.key
    }
    if let known { return known }
    let key = try KDF.Scrypt.deriveKey(
      from: Array(passphrase.utf8),
      salt: salt,
      outputByteCount: 32,
      rounds: 1 << Int(cost),
      blockSize: 8,
      parallelism: 1
    )
    entries.withLock { entries in
      if entries.count == most { entries.removeFirst() }
      entries.append(Entry(passphrase: digest, salt: salt, cost: cost, key: key))
    }
    return key
  }

  /// The salt that a key of this passphrase was made with last, at that cost; nil when there was none.
  static func salt(for passphrase: String, cost: UInt8) -> [UInt8]? {
    let digest = Array(SHA256.hash(data: Data(passphrase.utf8)))
    return entries.withLock { entries in
      entries.last { $0.passphrase == digest && $0.cost == cost }?.salt
    }
  }
}
