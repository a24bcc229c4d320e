/// What carries one request to a server and brings back the answer.
///
/// One exchange: a transport follows no redirects and keeps no cookies (``Browser`` does), and holds the limits that
/// it is given for the whole exchange, the last byte of the body included.
public protocol Transport: Sendable {
  /// Sends a request and returns the answer with its body, whatever its status.
  ///
  /// - Throws: ``WebError``, or `CancellationError` when the task was cancelled.
  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse
}
