import LemonLDAP
import WebSession

/// A session of a portal that asks for a code.
struct AuthorizationExchange: Sendable {
  private static let maximumPages = 6

  let session: PortalSession
  let request: OpenIDAuthorizationRequest

  func facts(_ step: String, _ response: WebResponse? = nil) -> OpenIDError.Facts {
    OpenIDError.Facts(step: step, host: session.portal.address.host, httpStatus: response?.status)
  }

  /// Sends a request, and reads what comes until it is a step. What leads to the application is not followed.
  func send(_ first: WebRequest?, step: String) async throws -> OpenIDAuthorizationStep {
    guard var next = first else { throw OpenIDError(.unknownPage, "the form leads nowhere", facts: facts(step)) }
    for _ in 0..<AuthorizationExchange.maximumPages {
      let response = try await ask(next, step: step)
      guard response.isRedirect else { return try read(response, step: step) }
      let location = response.header("Location") ?? ""
      if request.isReached(by: location) {
        return .code(try request.code(from: location))
      }
      guard let target = response.address.resolving(location), target.origin == session.portal.address.origin else {
        throw OpenIDError(
          .redirected,
          "the portal points at neither the application nor itself",
          facts: facts(step, response)
        )
      }
      next = .get(target)
    }
    throw OpenIDError(.redirected, "more than \(AuthorizationExchange.maximumPages) pages in a row", facts: facts(step))
  }

  private func ask(_ request: WebRequest, step: String) async throws -> WebResponse {
    do {
      return try await session.send(request, step: step)
    } catch let error as PortalError {
      throw OpenIDError(error, step: step)
    }
  }

  private func read(_ response: WebResponse, step: String) throws -> OpenIDAuthorizationStep {
    let page = PortalPage(response)
    var facts = facts(step, response)
    facts.page = page.outline
    switch page.kind {
    case .confirmation(let form):
      return .consentNeeded(try ConsentRequest(form, on: HTMLPage(response.text), exchange: self))
    case .login where page.code == nil || page.code == .firstAccess || page.code == .sessionExpired:
      throw OpenIDError(
        .noSession,
        "the portal wants a password: the session is over",
        portalCode: page.code,
        facts: facts
      )
    case .renewal(let code): throw OpenIDError(.refusedByPortal, code.text, portalCode: code, facts: facts)
    default: break
    }
    if let code = page.code { throw OpenIDError(.refusedByPortal, code.text, portalCode: code, facts: facts) }
    guard response.status < 500 else {
      throw OpenIDError(.unavailable, "the portal answers with status \(response.status)", facts: facts)
    }
    throw OpenIDError(.unknownPage, "the page brings no code", facts: facts)
  }
}
