import Foundation
import WebSession

/// Accounts in a directory: one file for each, which only its owner can read.
///
/// A file is replaced by renaming a complete, synchronised one over it, so that a crash leaves either the old or the
/// new state; its lock is a file beside it. Sessions and budgets are written the same way, without waiting for the disk.
public struct FileCredentialStore: CredentialStore {
  /// The directory that holds everything.
  public let directory: String

  private let protection: VaultProtection
  /// Called at each stage of storing something, so that tests can end the process there.
  private let reaching: @Sendable (WritingStage, Written) -> Void
  private var accountsDirectory: String { "\(directory)/accounts" }
  private var sessionsDirectory: String { "\(directory)/sessions" }
  private var budgetsDirectory: String { "\(directory)/budgets" }
  private var locksDirectory: String { "\(directory)/locks" }

  /// The store in a directory, which is made when it is first written to.
  public init(directory: String, protection: VaultProtection = .none) {
    self.init(directory: directory, protection: protection) { _, _ in }
  }

  package init(
    directory: String,
    protection: VaultProtection,
    reaching: @escaping @Sendable (WritingStage, Written) -> Void
  ) {
    self.directory = directory
    self.protection = protection
    self.reaching = reaching
  }

  /// What a school says about itself and an account is in it, twice in base64.
  private static let largestSession = 64 << 20

  /// What is being stored.
  package enum Written: Sendable {
    case account(StoredAccount)
    case session(KeptSession)
  }

  /// All accounts, the oldest first.
  ///
  /// - Throws: ``VaultError``.
  public func accounts() throws -> [StoredAccount] {
    guard try PrivateFile.checkDirectory(accountsDirectory) else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: accountsDirectory)
    } catch {
      throw VaultError(.inputOutput, "cannot list \(accountsDirectory)", path: accountsDirectory)
    }
    return
      try names
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .compactMap { try account(id: String($0.dropLast(5))) }
      .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
  }

  /// The account with an id; nil when there is none.
  ///
  /// - Throws: ``VaultError``.
  public func account(id: String) throws -> StoredAccount? {
    guard AccountIdentifier.isWellFormed(id), try PrivateFile.checkDirectory(accountsDirectory) else { return nil }
    let path = "\(accountsDirectory)/\(id).json"
    guard let bytes = try PrivateFile.read(path) else { return nil }
    let plain = try SealedFile.plain(bytes, with: protection, path: path)
    let damage = VaultError(.damaged, "\(path) does not hold an account", path: path)
    do {
      let account = try Self.decoder.decode(StoredAccount.self, from: Data(plain))
      guard account.id == id else { throw damage }
      return account
    } catch let error as VaultError where error.code == .newerFormat {
      throw VaultError(.newerFormat, "\(path) was written by a later version of this program", path: path)
    } catch {
      throw damage
    }
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    return decoder
  }

  private static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    return Array(try encoder.encode(value))
  }

  /// The bytes of a file under the vault's protection.
  private func sealed(_ bytes: [UInt8]) throws -> [UInt8] {
    if case .none = protection { bytes } else { try SealedFile.seal(bytes, with: protection) }
  }

  /// Stores an account; it is on the disk when this returns.
  ///
  /// - Throws: ``VaultError``.
  public func save(_ account: StoredAccount) throws {
    let bytes = try sealed(Self.encode(account))
    try PrivateFile.makeDirectory(accountsDirectory)
    try PrivateFile.write(bytes, to: "\(account.id).json", in: accountsDirectory) { reaching($0, .account(account)) }
  }

  /// Forgets an account.
  ///
  /// - Throws: ``VaultError``.
  public func remove(id: String) throws -> Bool {
    guard AccountIdentifier.isWellFormed(id), try PrivateFile.checkDirectory(accountsDirectory) else { return false }
    try saveSession(nil, of: id)
    let isRemoved = try PrivateFile.remove("\(id).json", in: accountsDirectory)
    // Whoever waits for the lock of an account that is gone finds no account; ids are not used twice.
    if isRemoved, try PrivateFile.checkDirectory(locksDirectory) {
      for name in [FileCredentialStore.fileName(id), FileLock.queueName(FileCredentialStore.fileName(id))] {
        _ = try PrivateFile.remove(name, in: locksDirectory)
      }
    }
    return isRemoved
  }

  /// The kept session of an account, if any. One that cannot be read, or that other users could read, is removed, because
  /// signing in replaces it.
  ///
  /// - Throws: ``VaultError`` when the key is missing, or the directory is not this user's.
  public func session(of id: String) throws -> KeptSession? {
    guard AccountIdentifier.isWellFormed(id), try PrivateFile.checkDirectory(sessionsDirectory) else { return nil }
    let path = "\(sessionsDirectory)/\(id).json"
    do {
      guard let bytes = try PrivateFile.read(path, atMost: FileCredentialStore.largestSession) else { return nil }
      let plain = try SealedFile.plain(bytes, with: protection, path: path)
      return try Self.decoder.decode(KeptSession.self, from: Data(plain))
    } catch let error as VaultError where error.code == .isEncrypted {
      throw error
    } catch {
      try? saveSession(nil, of: id)
      return nil
    }
  }

  /// Stores the session of an account, or forgets it. Survives the end of the process.
  ///
  /// - Throws: ``VaultError``.
  public func saveSession(_ session: KeptSession?, of id: String) throws {
    guard AccountIdentifier.isWellFormed(id) else { return }
    guard let session else {
      guard try PrivateFile.checkDirectory(sessionsDirectory) else { return }
      _ = try PrivateFile.remove("\(id).json", in: sessionsDirectory, surviving: .process)
      return
    }
    let bytes = try sealed(Self.encode(session))
    try PrivateFile.makeDirectory(sessionsDirectory)
    try PrivateFile.write(bytes, to: "\(id).json", in: sessionsDirectory, surviving: .process) {
      reaching($0, .session(session))
    }
  }

  /// Runs `body` while nobody else on this machine holds the lock of that name.
  ///
  /// - Throws: ``VaultError``; what `body` throws.
  public func withLock<Result: Sendable>(
    on name: String,
    deadline: Duration,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    try PrivateFile.makeDirectory(locksDirectory)
    let lock = try await FileLock.acquire(
      FileCredentialStore.fileName(name),
      in: locksDirectory,
      deadline: deadline
    )
    let result = try await body()
    _ = consume lock
    return result
  }

  /// The state of a request budget.
  ///
  /// - Throws: ``VaultError``.
  public func budgetState(for name: String) throws -> [UInt8]? {
    guard try PrivateFile.checkDirectory(budgetsDirectory) else { return nil }
    return try PrivateFile.read("\(budgetsDirectory)/\(FileCredentialStore.fileName(name))")
  }

  /// Stores the state of a request budget.
  ///
  /// - Throws: ``VaultError``.
  public func saveBudgetState(
    _ bytes: [UInt8],
    for name: String,
    surviving durability: WriteDurability
  ) throws {
    try PrivateFile.makeDirectory(budgetsDirectory)
    try PrivateFile.write(
      bytes,
      to: FileCredentialStore.fileName(name),
      in: budgetsDirectory,
      surviving: durability
    )
  }

  /// A name as one component of a path, whatever it holds.
  static func fileName(_ name: String) -> String {
    let safe = name.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
        ? String(scalar) : "_\(String(scalar.value, radix: 16))_"
    }.joined()
    return "n-" + safe.prefix(200)
  }
}
