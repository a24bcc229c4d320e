import AccountVault
import Pronote
import PronoteWire

/// The request budgets, as the tool sets and shows them.
enum Budgets {
  /// Sets limits, written `name=value`; the value `standard` puts one back.
  static func set(_ settings: [String], in vault: AccountVault) async throws {
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw CommandFailure.usage("write --set NAME=VALUE, not '\(setting)'") }
      try await vault.setBudgetLimit(parts[0], to: parts[1] == "standard" ? nil : parts[1])
    }
  }

  /// Prints what is used, and what is allowed.
  static func show(_ accounts: [StoredAccount], in vault: AccountVault, _ console: Console) async throws {
    let limits = try await vault.budgetLimits()
    let hosts = Set(accounts.compactMap { try? School(url: $0.details.school).host }).sorted()
    let reports = try await vault.budgetReports(hosts: hosts, accounts: accounts)
    let values = BudgetLimits.names.map { ($0, limits.text(of: $0) ?? "") }
    guard !console.isJSON else {
      return try console.print([
        "budgets": .array(reports.map(json)),
        "limits": .object(values.map { .init($0.0, .string($0.1)) }),
      ])
    }
    var table = TextTable([
      .init("Budget"), .init("In a row"), .init("Hour"), .init("Day"), .init("Logins"), .init("Failed"),
      .init("On hold until"),
    ])
    table.rows = reports.map { report in
      let limits = report.limits
      return [
        StyledText(report.name, .bold), StyledText("\(report.inRow) of \(Int(limits.burst))"),
        StyledText("\(report.requestsOfHour) of \(perHour(limits))"),
        StyledText("\(report.requests) of \(limits.perDay)"), StyledText("\(report.logins) of \(limits.loginsPerDay)"),
        StyledText("\(report.failedLogins) of \(limits.failedLoginsPerDay)"),
        StyledText(report.holdUntil.map { "\($0.clockTime): \(report.holdReason ?? "")" } ?? "-"),
      ]
    }
    var lines = reports.isEmpty ? [] : [table.heading(in: console.output)] + table.lines(in: console.output) + [""]
    lines.append("Limits: " + values.map { "\($0)=\($1)" }.joined(separator: " "))
    let changed = values.filter { $0.1 != BudgetLimits.standard.text(of: $0.0) }.map(\.0)
    if !changed.isEmpty { lines.append("Not the standard: " + changed.joined(separator: ", ")) }
    try console.print(lines)
  }

  /// The most that can be sent in an hour: the burst, and what the hour gives back meanwhile.
  private static func perHour(_ limits: BudgetLimits) -> Int { Int(limits.burst + limits.perHour) }

  private static func json(_ report: BudgetReport) -> JSONValue {
    [
      "name": .string(report.name),
      "inRow": .integer(report.inRow),
      "burst": .integer(Int(report.limits.burst)),
      "requestsOfHour": .integer(report.requestsOfHour),
      "requestsPerHour": .integer(perHour(report.limits)),
      "requests": .integer(report.requests),
      "requestsPerDay": .integer(report.limits.perDay),
      "logins": .integer(report.logins),
      "loginsPerDay": .integer(report.limits.loginsPerDay),
      "failedLogins": .integer(report.failedLogins),
      "failedLoginsPerDay": .integer(report.limits.failedLoginsPerDay),
      "holdUntil": .string(orNull: report.holdUntil?.iso8601),
      "holdReason": .string(orNull: report.holdReason),
    ]
  }
}
