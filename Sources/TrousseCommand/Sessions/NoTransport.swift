import WebSession

/// The transport of commands that send nothing.
struct NoTransport: Transport {
  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    throw WebError(.unreachable, "nothing is sent", host: request.address.host, mayHaveReachedServer: false)
  }
}
