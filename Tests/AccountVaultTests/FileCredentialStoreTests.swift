import AccountVault
import Foundation
import TestProcesses
import SchoolTesting
import Testing
import TestStores
import WebSession

/// A directory of its own for a test, removed afterwards.
final class TestDirectory: Sendable {
  let path = NSTemporaryDirectory() + "/trousse-vault-\(UUID().uuidString)"
  var accounts: String { path + "/accounts" }
  func store(_ protection: VaultProtection = .none) -> FileCredentialStore {
    FileCredentialStore(directory: path, protection: protection)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func account(_ id: String = "abcd2345", created: Double = 1000) -> StoredAccount {
    StoredAccount(
      id: id,
      details: AccountDetails(
        school: "https://school.example/pronote",
        schoolName: "Collège",
        space: "student",
        username: "zoe-\(id)",
        timeZone: "Europe/Paris",
        name: "DUPONT Zoé",
        students: ["DUPONT Zoé"]
      ),
      created: Date(timeIntervalSince1970: created),
      deviceID: "a-device",
      token: Secret("TOKEN-MARK-é")
    )
  }
}

/// Who had a lock, in this order.
private actor Turns {
  private(set) var names: [String] = []
  func add(_ name: String) { names.append(name) }
}

@Suite struct `A directory of accounts` {
  private let directory = TestDirectory()

  private static func mode(_ path: String) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return (value as? NSNumber)?.intValue ?? -1
  }

