import Foundation
package import WebSession

/// Somebody who is signed in at a portal.
public struct PortalSession: Sendable {
  /// The portal.
  public let portal: LemonLDAPPortal
  /// The name that was typed at the sign-in.
  public let username: String
  /// What to keep for the next sign-in, so that it needs no second factor; nil when the portal does not know this browser.
  public let trustedBrowser: TrustedBrowser?
  /// Whether the browser that was brought along is worth nothing: the portal has forgotten it, or knows it as somebody
  /// else's.
  public let lostTrust: Bool
  /// What the portal had to say when it signed the user in; nil when it said nothing.
  public let information: String?
  /// How far this machine's clock is ahead of the portal's; nil when the portal did not say.
  public let clockDrift: Duration?

  package let browser: Browser

  init(
    portal: LemonLDAPPortal,
    username: String,
    trustedBrowser: TrustedBrowser?,
    lostTrust: Bool,
    information: String?,
    clockDrift: Duration?,
    cookies: CookieJar
  ) {
    self.portal = portal
    self.username = username
    self.trustedBrowser = trustedBrowser
    self.lostTrust = lostTrust
    self.information = information
    self.clockDrift = clockDrift
    browser = portal.makeBrowser(cookies: cookies)
  }

  /// What can be stored to go on with this session in another process.
  public func stored() async -> StoredPortalSession {
    StoredPortalSession(
      portal: portal.address.description,
      username: username,
      cookies: await browser.cookies,
      stored: portal.configuration.now()
    )
  }

  /// Whether the portal still knows the session. One request, the cheapest there is (sso document c.9).
  ///
  /// - Throws: ``PortalError``.
  public func isAlive() async throws -> Bool {
    let response = try await ask("ping", step: "session probe")
    struct Answer: Decodable {
      let status: Int
    }
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(response.body)) else {
      throw unexpected(response, step: "session probe")
    }
    return answer.status == 1
  }

  /// The user that the portal takes this session for; nil when it does not know the session. One request.
  ///
  /// - Throws: ``PortalError``.
  public func currentUser() async throws -> String? {
    guard let address = WebAddress("\(portal.address)mysession/?whoami") else { return nil }
    let response = try await send(
      .get(address, headers: [("Accept", "application/json")]),
      step: "session probe"
    )
    struct Answer: Decodable {
      let result: String
    }
    return try? JSONDecoder().decode(Answer.self, from: Data(response.body)).result
  }

  /// Signs out. One request, and one for each application that the portal has told by its page.
  ///
  /// The portal also forgets the browser: to stay trusted, drop the session instead (sso document c.6).
  ///
  /// - Throws: ``PortalError``.
  public func signOut() async throws {
    let step = "sign-out"
    guard let address = WebAddress("\(portal.address)?logout=1") else { return }
    let response = try await send(.get(address), step: step)
    let page = PortalPage(response)
    let cookies = await browser.cookies
    let isOver = page.code == .loggedOut || page.code == .firstAccess || portal.sessionCookie(in: cookies) == nil
    guard isOver else { throw unexpected(response, step: step) }
    // Releases from 2.18 on tell applications by pictures that a browser would load.
    for picture in HTMLPage(response.text).elements(named: "img").compactMap({ $0["src"] }).prefix(32) {
      guard let address = response.address.resolving(picture), address.origin == portal.address.origin,
        address.path.contains("/relayLogout")
      else { continue }
      _ = try? await browser.send(.get(address))
    }
  }

  // MARK: - Requests

  private func ask(_ path: String, step: String) async throws -> WebResponse {
    try await send(.get(portal.address.appending(path: path), headers: [("Accept", "application/json")]), step: step)
  }

  package func send(_ request: WebRequest, step: String) async throws -> WebResponse {
    do {
      return try await browser.send(request)
    } catch let error as WebError {
      throw PortalError(error, facts: .init(step: step, host: portal.address.host))
    }
  }

  /// An answer that says nothing about what was asked.
  func unexpected(_ response: WebResponse, step: String, _ what: String = "the answer is none to what was asked")
    -> PortalError
  {
    let page = PortalPage(response)
    let facts = PortalError.Facts(
      step: step,
      host: portal.address.host,
      httpStatus: response.status,
      page: page.outline
    )
    if (500..<600).contains(response.status) {
      let message = "the portal answers with status \(response.status)"
      return PortalError(.unavailable, message, portalCode: page.code, facts: facts)
    }
    if let code = page.code { return PortalError(.refused, code.text, portalCode: code, facts: facts) }
    return PortalError(.unknownPage, what, facts: facts)
  }
}
