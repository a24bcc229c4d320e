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
    try await gate.admit(request.address)
    do {
      let response = try await base.send(request, limits: limits)
      // RFC 6585 4: the web server in front says it, too.
      if response.status == 429 {
        try await gate.noteRateLimit(at: request.address)
      } else {
        try await gate.noteAnswer(from: request.address)
      }
      return response
    } catch let error as WebError {
      if [.unreachable, .timedOut, .connectionLost, .tlsFailure].contains(error.code) {
        try await gate.noteTrouble(at: request.address)
      }
      throw error
    }
  }
}
