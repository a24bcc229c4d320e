package import AccountVault
import Foundation
import WebSession

/// Where the accounts of the person who runs the tool are, and what opens them.
package struct VaultLocation: Sendable {
  /// The directory.
  package let directory: String

  /// `--vault`, `$XDG_STATE_HOME/trousse` or `~/.local/state/trousse`, the first that there is.
  ///
  /// - Throws: ``CommandFailure`` when there is no home directory to put them into.
  package init(directory: String?, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let directory {
      guard !directory.isEmpty else { throw CommandFailure.usage("--vault needs a directory") }
      self.directory = directory
    } else if let state = value("XDG_STATE_HOME"), state.hasPrefix("/") {
      self.directory = "\(state)/trousse"
    } else if let home = value("HOME") {
      self.directory = "\(home)/.local/state/trousse"
    } else {
      throw CommandFailure.usage("HOME is not set; say where accounts are with --vault")
    }
  }

  /// The vault. `TROUSSE_VAULT_KEY_FILE` (32 bytes) or `TROUSSE_VAULT_PASSPHRASE` encrypt it.
  package func vault(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> AccountVault {
    let protection = try VaultLocation.protection(environment)
    return AccountVault(store: FileCredentialStore(directory: directory, protection: protection))
  }

  /// What portals gave to keep, protected like the accounts.
  func portals(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> PortalRecords {
    let protection = try VaultLocation.protection(environment)
    return PortalRecords(SecretRecords(directory: "\(directory)/portals", protection: protection))
  }

  private static func protection(_ environment: [String: String]) throws -> VaultProtection {
    var protection = VaultProtection.none
    if let path = environment["TROUSSE_VAULT_KEY_FILE"], !path.isEmpty {
      let key = try InputFile.bytes(path, limit: 32)
      guard key.count == 32 else { throw CommandFailure.usage("TROUSSE_VAULT_KEY_FILE does not hold 32 bytes") }
      protection = .key(Secret(key))
    } else if let passphrase = environment["TROUSSE_VAULT_PASSPHRASE"], !passphrase.isEmpty {
      protection = .passphrase(Secret(passphrase))
    }
    return protection
  }
}

extension GlobalOptions {
  /// The vault that the options name.
  func openVault() throws -> AccountVault {
    try VaultLocation(directory: vault).vault()
  }

  /// The portals that the vault of these options knows.
  func openPortals() throws -> PortalRecords {
    try VaultLocation(directory: vault).portals()
  }
}
