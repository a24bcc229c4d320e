public import LemonLDAP
import WebSession

extension PortalSession {
  /// Signs out at the portal on behalf of an application, in place of a browser, and confirms it. Two requests at most
  /// portals (sso document c.11). This session is over afterwards.
  ///
  /// - Returns: where the portal leads: the address that the request names with its state, which is not followed; nil when
  ///   the request names none.
  /// - Throws: ``OpenIDError``: `refusedByPortal` with 108 for an address that is not declared (the session is over then, too:
  ///   the portal looks last); `noSession`; `redirected` when it leads elsewhere.
  @discardableResult
  public func endSession(_ request: OpenIDLogoutRequest) async throws -> String? {
    let step = "sign-out"
    guard request.url.origin == portal.address.origin else {
      throw OpenIDError(.unsafeAddress, "the provider is not at this portal", facts: .init(step: step))
    }
    var response = try await ask(.get(request.url), step: step)
    if case .confirmation(let form) = PortalPage(response).kind, let confirmation = form.request() {
      response = try await ask(confirmation, step: step)
    }
    var facts = OpenIDError.Facts(step: step, host: portal.address.host, httpStatus: response.status)
    if response.isRedirect {
      let location = response.header("Location") ?? ""
      if request.isAnswered(by: location) { return location }
      // Without an address to come back to, releases lead to different pages of the portal.
      let isOwn = response.address.resolving(location)?.origin == portal.address.origin
      if request.returnURI == nil, isOwn, await !hasCookie { return nil }
      throw OpenIDError(.redirected, "the portal leads elsewhere after the sign-out", facts: facts)
    }
    let page = PortalPage(response)
    facts.page = page.outline
    if page.code == .loggedOut, request.returnURI == nil { return nil }
    if case .login = page.kind, page.code == nil || page.code == .firstAccess || page.code == .sessionExpired {
      throw OpenIDError(.noSession, "nobody is signed in", portalCode: page.code, facts: facts)
    }
    if let code = page.code { throw OpenIDError(.refusedByPortal, code.text, portalCode: code, facts: facts) }
    throw OpenIDError(.unknownPage, "the page does not say that the session is over", facts: facts)
  }

  private var hasCookie: Bool {
    get async { portal.sessionCookie(in: await browser.cookies) != nil }
  }

  private func ask(_ request: WebRequest, step: String) async throws -> WebResponse {
    do {
      return try await send(request, step: step)
    } catch let error as PortalError {
      throw OpenIDError(error, step: step)
    }
  }
}
