import Foundation
import PronoteWire
import Testing
import TrousseCommand
import WebSession

@Suite struct `Stored accounts` {
  /// A directory of its own for each test, removed afterwards.
  private final class Vault {
    let path = NSTemporaryDirectory() + "/trousse-vault-\(UUID().uuidString)"
    var store: AccountStore { get throws { try AccountStore(directory: path) } }
    var accounts: String { path + "/accounts" }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let vault = Vault()

  private static func account(_ id: String, created: String = "2026-11-21T08:00:00+00:00") -> StoredAccount {
    StoredAccount(
      id: id,
      school: "https://school.example/pronote",
      schoolName: "Collège",
      space: "student",
      username: "zoe",
      password: Secret("Élève été 2026 ✓"),
      timeZone: "Europe/Paris",
      name: "DUPONT Zoé",
      students: ["DUPONT Zoé"],
      created: created
    )
  }

  private static func mode(_ path: String) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return (value as? NSNumber)?.intValue ?? -1
  }

  @Test func `come back as they were stored`() throws {
    try vault.store.save(Self.account("abcd2345"))
    let account = try #require(try vault.store.account(id: "abcd2345"))
    #expect(account.json == Self.account("abcd2345").json)
    #expect(account.password.reveal() == "Élève été 2026 ✓")
  }

  @Test func `can be read by their owner only`() throws {
    try vault.store.save(Self.account("abcd2345"))
    #expect(try Self.mode(vault.path) == 0o700)
    #expect(try Self.mode(vault.accounts) == 0o700)
    #expect(try Self.mode(vault.accounts + "/abcd2345.json") == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: vault.accounts) == ["abcd2345.json"])
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o620])
  func `are refused when others could read them`(mode: Int) throws {
    try vault.store.save(Self.account("abcd2345"))
    let file = vault.accounts + "/abcd2345.json"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    let error = #expect(throws: AccountStoreError.self) { try vault.store.accounts() }
    #expect(error?.code == .insecure)
  }

  @Test func `are refused in a directory that others can write to`() throws {
    try vault.store.save(Self.account("abcd2345"))
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: vault.accounts)
    let error = #expect(throws: AccountStoreError.self) { try vault.store.save(Self.account("efgh2345")) }
    #expect(error?.code == .insecure)
  }

  @Test func `are not read through symbolic links`() throws {
    try vault.store.save(Self.account("abcd2345"))
    let target = vault.path + "/elsewhere.json"
    try FileManager.default.moveItem(atPath: vault.accounts + "/abcd2345.json", toPath: target)
    try FileManager.default.createSymbolicLink(
      atPath: vault.accounts + "/abcd2345.json",
      withDestinationPath: target
    )
    let error = #expect(throws: AccountStoreError.self) { try vault.store.account(id: "abcd2345") }
    #expect(error?.code == .insecure)
  }

  @Test(arguments: ["", "{", "[]", #"{"id":"abcd2345"}"#])
  func `are reported when they are damaged`(contents: String) throws {
    try vault.store.save(Self.account("abcd2345"))
    try PrivateFile.write(Array(contents.utf8), to: "abcd2345.json", in: vault.accounts)
    let error = #expect(throws: AccountStoreError.self) { try vault.store.account(id: "abcd2345") }
    #expect(error?.code == .damaged)
  }

  @Test func `are replaced under the same id, and forgotten`() throws {
    try vault.store.save(Self.account("abcd2345"))
    var changed = Self.account("abcd2345")
    changed.name = "DUPONT Zoé-Lou"
    try vault.store.save(changed)
    #expect(try vault.store.accounts().map(\.name) == ["DUPONT Zoé-Lou"])
    #expect(try vault.store.remove(id: "abcd2345"))
    #expect(try !vault.store.remove(id: "abcd2345"))
    #expect(try vault.store.accounts().isEmpty)
  }

  @Test func `are used without being named when there is one`() throws {
    let none = #expect(throws: CommandFailure.self) { try vault.store.chosenAccount(nil) }
    #expect(none?.code == .noAccount)
    try vault.store.save(Self.account("efgh2345", created: "2026-11-22T08:00:00+00:00"))
    #expect(try vault.store.chosenAccount(nil).id == "efgh2345")
    try vault.store.save(Self.account("abcd2345"))
    let several = #expect(throws: CommandFailure.self) { try vault.store.chosenAccount(nil) }
    #expect(several?.code == .ambiguousAccount)
    #expect(several?.status == .usage)
    #expect(several?.message.contains("abcd2345 (DUPONT Zoé, student), efgh2345") == true)
    #expect(try vault.store.chosenAccount("abcd2345").id == "abcd2345")
  }

  @Test(arguments: ["../accounts/abcd2345", "abcd2345/", "", "ABCD2345", "a.b", String(repeating: "a", count: 33)])
  func `are not found under names that are no ids`(id: String) throws {
    try vault.store.save(Self.account("abcd2345"))
    #expect(try vault.store.account(id: id) == nil)
    #expect(try !vault.store.remove(id: id))
    #expect(throws: CommandFailure.self) { try vault.store.chosenAccount(id) }
  }

  @Test func `get short ids that are all different`() throws {
    let ids = try (0..<200).map { _ in try vault.store.makeIdentifier() }
    #expect(Set(ids).count == 200)
    #expect(ids.allSatisfy { $0.utf8.count == 8 && AccountIdentifier.isWellFormed($0) })
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/state", "HOME": "/home/zoe"], "/state/trousse"),
    (["XDG_STATE_HOME": "relative", "HOME": "/home/zoe"], "/home/zoe/.local/state/trousse"),
    (["XDG_STATE_HOME": "", "HOME": "/home/zoe"], "/home/zoe/.local/state/trousse"),
  ])
  func `stand in the usual place`(environment: [String: String], directory: String) throws {
    #expect(try AccountStore(directory: nil, environment: environment).directory == directory)
    #expect(try AccountStore(directory: "/other", environment: environment).directory == "/other")
  }

  @Test func `never show the password in JSON`() {
    #expect(!Self.account("abcd2345").json.text().contains("2026 ✓"))
    #expect(!Self.account("abcd2345").loginJSON.text().contains("2026 ✓"))
  }
}
