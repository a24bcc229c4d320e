import Synchronization
import WebSession

/// A transport that says before and after each request how far a login is.
///
/// Requests are numbered from the session page, which is the first; one that is posted again keeps its number.
struct TracedTransport: Transport {
  final class Counter: Sendable {
    private let last = Mutex((number: 0, path: ""))

    func number(of request: WebRequest) -> Int {
      last.withLock { last in
        if request.method == .get { last.number = 0 }
        if request.method == .get || request.address.path != last.path { last.number += 1 }
        last.path = request.address.path
        return last.number
      }
    }
  }

  let base: any Transport
  let trace: Trace
  private let counter = Counter()

  init(base: any Transport, trace: Trace) {
    self.base = base
    self.trace = trace
  }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let number = counter.number(of: request)
    trace.reach("request\(number).before")
    do {
      let response = try await base.send(request, limits: limits)
      trace.reach("request\(number).after")
      return response
    } catch {
      trace.reach("request\(number).failed")
      throw error
    }
  }
}
