import AccountVault
import Foundation
import LemonLDAP
import WebSession

/// The portals that a vault knows.
struct PortalRecords: Sendable {
  private let files: SecretRecords

  init(_ files: SecretRecords) {
    self.files = files
  }

  /// What is known of a user at a portal.
  ///
  /// - Throws: `VaultError`.
  func record(_ portal: LemonLDAPPortal, _ username: String) throws -> PortalRecord {
    let name = PortalRecords.name(portal.address.description, username)
    return try files.record(name).map(decode) ?? PortalRecord(portal: portal.address.description, username: username)
  }

  /// The users who have a session at a portal.
  ///
  /// - Throws: `VaultError`.
  func sessions(at portal: LemonLDAPPortal) throws -> [PortalRecord] {
    try files.all().map(decode).filter { $0.portal == portal.address.description && $0.session != nil }
  }

  /// Stores what is known, or forgets the user when nothing is.
  ///
  /// - Throws: `VaultError`.
  func save(_ record: PortalRecord) throws {
    let name = PortalRecords.name(record.portal, record.username)
    guard !record.isEmpty else {
      try files.remove(name)
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try files.save(Array(encoder.encode(record)), for: name)
  }

  private func decode(_ bytes: [UInt8]) throws -> PortalRecord {
    do {
      return try JSONDecoder().decode(PortalRecord.self, from: Data(bytes))
    } catch {
      throw VaultError(.damaged, "\(files.directory) holds a file that is no portal's", path: files.directory)
    }
  }

  private static func name(_ portal: String, _ username: String) -> String { "\(username) \(portal)" }
}
