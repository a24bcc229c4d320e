import Crypto
import CryptoExtras
import Foundation
public import WebSession

/// The contents of a file under a key: `TRSV`, a version, the cost and the salt of the passphrase, then an
/// AES-256-GCM box that authenticates all of that.
enum SealedFile {
  private static let magic = Array("TRSV".utf8)
  private static let version: UInt8 = 1
  private static let saltLength = 16
  private static let headerLength = 4 + 1 + 1 + saltLength
  /// scrypt, N = 2^15, r = 8, p = 1: 32 MB and some 50 ms.
  private static let cost: UInt8 = 15
  /// More is not ours, and would only cost memory.
  private static let maximumCost: UInt8 = 20

  static func isSealed(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: magic)
  }

  static func seal(_ bytes: [UInt8], with protection: VaultProtection) throws -> [UInt8] {
    let salt = protection.salt(cost: cost) ?? (0..<saltLength).map { _ in .random(in: .min ... .max) }
    let header = magic + [version, cost] + salt
    let key = try protection.key(salt: salt, cost: cost)
    let box = try AES.GCM.seal(bytes, using: key, authenticating: header)
    guard let sealed = box.combined else { throw VaultError(.cannotDecrypt, "cannot encrypt", path: "") }
    return header + sealed
  }

  /// The contents of a file that may be sealed.
  static func plain(_ bytes: [UInt8], with protection: VaultProtection, path: String) throws -> [UInt8] {
    guard isSealed(bytes) else { return bytes }
    if case .none = protection {
      throw VaultError(.isEncrypted, "\(path) is encrypted; give its key or its passphrase", path: path)
    }
    return try open(bytes, with: protection, path: path)
  }

  static func open(_ bytes: [UInt8], with protection: VaultProtection, path: String) throws -> [UInt8] {
    let failure = VaultError(
      .cannotDecrypt,
      "\(path) does not open: the key is another one, or the file was altered",
      path: path
    )
    guard bytes.count > headerLength, bytes[4] == version, (10...maximumCost).contains(bytes[5]) else { throw failure }
    let header = Array(bytes[..<headerLength])
    do {
      let key = try protection.key(salt: Array(header.suffix(saltLength)), cost: header[5])
      return try Array(AES.GCM.open(.init(combined: bytes[headerLength...]), using: key, authenticating: header))
    } catch {
      throw failure
    }
  }
}

/// How stored accounts are encrypted.
public enum VaultProtection: Sendable {
  /// By nothing but the permissions of the file.
  case none
  /// With a key of 32 bytes.
  case key(Secret<[UInt8]>)
  /// With a passphrase, through scrypt. Costs some 50 ms and 32 MB for the first file that a process reads or writes.
  case passphrase(Secret<String>)

  fileprivate func key(salt: [UInt8], cost: UInt8) throws -> SymmetricKey {
    switch self {
    case .none: throw VaultError(.isEncrypted, "no key was given", path: "")
    case .key(let key): return SymmetricKey(data: key.reveal())
    case .passphrase(let passphrase):
      return try DerivedKeys.key(of: passphrase.reveal(), salt: salt, cost: cost)
    }
  }

  /// The salt to write with, so that no other key has to be made for it; nil for a fresh one.
  fileprivate func salt(cost: UInt8) -> [UInt8]? {
    guard case .passphrase(let passphrase) = self else { return nil }
    return DerivedKeys.salt(for: passphrase.reveal(), cost: cost)
  }
}
