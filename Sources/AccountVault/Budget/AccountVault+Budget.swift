import Foundation

extension AccountVault {
  private static let limitsName = "limits"

  /// The limits of all budgets of this vault: the standard ones, with what was set.
  ///
  /// A setting that cannot be read, or that a later version knows, stays at its standard.
  ///
  /// - Throws: ``VaultError``.
  public func budgetLimits() async throws -> BudgetLimits {
    var limits = BudgetLimits.standard
    for (name, text) in try await limitSettings() { try? limits.set(name, to: text) }
    return limits
  }

  /// Sets a limit for all budgets of this vault; nil puts it back to its standard.
  ///
  /// - Throws: ``VaultError``: `badSetting` as ``BudgetLimits/set(_:to:)``.
  public func setBudgetLimit(_ name: String, to text: String?) async throws {
    var limits = BudgetLimits.standard
    try limits.set(name, to: text ?? limits.text(of: name) ?? "")
    try await store.withLock(on: "budget limits", deadline: .seconds(20)) {
      var settings = try await limitSettings()
      settings[name] = text
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try await store.saveBudgetState(Array(encoder.encode(settings)), for: AccountVault.limitsName)
    }
  }

  private func limitSettings() async throws -> [String: String] {
    guard let bytes = try await store.budgetState(for: AccountVault.limitsName) else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
  }
}
