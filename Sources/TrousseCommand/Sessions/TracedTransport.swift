import WebSession

/// A transport that tells every exchange on standard error: method, host, path, status, size and time.
///
/// Query strings are never told, and neither are parts of a path that could be an identifier or a ticket.
struct TracedTransport: Transport {
  private let base: any Transport
  private let console: Console

  init(_ base: any Transport, console: Console) {
    self.base = base
    self.console = console
  }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let clock = ContinuousClock()
    let start = clock.now
    let place = "\(request.method.rawValue) \(request.address.host)\(TracedPath.text(request.address.path))"
    do {
      let response = try await base.send(request, limits: limits)
      let time = (clock.now - start) / .milliseconds(1)
      console.trace("\(place): \(response.status), \(response.body.count) bytes, \(Int(time)) ms")
      return response
    } catch {
      console.trace("\(place): no answer after \(Int((clock.now - start) / .milliseconds(1))) ms")
      throw error
    }
  }
}
