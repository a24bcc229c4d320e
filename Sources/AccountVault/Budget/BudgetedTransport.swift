import Foundation
public import WebSession

/// A transport that sends nothing which the budgets do not allow.
public struct BudgetedTransport: Transport {
  private let base: any Transport
  private let budgets: [RequestBudget]

  /// A transport in front of another one.
  public init(_ base: any Transport, budgets: [RequestBudget]) {
    self.base = base
    self.budgets = budgets
  }

  /// Waits for its turn in every budget, then sends.
  ///
  /// - Throws: ``BudgetError``, and what the transport below throws.
  public func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let charged = budgets.filter { !request.address.isLoopback || $0.limits.appliesToLoopback }
    for budget in charged { try await budget.admitRequest() }
    do {
      let response = try await base.send(request, limits: limits)
      // RFC 6585 4: the web server in front says it, too.
      if response.status == 429 { for budget in charged { try await budget.noteRateLimit() } }
      return response
    } catch let error as WebError {
      if [.unreachable, .timedOut, .connectionLost, .tlsFailure].contains(error.code) {
        for budget in charged { try await budget.noteTrouble() }
      }
      throw error
    }
  }
}
