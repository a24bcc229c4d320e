public import WebSession

/// A transport that sends nothing which a gate does not let pass.
public struct BudgetedTransport: Transport {
  private let base: any Transport
  private let gate: RequestGate

  /// A transport in front of another one.
  public init(_ base: any Transport, gate: RequestGate) {
    self.base = base
    self.gate = gate
  }

  /// Waits for its turn, then sends.
  ///
  /// - Throws: ``BudgetError``, and what the transport below throws.
  public func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let hadTrouble = try await gate.admit(request.address)
    do {
      let response = try await base.send(request, limits: limits)
      // RFC 6585 4: the web server in front says it, too.
      if response.status == 429 {
        try await gate.note(request.address) { try await $0.noteRateLimit() }
      } else if hadTrouble {
        try await gate.note(request.address) { try await $0.noteAnswer() }
      }
      return response
    } catch let error as WebError {
      if [.unreachable, .timedOut, .connectionLost, .tlsFailure].contains(error.code) {
        try await gate.note(request.address) { try await $0.noteTrouble() }
      }
      throw error
    }
  }
}
