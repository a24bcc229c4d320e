import AccountVault
import Foundation
import Pronote
import PronoteWire

/// The request budgets of the tool: one for each host and one for each account.
enum Budgets {
  /// The budgets that requests to a school for an account have to pass.
  static func of(
    _ school: School,
    account: String?,
    in vault: AccountVault,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> [RequestBudget] {
    var limits = BudgetLimits.standard
    limits.appliesToLoopback = environment["TROUSSE_BUDGET_ON_LOOPBACK"] == "1"
    return (["host " + school.host] + (account.map { ["account " + $0] } ?? []))
      .map { RequestBudget(name: $0, limits: limits, store: vault.store) }
  }

  /// Prints what is used.
  static func show(_ accounts: [StoredAccount], in vault: AccountVault, _ console: Console) async throws {
    let hosts = Set(accounts.compactMap { try? School(url: $0.details.school).host }).sorted()
    let names = hosts.map { "host " + $0 } + accounts.map { "account " + $0.id }
    var reports: [BudgetReport] = []
    for name in names { reports.append(try await RequestBudget(name: name, store: vault.store).report()) }
    guard !console.isJSON else {
      return try console.print(["budgets": .array(reports.map(json))])
    }
    var table = TextTable([
      .init("Budget"), .init("Requests"), .init("Logins"), .init("Failed"), .init("On hold until"),
    ])
    table.rows = reports.map { report in
      [
        StyledText(report.name, .bold), StyledText("\(report.requests) of \(report.limits.perDay)"),
        StyledText("\(report.logins) of \(report.limits.loginsPerDay)"),
        StyledText("\(report.failedLogins) of \(report.limits.failedLoginsPerDay)"),
        StyledText(report.holdUntil.map { "\($0.iso8601): \(report.holdReason ?? "")" } ?? "-"),
      ]
    }
    try console.print([table.heading(in: console.output)] + table.lines(in: console.output))
  }

  private static func json(_ report: BudgetReport) -> JSONValue {
    [
      "name": .string(report.name),
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
