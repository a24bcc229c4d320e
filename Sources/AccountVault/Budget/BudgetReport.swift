public import Foundation

/// What of a budget is used.
public struct BudgetReport: Sendable, Hashable {
  /// Whose budget it is: `host x` or `account y`.
  public var name: String
  /// What it allows.
  public var limits: BudgetLimits
  /// The requests in a row that are used up, of ``BudgetLimits/burst``.
  public var inRow: Int
  /// The requests of the last hour, to ten minutes.
  public var requestsOfHour: Int
  /// The requests of the last 24 hours.
  public var requests: Int
  /// The logins of the last 24 hours.
  public var logins: Int
  /// The failed ones among them.
  public var failedLogins: Int
  /// Until when everything waits; nil when nothing does.
  public var holdUntil: Date?
  /// Why.
  public var holdReason: String?
}
