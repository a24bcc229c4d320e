import Synchronization
import WebSession

/// A transport that counts what goes through it.
final class CountingTransport: Transport {
  private let transport: any Transport
  private let count = Atomic(0)

  init(_ transport: any Transport) {
    self.transport = transport
  }

  /// How many requests were sent.
  var requests: Int { count.load(ordering: .relaxed) }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    count.add(1, ordering: .relaxed)
    return try await transport.send(request, limits: limits)
  }
}
