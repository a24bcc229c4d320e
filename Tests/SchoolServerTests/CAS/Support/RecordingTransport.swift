import Synchronization
import WebSession

/// Stands for all services at once: notes what they are sent, and answers.
final class RecordingTransport: Transport {
  private let requests = Mutex<[WebRequest]>([])
  private let answer: @Sendable (WebRequest) async throws -> Int

  /// - Parameter answer: the status of the answer to a request.
  init(answering answer: @escaping @Sendable (WebRequest) async throws -> Int = { _ in 200 }) {
    self.answer = answer
  }

  /// What was sent so far.
  var sent: [WebRequest] { requests.withLock { $0 } }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    requests.withLock { $0.append(request) }
    return WebResponse(status: try await answer(request), headers: [], body: [], address: request.address)
  }
}
