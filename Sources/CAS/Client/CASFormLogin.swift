public import WebSession

/// Signs in to a CAS server without a browser: reads its form, sends back every hidden field, keeps its cookie, and reads
/// tickets from where the server points at, without going there.
///
/// ```swift
/// let login = CASFormLogin(client: client)
/// let ticket = try await login.ticket(for: service, username: "lou", password: Secret("…"))
/// let another = try await login.ticket(for: otherService)   // with the session that is there now
/// ```
public actor CASFormLogin {
  private static let step = "sign-in"
  private static let maximumPages = 8

  private let client: CASClient
  private let browser: Browser

  /// A login that starts without a session.
  public init(client: CASClient, userAgent: String = "Trousse/0.1") {
    self.client = client
    var limits = WebLimits()
    limits.deadline = client.configuration.deadline
    limits.maximumBodyBytes = 2 << 20
    browser = Browser(transport: client.transport, userAgent: userAgent, limits: limits)
  }

  /// Signs in and returns a ticket. Two requests or more.
  ///
  /// - Throws: ``CASError``: `wrongCredentials` when the form comes back, `unknownPage` when there is none, `redirected`
  ///   when the server points elsewhere. User name and password are sent once.
  public func ticket(
    for service: ServiceURL,
    username: String,
    password: Secret<String>,
    renew: Bool = false
  ) async throws -> CASTicket {
    try await ticket(at: client.loginURL(for: service, renew: renew), for: service, (username, password))
  }

  /// A ticket by the session that is there. One request or more.
  ///
  /// - Throws: ``CASError``: `noSession` when there is none.
  public func ticket(for service: ServiceURL) async throws -> CASTicket {
    try await ticket(at: client.loginURL(for: service, gateway: true), for: service, nil)
  }

  /// Ends the session at the server. One request.
  ///
  /// - Returns: the page that the server shows: some servers tell applications when its pictures are fetched.
  @discardableResult
  public func signOut() async throws -> WebResponse {
    guard let address = WebAddress(client.logoutURL()) else { throw CASError(.badAddress, "no logout address") }
    do {
      return try await browser.send(.get(address), redirects: .sameOrigin(maximum: 5))
    } catch let error as WebError {
      throw CASError(error, facts: .init(step: CASFormLogin.step, host: address.host))
    }
  }

  private func ticket(
    at url: String,
    for service: ServiceURL,
    _ credentials: (username: String, password: Secret<String>)?
  ) async throws -> CASTicket {
    guard let start = WebAddress(url) else { throw CASError(.badAddress, "the server's address cannot be asked") }
    var facts = CASError.Facts(step: CASFormLogin.step, host: start.host)
    // A portal that remembers an earlier request would answer that one (sso document c.10).
    await browser.setCookie("lemonldappdata=; Max-Age=0; Path=/", from: start)
    var request = WebRequest.get(start)
    var unsent = credentials
    for _ in 0..<CASFormLogin.maximumPages {
      let response: WebResponse
      do {
        response = try await browser.send(request)
      } catch let error as WebError {
        throw CASError(error, facts: facts)
      }
      facts.httpStatus = response.status
      switch try LoginPage(response, for: service) {
      case .ticket(let ticket): return ticket
      case .noTicket: throw CASError(.noSession, "the server came back without a ticket", facts: facts)
      case .redirect(let target):
        guard let target, target.origin == start.origin else {
          throw CASError(.redirected, "the server points at neither the service nor itself", facts: facts)
        }
        request = .get(target)
      case .passwordForm(let form):
        guard let given = unsent else {
          throw credentials == nil
            ? CASError(.noSession, "the server wants a password", facts: facts)
            : CASError(.wrongCredentials, "the server shows the form again", facts: facts)
        }
        unsent = nil
        guard let next = form.request(with: given, origin: start.origin) else {
          throw CASError(.unknownPage, "the form leads away from the server, or has no field for a name", facts: facts)
        }
        request = next
      case .renewalQuestion(let answer) where unsent != nil && answer.address.origin == start.origin:
        request = answer
      case .renewalQuestion, .other:
        throw CASError(.unknownPage, "the page is no form to sign in with, status \(response.status)", facts: facts)
      }
    }
    throw CASError(.redirected, "more than \(CASFormLogin.maximumPages) pages in a row", facts: facts)
  }
}
