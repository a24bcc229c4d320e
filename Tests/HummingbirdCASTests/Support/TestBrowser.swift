import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// A browser with a cookie jar, which follows no redirects.
final class TestBrowser {
  private let client: any TestClientProtocol
  var cookies: [String: String] = [:]
  var keepsCookies = true

  static let page = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

  init(_ client: any TestClientProtocol) {
    self.client = client
  }

  @discardableResult
  func get(_ path: String, accept: String = TestBrowser.page, headers: HTTPFields = [:]) async throws -> TestResponse {
    var headers = headers
    headers[.accept] = accept
    return try await send(path, .get, headers, nil)
  }

  @discardableResult
  func post(_ path: String, _ body: String, type: String) async throws -> TestResponse {
    try await send(path, .post, [.contentType: type, .accept: TestBrowser.page], ByteBuffer(string: body))
  }

  /// Sends any request.
  @discardableResult
  func send(
    _ path: String,
    _ method: HTTPRequest.Method,
    _ fields: HTTPFields,
    _ body: ByteBuffer? = nil
  ) async throws -> TestResponse {
    var fields = fields
    if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ") }
    let response = try await client.execute(uri: path, method: method, headers: fields, body: body)
    guard keepsCookies else { return response }
    for header in response.headers[values: .setCookie] {
      let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = parts.contains("Max-Age=0") ? nil : String(pair[1])
    }
    return response
  }

  // MARK: - Signing in

  /// The service that a redirect to the CAS server names.
  static func service(in response: TestResponse) throws -> String {
    let location = try #require(response.headers[.location])
    #expect(location.hasPrefix(StubCAS.address + "/login?"))
    return try #require(URLComponents(string: location)?.queryItems?.first { $0.name == "service" }?.value)
  }

  /// The path of this site that a service names, with a ticket.
  static func callback(_ service: String, ticket: String, base: String = TestSite.base) -> String {
    service.dropFirst(base.count) + "&ticket=" + ticket
  }

  /// Signs in, and returns the last answer.
  @discardableResult
  func signIn(
    _ server: StubCAS,
    user: String = "lou",
    attributes: [(String, String)] = [],
    returning path: String = "/private",
    base: String = TestSite.base
  ) async throws -> (response: TestResponse, ticket: String) {
    let start = try await get("/login?return=\(path)")
    let service = try Self.service(in: start)
    let ticket = server.ticket(for: service, user: user, attributes: attributes)
    return (try await get(Self.callback(service, ticket: ticket, base: base)), ticket)
  }

  /// Opens the page of this site that a redirect leads to, or stays.
  func follow(_ response: TestResponse) async throws -> TestResponse {
    guard let location = response.headers[.location], location.hasPrefix(TestSite.base) else { return response }
    #expect(!location.contains("ticket="))
    return try await get(String(location.dropFirst(TestSite.base.count)))
  }

  /// Who the site takes this browser for.
  func user() async throws -> String { try await get("/").text }
}

extension TestResponse {
  var text: String { String(buffer: body) }
}
