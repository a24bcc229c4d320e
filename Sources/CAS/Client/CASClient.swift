public import WebSession

/// A client of a CAS server: builds its addresses, validates its tickets.
///
/// ```swift
/// let configuration = try CASClient.Configuration(
///   server: "https://cas.example.org/cas", serviceBase: "https://app.example.org")
/// let client = CASClient(configuration: configuration, transport: transport)
/// let service = try client.service("/login/callback")
/// // Send the browser to client.loginURL(for: service). It comes back with a ticket:
/// if let ticket = try client.ticket(from: request.uri) {
///   let user = try await client.validate(ticket, for: service).user
/// }
/// ```
public struct CASClient: Sendable {
  /// Where the server is, where the application is, and what is accepted.
  public let configuration: Configuration

  let transport: any CASTransport

  /// A client over a transport.
  public init(configuration: Configuration, transport: any CASTransport) {
    self.configuration = configuration
    self.transport = transport
  }

  /// The address of a part of the application, as the CAS server knows it. The one function that builds such addresses.
  ///
  /// - Parameters:
  ///   - path: the path below the base, not encoded: `/login/callback`.
  ///   - query: fields, not encoded. A field named `ticket` is left out.
  /// - Throws: ``CASError`` with code `badAddress` for `.` and `..`, control characters and backslashes.
  public func service(_ path: String = "", query: [(name: String, value: String)] = []) throws(CASError) -> ServiceURL {
    var text = configuration.serviceBase
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for segment in segments.first == "" ? segments.dropFirst() : segments[...] {
      guard segment != ".", segment != "..", !segment.contains("\\"),
        segment.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
      else { throw CASError(.badAddress, "the path of a service holds something that no path should") }
      text += "/" + PercentEncoding.encodedValue(String(segment))
    }
    let fields = query.filter { $0.name != "ticket" }
    return ServiceURL(text: fields.isEmpty ? text : text + "?" + QueryText.encode(fields))
  }

  /// Where the browser signs in.
  ///
  /// - Parameters:
  ///   - renew: ask for the password even where there is a session. Ask for it at the validation, too: this is only a
  ///     wish.
  ///   - gateway: never show a form; come back without a ticket when there is no session. Left out with `renew`, with
  ///     which it makes no sense (CAS protocol specification 2.1.1).
  ///   - method: how the ticket is to come back.
  public func loginURL(
    for service: ServiceURL,
    renew: Bool = false,
    gateway: Bool = false,
    method: LoginMethod? = nil
  ) -> String {
    var fields = [(name: "service", value: service.text)]
    if renew { fields.append(("renew", "true")) }
    if gateway, !renew { fields.append(("gateway", "true")) }
    if let method { fields.append(("method", method.rawValue)) }
    return address("login", fields)
  }

  /// Where the browser signs out of everything.
  ///
  /// - Parameters:
  ///   - url: where to go afterwards; the server decides whether it does.
  ///   - parameter: how the server is told.
  public func logoutURL(returningTo url: String? = nil, as parameter: LogoutParameter = .service) -> String {
    address("logout", url.map { [(parameter.rawValue, $0)] } ?? [])
  }

  /// The ticket in an address that the browser came back to; nil when there is none.
  ///
  /// - Throws: ``CASError`` with code `malformedTicket` for a text that is no ticket, and for two tickets.
  public func ticket(from url: String) throws(CASError) -> CASTicket? {
    try CASTicket.inQuery(of: url)
  }

  /// An address of the server, every value encoded once.
  func address(_ path: String, _ fields: [(name: String, value: String)]) -> String {
    "\(configuration.server)/\(path)" + (fields.isEmpty ? "" : "?" + QueryText.encode(fields))
  }
}
