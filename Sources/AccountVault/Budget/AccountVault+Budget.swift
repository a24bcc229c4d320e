import Crypto
public import Foundation

extension AccountVault {
  /// The limits of all budgets of this vault: the standard ones, with what was set.
  ///
  /// A setting that cannot be read, or that a later version knows, stays at its standard.
  ///
  /// - Throws: ``VaultError``.
  public func budgetLimits() async throws -> BudgetLimits {
    var limits = BudgetLimits.standard
    for (name, text) in try await settings() { try? limits.set(name, to: text) }
    return limits
  }

  /// Sets a limit for all budgets of this vault; nil puts it back to its standard. Holds at once, for running programs with
  /// their next gate.
  ///
  /// - Throws: ``VaultError``: `badSetting` as ``BudgetLimits/set(_:to:)``.
  public func setBudgetLimit(_ name: String, to text: String?) async throws {
    var limits = BudgetLimits.standard
    try limits.set(name, to: text ?? limits.text(of: name) ?? "")
    try await set(name, to: text)
  }

  /// What requests to a host have to pass.
  ///
  /// - Parameters:
  ///   - host: the name of the host.
  ///   - account: the stored account that they are for; nil for requests about none.
  ///   - zone: the zone of the school, for requests about no account: it has a night as well.
  ///   - isUnattended: whether the program is unattended: its requests are spaced then, and it sends nothing at
  ///     night and in the school's holidays.
  /// - Throws: ``VaultError``.
  public func gate(
    to host: String,
    for account: StoredAccount? = nil,
    in zone: TimeZone? = nil,
    isUnattended: Bool = false
  ) async throws -> RequestGate {
    let limits = try await budgetLimits()
    let budgets = [budget(ofHost: host, limits)] + (account.map { [budget(of: $0.details, limits)] } ?? [])
    return RequestGate(
      budgets: budgets,
      limits: limits,
      account: account,
      zone: zone,
      isUnattended: isUnattended,
      clock: clock
    )
  }

  /// What a login has to pass for a user who is not stored yet: wrong passwords pause this user, not the host.
  ///
  /// - Parameter details: school, space and user name of the account that it is to become.
  package func gate(to host: String, login details: AccountDetails, isUnattended: Bool = false) async throws
    -> RequestGate
  {
    let limits = try await budgetLimits()
    return RequestGate(
      budgets: [budget(ofHost: host, limits), budget(of: details, limits)],
      limits: limits,
      account: nil,
      zone: TimeZone(identifier: details.timeZone),
      isUnattended: isUnattended,
      clock: clock
    )
  }

  private func budget(ofHost host: String, _ limits: BudgetLimits) -> RequestBudget {
    RequestBudget(name: "host " + host, host: host, limits: limits.ofHost, store: store, clock: clock)
  }

  /// The budget of an account: the same before it is stored and after, so that no typing error is forgiven by storing it.
  private func budget(of details: AccountDetails, _ limits: BudgetLimits) -> RequestBudget {
    // No file is named after a person.
    let identity = [details.space, details.username.lowercased(), details.place].joined(separator: "\n")
    let name = SHA256.hash(data: Data(identity.utf8)).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return RequestBudget(name: "account " + name.joined(), limits: limits, store: store, clock: clock)
  }

  /// What is used of the budgets of hosts and accounts. Changes nothing.
  ///
  /// - Throws: ``VaultError``.
  public func budgetReports(hosts: [String], accounts: [StoredAccount]) async throws -> [BudgetReport] {
    let limits = try await budgetLimits()
    var reports: [BudgetReport] = []
    for host in hosts { reports.append(try await budget(ofHost: host, limits).report()) }
    for account in accounts {
      var report = try await budget(of: account.details, limits).report()
      report.name = "account " + account.id
      reports.append(report)
    }
    return reports
  }
}
