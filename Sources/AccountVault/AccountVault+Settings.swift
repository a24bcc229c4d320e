import Foundation

extension AccountVault {
  private static let settingsName = "limits"
  private static let defaultAccountName = "defaultAccount"

  /// What was set in this vault, by name. What cannot be read counts as nothing.
  func settings() async throws -> [String: String] {
    guard let bytes = try await store.budgetState(for: AccountVault.settingsName) else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
  }

  /// Sets something; nil takes it back.
  func set(_ name: String, to text: String?) async throws {
    try await store.withLock(on: "budget limits", deadline: .seconds(20)) {
      var settings = try await settings()
      settings[name] = text
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try await store.saveBudgetState(
        Array(encoder.encode(settings)),
        for: AccountVault.settingsName,
        surviving: .powerCut
      )
    }
  }

  /// The account that is meant when none is named; nil when none was chosen, or when it is no longer stored.
  ///
  /// - Throws: ``VaultError``.
  public func defaultAccount() async throws -> StoredAccount? {
    guard let id = try await settings()[AccountVault.defaultAccountName] else { return nil }
    return try await store.account(id: id)
  }

  /// Chooses the account that is meant when none is named; nil chooses none.
  ///
  /// - Throws: ``VaultError`` with code `notFound`.
  public func setDefaultAccount(_ id: String?) async throws {
    if let id, try await store.account(id: id) == nil {
      throw VaultError(.notFound, "no account has the id '\(id)'", path: id)
    }
    try await set(AccountVault.defaultAccountName, to: id)
  }
}
