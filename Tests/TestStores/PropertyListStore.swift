package import AccountVault
import Foundation

/// A store written with the public interface alone: property lists in a folder, and the locks of `FileCredentialStore` beside
/// them.
package struct PropertyListStore: CredentialStore {
  private let path: String
  private let locks: FileCredentialStore

  /// The store in a folder, which is made if there is none.
  package init(path: String) throws {
    self.path = path
    locks = FileCredentialStore(directory: path + "/locks")
    try FileManager.default.createDirectory(
      atPath: path,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
  }

  private func write(_ bytes: Data, _ name: String, surviving durability: WriteDurability) throws {
    let (new, file) = ("\(path)/.\(name)", "\(path)/\(name)")
    try bytes.write(to: URL(fileURLWithPath: new))
    if durability == .powerCut {
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: new))
      try handle.synchronize()
      try handle.close()
    }
    guard rename(new, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  private func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value? {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)") else { return nil }
    return try PropertyListDecoder().decode(type, from: bytes)
  }

  private func encode(_ value: some Encodable) throws -> Data {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    return try encoder.encode(value)
  }

  package func accounts() throws -> [StoredAccount] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasPrefix("account-") }
      .compactMap { try read(StoredAccount.self, $0) }
      .sorted { $0.created < $1.created }
  }

  package func account(id: String) throws -> StoredAccount? { try read(StoredAccount.self, "account-\(id)") }

  package func save(_ account: StoredAccount) throws {
    try write(encode(account), "account-\(account.id)", surviving: .powerCut)
  }

  package func remove(id: String) throws -> Bool {
    try saveSession(nil, of: id)
    return unlink("\(path)/account-\(id)") == 0
  }

  package func session(of id: String) -> KeptSession? { try? read(KeptSession.self, "session-\(id)") }

  package func saveSession(_ session: KeptSession?, of id: String) throws {
    guard let session else {
      unlink("\(path)/session-\(id)")
      return
    }
    try write(encode(session), "session-\(id)", surviving: .process)
  }

  package func withLock<Result: Sendable>(
    on name: String,
    deadline: Duration,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    try await locks.withLock(on: name, deadline: deadline, body)
  }

  package func budgetState(for name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(file(name))").map { Array($0) }
  }

  package func saveBudgetState(_ bytes: [UInt8], for name: String, surviving durability: WriteDurability) throws {
    try write(Data(bytes), file(name), surviving: durability)
  }

  private func file(_ name: String) -> String {
    "budget-" + Data(name.utf8).base64EncodedString().replacing("/", with: "_")
  }
}
