import WebSession

/// A transport that keeps what is sent.
actor RecordingTransport: Transport {
  /// What was sent so far.
  private(set) var requests: [WebRequest] = []

  private let transport: any Transport

  init(_ transport: any Transport) {
    self.transport = transport
  }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    requests.append(request)
    return try await transport.send(request, limits: limits)
  }
}
