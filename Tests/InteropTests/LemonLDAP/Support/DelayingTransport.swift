import WebSession

/// A transport that is slow with what is posted.
struct DelayingTransport: Transport {
  let transport: any Transport
  let delay: Duration

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    if request.method == .post { try await Task.sleep(for: delay) }
    return try await transport.send(request, limits: limits)
  }
}
