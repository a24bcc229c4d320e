import AccountVault
import Foundation
import Testing
import WebSession

@Suite struct `Secret records` {
  private static func records(_ protection: VaultProtection = .none) -> SecretRecords {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
    return SecretRecords(directory: folder.path, protection: protection)
  }

  @Test func `are kept by name, whatever is in it, and only their owner can read them`() throws {
    let records = Self.records()
    defer { try? FileManager.default.removeItem(atPath: records.directory) }
    #expect(try records.record("lou http://127.0.0.1/") == nil)
    #expect(try records.all().isEmpty)
    try records.save([1, 2], for: "lou http://127.0.0.1/")
    try records.save([3], for: "../lou")
    #expect(try records.record("lou http://127.0.0.1/") == [1, 2])
    #expect(Set(try records.all()) == [[1, 2], [3]])
    for file in try FileManager.default.contentsOfDirectory(atPath: records.directory) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(records.directory)/\(file)")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(try records.remove("../lou") && !records.remove("../lou"))
    #expect(try records.all() == [[1, 2]])
  }

  @Test func `are sealed as the accounts are`() throws {
    let records = Self.records(.key(Secret([UInt8](repeating: 7, count: 32))))
    defer { try? FileManager.default.removeItem(atPath: records.directory) }
    try records.save(Array("hidden".utf8), for: "a")
    let files = try FileManager.default.contentsOfDirectory(atPath: records.directory)
    let raw = try Data(contentsOf: URL(fileURLWithPath: "\(records.directory)/\(files[0])"))
    #expect(raw.range(of: Data("hidden".utf8)) == nil)
    #expect(try records.record("a") == Array("hidden".utf8))
    let other = SecretRecords(directory: records.directory, protection: .key(Secret([UInt8](repeating: 8, count: 32))))
    #expect(throws: VaultError.self) { try other.record("a") }
    let none = SecretRecords(directory: records.directory)
    #expect(throws: VaultError.self) { try none.all() }
  }
}
