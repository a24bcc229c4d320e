import Foundation

/// Small secret files beside the accounts, under the vault's protection: what a portal or another service gave to keep.
///
/// One file a name, which only its owner can read, replaced as a whole.
public struct SecretRecords: Sendable {
  /// The directory that holds them.
  public let directory: String

  private let protection: VaultProtection

  /// The records in a directory, which is made when it is first written to.
  public init(directory: String, protection: VaultProtection = .none) {
    self.directory = directory
    self.protection = protection
  }

  /// The record of a name; nil when there is none.
  ///
  /// - Throws: ``VaultError``.
  public func record(_ name: String) throws -> [UInt8]? {
    guard try PrivateFile.checkDirectory(directory) else { return nil }
    return try read(FileCredentialStore.fileName(name))
  }

  /// All records, in no order.
  ///
  /// - Throws: ``VaultError``.
  public func all() throws -> [[UInt8]] {
    guard try PrivateFile.checkDirectory(directory) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: directory)
        .filter { $0.hasPrefix("n-") }.sorted().compactMap(read)
    } catch let error as VaultError {
      throw error
    } catch {
      throw VaultError(.inputOutput, "cannot list \(directory)", path: directory)
    }
  }

  /// Stores a record; it is on the disk when this returns.
  ///
  /// - Throws: ``VaultError``.
  public func save(_ bytes: [UInt8], for name: String) throws {
    var bytes = bytes
    if case .none = protection {} else { bytes = try SealedFile.seal(bytes, with: protection) }
    try PrivateFile.makeDirectory(directory)
    try PrivateFile.write(bytes, to: FileCredentialStore.fileName(name), in: directory)
  }

  /// Forgets a record. Returns whether there was one.
  ///
  /// - Throws: ``VaultError``.
  @discardableResult
  public func remove(_ name: String) throws -> Bool {
    guard try PrivateFile.checkDirectory(directory) else { return false }
    return try PrivateFile.remove(FileCredentialStore.fileName(name), in: directory)
  }

  private func read(_ file: String) throws -> [UInt8]? {
    let path = "\(directory)/\(file)"
    return try PrivateFile.read(path).map { try SealedFile.plain($0, with: protection, path: path) }
  }
}
