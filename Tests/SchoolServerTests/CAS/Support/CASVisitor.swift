import SchoolServer
import Testing
import WebSession

/// A person with a browser in front of the CAS issuer, and the services behind it.
struct CASVisitor: Sendable {
  /// A service of the tests. Nothing listens there.
  static let service = "http://127.0.0.1:9/app?page=1"

  /// `http://127.0.0.1:40123/cas`
  let base: String
  private let browser: Browser

  init(_ school: WireSchool) {
    base = school.root.replacing("/pronote", with: "/cas")
    browser = Browser(transport: school.transport, userAgent: "tests")
  }

  /// Starts a school and visits its issuer.
  static func with<Result: Sendable>(
    configure: (inout SchoolServerConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (CASVisitor) async throws -> Result
  ) async throws -> Result {
    try await WireSchool.with(configure: configure) { try await body(CASVisitor($0)) }
  }

  // MARK: - Requests

  /// Gets something below the issuer's root, with a query that is encoded once.
  func get(
    _ path: String,
    _ query: [(name: String, value: String)] = [],
    headers: [(name: String, value: String)] = []
  ) async throws -> WebResponse {
    try await browser.send(.get(try address(path).appending(query: query), headers: headers))
  }

  /// Gets something by a path and query as they stand.
  func get(raw path: String) async throws -> WebResponse {
    try await browser.send(.get(try address(path)))
  }

  /// Posts a form.
  func post(
    _ path: String,
    _ form: [(name: String, value: String)],
    headers: [(name: String, value: String)] = []
  ) async throws -> WebResponse {
    try await browser.send(.post(try address(path), form: form, headers: headers))
  }

  /// Posts bytes.
  func post(_ path: String, body: String, contentType: String) async throws -> WebResponse {
    try await browser.send(.post(try address(path), body: Array(body.utf8), contentType: contentType))
  }

  private func address(_ path: String) throws -> WebAddress {
    try #require(WebAddress("\(base)/\(path)"))
  }

  // MARK: - Signing in

  /// Fills in the form of a page, and sends it as a browser would.
  func submit(
    _ page: WebResponse,
    as user: String = "demonstration",
    password: String = "pronotevs",
    adding fields: [(name: String, value: String)] = [],
    headers: [(name: String, value: String)] = []
  ) async throws -> WebResponse {
    let form = try #require(HTMLPage(page.body).forms.first)
    #expect(form.value(of: "lt")?.wholeMatch(of: /LT-[0-9a-f]{64}/) != nil)
    var request = try #require(
      form.request(from: page.address, filling: [("username", user), ("password", password)] + fields)
    )
    request.headers += headers
    return try await browser.send(request)
  }

  /// Signs in on the way to a service.
  func signIn(
    to service: String? = CASVisitor.service,
    with query: [(name: String, value: String)] = [],
    as user: String = "demonstration",
    password: String = "pronotevs",
    adding fields: [(name: String, value: String)] = []
  ) async throws -> WebResponse {
    let page = try await get("login", (service.map { [("service", $0)] } ?? []) + query)
    #expect(page.status == 200)
    return try await submit(page, as: user, password: password, adding: fields)
  }

  /// Signs in with the password and brings the ticket.
  func freshTicket(for service: String = CASVisitor.service, as user: String = "demonstration") async throws -> String {
    let password = user == "demonstration" ? "pronotevs" : user
    return try ticket(in: try await signIn(to: service, as: user, password: password), for: service)
  }

  /// A ticket from the session that is there.
  func ticket(for service: String = CASVisitor.service) async throws -> String {
    try ticket(in: try await get("login", [("service", service)]), for: service)
  }

  /// The ticket that a redirect carries.
  func ticket(in response: WebResponse, for service: String = CASVisitor.service) throws -> String {
    #expect(response.status == 302)
    let location = try #require(response.header("Location"))
    let separator = service.contains("?") ? "&" : "?"
    try #require(location.hasPrefix("\(service)\(separator)ticket="))
    let ticket = String(location.dropFirst(service.utf8.count + 8))
    #expect(ticket.wholeMatch(of: /ST-[0-9a-f]{64}/) != nil)
    return ticket
  }

  // MARK: - Being a service

  /// Validates a ticket, and brings the answer's text.
  func validate(
    _ ticket: String,
    at path: String = "p3/serviceValidate",
    for service: String = CASVisitor.service,
    _ more: [(name: String, value: String)] = []
  ) async throws -> String {
    let response = try await get(path, [("service", service), ("ticket", ticket)] + more)
    #expect(response.status == 200)
    #expect(response.header("Cache-Control") == "no-store")
    return response.text
  }

  /// Validates a ticket, and brings the code of the failure; `success` when there is none.
  func outcome(
    _ ticket: String,
    at path: String = "p3/serviceValidate",
    for service: String = CASVisitor.service,
    _ more: [(name: String, value: String)] = []
  ) async throws -> String {
    CASVisitor.outcome(of: try await validate(ticket, at: path, for: service, more))
  }

  /// The code of the failure in an answer; `success` when there is none.
  static func outcome(of answer: String) -> String {
    if let match = answer.firstMatch(of: /<cas:(?:authentication|proxy)Failure code="([A-Z_]+)">[^<]+</) {
      return String(match.1)
    }
    return answer.contains("<cas:authenticationSuccess>") || answer.contains("<cas:proxySuccess>") ? "success" : answer
  }

  /// Asks for a SAML answer.
  func validateBySAML(
    _ ticket: String,
    target: String? = CASVisitor.service,
    version: String = "1",
    request: String = "_request.1",
    _ more: [(name: String, value: String)] = []
  ) async throws -> WebResponse {
    let body = """
      <?xml version="1.0" encoding="UTF-8"?>
      <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Header/><SOAP-ENV:Body>
      <samlp:Request xmlns:samlp="urn:oasis:names:tc:SAML:1.0:protocol" MajorVersion="\(version)" MinorVersion="1"
      RequestID="\(request)" IssueInstant="2026-11-18T10:00:00Z">
      <samlp:AssertionArtifact>
        \(ticket)
      </samlp:AssertionArtifact></samlp:Request></SOAP-ENV:Body></SOAP-ENV:Envelope>
      """
    let query = target.map { "?" + FormEncoding.encode([("TARGET", $0)] + more) } ?? ""
    return try await post("samlValidate\(query)", body: body, contentType: "text/xml; charset=utf-8")
  }
}
