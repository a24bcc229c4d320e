import Foundation
import CAS
import Synchronization
import WebSession

/// A CAS server that answers what the test says, and remembers what it was asked.
final class StubTransport: Transport {
  private let requests = Mutex<[WebRequest]>([])
  private let answer:
    @Sendable (WebRequest) throws -> (status: Int, headers: [(name: String, value: String)], body: String)

  init(
    _ answer:
      @escaping @Sendable (WebRequest) throws -> (
        status: Int, headers: [(name: String, value: String)], body: String
      )
  ) {
    self.answer = answer
  }

  /// A server with one answer for everything.
  convenience init(_ body: String, status: Int = 200, headers: [(name: String, value: String)] = []) {
    self.init { _ in (status, headers, body) }
  }

  /// What was asked, in order.
  var asked: [WebRequest] { requests.withLock { $0 } }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    requests.withLock { $0.append(request) }
    let answer = try answer(request)
    let body = Array(answer.body.utf8)
    guard body.count <= limits.maximumBodyBytes else {
      throw WebError(.tooLarge, "longer than the limit", host: request.address.host)
    }
    return WebResponse(status: answer.status, headers: answer.headers, body: body, address: request.address)
  }
}

/// What the tests share.
enum Stub {
  static let server = "https://cas.example.org/cas"
  static let base = "https://app.example.org"

  static func client(
    _ transport: any CASTransport,
    configure: (inout CASClient.Configuration) -> Void = { _ in }
  ) throws -> CASClient {
    var configuration = try CASClient.Configuration(server: server, serviceBase: base)
    configure(&configuration)
    return CASClient(configuration: configuration, transport: transport)
  }

  static func xml(_ content: String) -> String {
    "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">\(content)</cas:serviceResponse>"
  }

  static func success(_ content: String) -> String {
    xml("<cas:authenticationSuccess>\(content)</cas:authenticationSuccess>")
  }

  /// The error that a body throws; nil when it throws none or another.
  static func failure(_ body: () async throws -> Void) async -> CASError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? CASError
    }
  }

  /// The fields of an address, decoded by Foundation's rules and not by ours.
  static func fields(_ address: String) -> [String] {
    (address.split(separator: "?", maxSplits: 1).dropFirst().first ?? "").split(separator: "&").map { field in
      field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).removingPercentEncoding ?? "?" }.joined(separator: "→")
    }
  }
}
