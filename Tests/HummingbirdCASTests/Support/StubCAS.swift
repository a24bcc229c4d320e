import CAS
import Foundation
import Synchronization
import WebSession

/// A CAS server without a network: it issues tickets for a service, and validates each once, for exactly that service.
final class StubCAS: CASTransport {
  /// The server's address.
  static let address = "https://cas.example.org/cas"

  private struct Ticket: Sendable {
    var service: String
    var answer: String
  }

  private struct State: Sendable {
    var tickets: [String: Ticket] = [:]
    var requests: [WebRequest] = []
    var failure: WebError?
    var count = 0
    var whileValidating: (@Sendable () async throws -> Void)?
  }

  private let state = Mutex(State())

  /// All validations that were asked for, as fields of their queries.
  var validations: [[String: String]] {
    state.withLock { state in
      state.requests.map { request in
        let items = URLComponents(string: request.address.description)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
      }
    }
  }

  /// Every validation from now on ends with this error.
  func fail(with error: WebError?) {
    state.withLock { $0.failure = error }
  }

  /// Something that happens after the server has spent a ticket and before its answer arrives.
  func whileValidating(_ action: (@Sendable () async throws -> Void)?) {
    state.withLock { $0.whileValidating = action }
  }

  /// A ticket of a user for a service.
  func ticket(
    for service: String,
    user: String = "lou",
    attributes: [(String, String)] = [],
    iou: String? = nil,
    prefix: String = "ST-"
  ) -> String {
    let named = attributes.map { "<cas:\($0.0)>\(escape($0.1))</cas:\($0.0)>" }.joined()
    let block = attributes.isEmpty ? "" : "<cas:attributes>\(named)</cas:attributes>"
    let granting = iou.map { "<cas:proxyGrantingTicket>\($0)</cas:proxyGrantingTicket>" } ?? ""
    return state.withLock { state in
      state.count += 1
      let text = "\(prefix)\(state.count)-\(UUID().uuidString)"
      state.tickets[text] = Ticket(
        service: service,
        answer: success("<cas:user>\(escape(user))</cas:user>\(block)\(granting)")
      )
      return text
    }
  }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let items = URLComponents(string: request.address.description)?.queryItems ?? []
    let value = { (name: String) in items.first { $0.name == name }?.value ?? "" }
    let outcome: Result<String, WebError> = state.withLock { state in
      state.requests.append(request)
      if let failure = state.failure { return .failure(failure) }
      guard let ticket = state.tickets.removeValue(forKey: value("ticket")) else {
        return .success(refusal("INVALID_TICKET", "Ticket \(value("ticket")) not recognized"))
      }
      guard ticket.service == value("service") else {
        return .success(refusal("INVALID_SERVICE", "The ticket is for another service"))
      }
      return .success(ticket.answer)
    }
    if let action = state.withLock({ $0.whileValidating }) { try await action() }
    return WebResponse(status: 200, body: Array(try outcome.get().utf8), address: request.address)
  }

  private func success(_ content: String) -> String {
    envelope("<cas:authenticationSuccess>\(content)</cas:authenticationSuccess>")
  }

  private func refusal(_ code: String, _ text: String) -> String {
    envelope("<cas:authenticationFailure code=\"\(code)\">\(escape(text))</cas:authenticationFailure>")
  }

  private func envelope(_ content: String) -> String {
    "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">\(content)</cas:serviceResponse>"
  }

  private func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
