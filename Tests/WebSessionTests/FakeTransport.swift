import Synchronization
import WebSession

/// A transport that answers from a closure and remembers what it was asked.
final class FakeTransport: Transport {
  private let answer: @Sendable (WebRequest) throws -> WebResponse
  private let log = Mutex<[(request: WebRequest, limits: WebLimits)]>([])

  init(_ answer: @escaping @Sendable (WebRequest) throws -> WebResponse) {
    self.answer = answer
  }

  /// Answers by path: status and header fields. Everything else is a 200 without fields.
  convenience init(_ pages: [String: (status: Int, headers: [(name: String, value: String)])]) {
    self.init { request in
      let page = pages[request.address.description] ?? pages[request.address.path] ?? (200, [])
      return WebResponse(status: page.status, headers: page.headers, address: request.address)
    }
  }

  var requests: [WebRequest] { log.withLock { $0.map(\.request) } }

  var limits: [WebLimits] { log.withLock { $0.map(\.limits) } }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    log.withLock { $0.append((request, limits)) }
    return try answer(request)
  }
}

/// An address that is known to be one.
func address(_ text: String) -> WebAddress {
  WebAddress(text)!
}