  private func code(_ body: () throws -> Void) -> VaultError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? VaultError)?.code
    }
  }

  @Test func `keeps every promise of a store`() async throws {
    try await CredentialStoreConformance { TestDirectory().store() }.check()
    try await CredentialStoreConformance { InMemoryCredentialStore() }.check()
    let key = VaultProtection.key(Secret([UInt8](repeating: 7, count: 32)))
    try await CredentialStoreConformance { TestDirectory().store(key) }.check()
  }

  @Test func `is not the only store: one with nothing but what is public keeps every promise, too`() async throws {
    let directories = (0..<5).map { _ in TestDirectory() }
    let turns = Turns()
    try await CredentialStoreConformance {
      await turns.add("")
      return try PropertyListStore(path: directories[await turns.names.count - 1].path)
    }.check()
  }

  @Test func `keeps sessions as it keeps accounts: for its owner, sealed, and apart`() async throws {
    let key = VaultProtection.key(Secret([UInt8](repeating: 7, count: 32)))
    let session = KeptSession(
      login: 1,
      opened: Date(),
      used: Date(),
      state: Secret(Array("STATE-MARK".utf8) + [UInt8](repeating: 0, count: 3 << 20)),
      directory: Secret(Array("DIRECTORY-MARK".utf8))
    )
    let file = directory.path + "/sessions/abcd2345.json"
    for protection in [.none, key, .passphrase(Secret("été"))] {
      try directory.store(protection).saveSession(session, of: "abcd2345")
      #expect(try Self.mode(directory.path + "/sessions") == 0o700 && Self.mode(file) == 0o600)
      let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
      let isSealed = if case .none = protection { false } else { true }
      #expect(text.contains(Data("STATE-MAR".utf8).base64EncodedString()) != isSealed)
      #expect(try directory.store(protection).session(of: "abcd2345")?.state == session.state)
    }
    // A session under another key, one that is damaged, and one that others can read are dropped: they can be had again.
    #expect(code { _ = try directory.store().session(of: "abcd2345") } == .isEncrypted)
    #expect(try directory.store(key).session(of: "abcd2345") == nil)
    for damage in [Data("{".utf8), Data(), Data(repeating: 65, count: (64 << 20) + 1)] {
      try directory.store().saveSession(session, of: "abcd2345")
      try damage.write(to: URL(fileURLWithPath: file))
      #expect(try directory.store().session(of: "abcd2345") == nil)
    }
    try directory.store().saveSession(session, of: "abcd2345")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(try directory.store().session(of: "abcd2345") == nil)
    #expect(!FileManager.default.fileExists(atPath: file))
    try directory.store().saveSession(session, of: "../abcd2345")
    #expect(!FileManager.default.fileExists(atPath: directory.path + "/abcd2345.json"))
  }

  @Test func `gives its lock to who waits before it gives it to who had it`() async throws {
    let store = directory.store()
    let turns = Turns()
    func take(_ name: String) async throws {
      for _ in 0..<20 {
        try await store.withLock(on: "abcd2345", deadline: .seconds(30)) {
          await turns.add(name)
          try await Task.sleep(for: .milliseconds(12))
        }
      }
    }
    async let one: Void = take("one")
    async let other: Void = take("other")
    _ = try await (one, other)
    let order = await turns.names
    #expect(zip(order, order.dropFirst()).count { $0 != $1 } > 20, "\(order)")
  }

  @Test func `can be read by its owner only`() throws {
    try directory.store().save(TestDirectory.account())
    #expect(try Self.mode(directory.path) == 0o700)
    #expect(try Self.mode(directory.accounts) == 0o700)
    #expect(try Self.mode(directory.accounts + "/abcd2345.json") == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.accounts) == ["abcd2345.json"])
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o620])
  func `is refused when others could read it`(mode: Int) throws {
    try directory.store().save(TestDirectory.account())
    let file = directory.accounts + "/abcd2345.json"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    #expect(code { _ = try directory.store().accounts() } == .insecure)
  }

  @Test func `is refused when others can write to it`() throws {
    try directory.store().save(TestDirectory.account())
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: directory.accounts)
    #expect(code { try directory.store().save(TestDirectory.account("efgh2345")) } == .insecure)
  }

  @Test func `is not read through symbolic links`() throws {
    try directory.store().save(TestDirectory.account())
    let (file, target) = (directory.accounts + "/abcd2345.json", directory.path + "/elsewhere.json")
    try FileManager.default.moveItem(atPath: file, toPath: target)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
    #expect(code { _ = try directory.store().account(id: "abcd2345") } == .insecure)
  }

  @Test(arguments: ["", "{", "[]", #"{"id":"abcd2345"}"#, #"{"version":99,"id":"abcd2345"}"#])
  func `is reported when it is damaged or too new`(contents: String) throws {
    try directory.store().save(TestDirectory.account())
    let file = directory.accounts + "/abcd2345.json"
    try Data(contents.utf8).write(to: URL(fileURLWithPath: file))
    let found = code { _ = try directory.store().account(id: "abcd2345") }
    #expect(found == (contents.contains("99") ? .newerFormat : .damaged))
  }

  @Test(arguments: ["../accounts/abcd2345", "abcd2345/", "", "ABCD2345", "a.b", String(repeating: "a", count: 33)])
  func `has no account under names that are no ids`(id: String) throws {
    try directory.store().save(TestDirectory.account())
    #expect(try directory.store().account(id: id) == nil)
    #expect(try !directory.store().remove(id: id))
  }

  @Test func `is encrypted with a key or a passphrase`() throws {
    let key = VaultProtection.key(Secret([UInt8](repeating: 7, count: 32)))
    for protection in [key, .passphrase(Secret("été"))] {
      try directory.store(protection).save(TestDirectory.account())
      let file = URL(fileURLWithPath: directory.accounts + "/abcd2345.json")
      let bytes = try Data(contentsOf: file)
      #expect(bytes.firstRange(of: Data("TOKEN-MARK".utf8)) == nil && bytes.firstRange(of: Data("zoe".utf8)) == nil)
      #expect(try directory.store(protection).account(id: "abcd2345")?.token.reveal() == "TOKEN-MARK-é")
      #expect(code { _ = try directory.store().accounts() } == .isEncrypted)
      #expect(code { _ = try directory.store(.passphrase(Secret("ete"))).accounts() } == .cannotDecrypt)
      // Any altered byte: the magic number excepted, without which it is no encrypted file.
      for index in [5, 6, 21, 22, 40, bytes.count - 1] {
        var altered = bytes
        altered[index] ^= index == 5 ? 1 : 0x40
        try altered.write(to: file)
        #expect(code { _ = try directory.store(protection).accounts() } == .cannotDecrypt, "byte \(index)")
      }
    }
  }

  @Test func `is locked against other processes`() async throws {
    let store = directory.store()
    try await store.withLock(on: "abcd2345", deadline: .seconds(5)) {
      let other = Process()
      other.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
      other.arguments = ["--nonblock", directory.path + "/locks/n-abcd2345", "true"]
      try other.runExclusively()
      other.waitUntilExit()
      #expect(other.terminationStatus == 1, "the lock is held")
    }
    let other = Process()
    other.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    other.arguments = ["--nonblock", directory.path + "/locks/n-abcd2345", "true"]
    try other.runExclusively()
    other.waitUntilExit()
    #expect(other.terminationStatus == 0, "the lock is free")
  }

  @Test func `shows no token when it is printed`() {
    var text = ""
    dump(TestDirectory.account(), to: &text)
    #expect(!text.contains("TOKEN-MARK") && !"\(TestDirectory.account())".contains("TOKEN-MARK"))
  }
}
