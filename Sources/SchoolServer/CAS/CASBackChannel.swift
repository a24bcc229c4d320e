import Foundation
import WebSession

/// What the CAS issuer says to services by itself, without their users' browsers.
struct CASBackChannel: Sendable {
  /// How long a service has for its answer. A user may be waiting.
  private static let limits = WebLimits(deadline: .seconds(2), maximumBodyBytes: 64 << 10)
  /// How long a user waits for all of them.
  private static let patience = Duration.seconds(3)
  /// How many services are spoken to at a time.
  private static let width = 16

  let transport: any Transport

  /// Delivers a proxy-granting ticket to a service.
  ///
  /// - Returns: whether the service took it. Redirects are not followed.
  func deliver(_ ticket: String, iou: String, to callback: WebAddress) async -> Bool {
    let address = callback.appending(query: [("pgtIou", iou), ("pgtId", ticket)])
    guard let response = try? await transport.send(.get(address), limits: CASBackChannel.limits) else { return false }
    return (200...299).contains(response.status)
  }

  /// Tells services that a session is over. What they answer, and whether they do, is their own affair.
  ///
  /// Returns when all were told, or when the user has waited long enough; the others are told all the same.
  func end(_ visits: [CASVisit], now: Date) async {
    guard !visits.isEmpty else { return }
    let told = AsyncStream<Never>.makeStream()
    Task {
      await tell(visits, now: now)
      told.continuation.finish()
    }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in told.stream {} }
      group.addTask { try? await Task.sleep(for: CASBackChannel.patience) }
      await group.next()
      group.cancelAll()
    }
  }

  private func tell(_ visits: [CASVisit], now: Date) async {
    await withTaskGroup(of: Void.self) { group in
      for (index, visit) in visits.enumerated() {
        if index >= CASBackChannel.width { await group.next() }
        group.addTask { await end(visit, now: now) }
      }
    }
  }

  private func end(_ visit: CASVisit, now: Date) async {
    guard let address = CASServices.address(visit.service) else { return }
    let form = [(name: "logoutRequest", value: CASLogoutRequest(ticket: visit.ticket, now: now).xml)]
    _ = try? await transport.send(.post(address, form: form), limits: CASBackChannel.limits)
  }
}
