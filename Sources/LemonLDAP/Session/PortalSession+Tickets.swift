public import CAS
import WebSession

extension PortalSession {
  private static let step = "ticket"
  private static let maximumPages = 6

  /// A CAS ticket for a service, from the portal's own CAS issuer. One request, two or three at some portals.
  ///
  /// The service is compared with where the portal sends its ticket: one for another service is no answer.
  ///
  /// - Parameters:
  ///   - service: the application, by the same text that it validates the ticket for.
  ///   - isRenewing: whether the sign-in has to be a fresh one. Portals refuse with code 85 when it is older than they
  ///     like.
  /// - Throws: ``PortalError``: `noSession` when the portal wants a password; `refused` with its code when the service is
  ///   not declared (107), not for this user (84), or wants a newer (85) or stronger (102) sign-in, and when the portal
  ///   comes back without a ticket.
  public func serviceTicket(for service: ServiceURL, renewing isRenewing: Bool = false) async throws -> CASTicket {
    var facts = PortalError.Facts(step: PortalSession.step, host: portal.address.host)
    let login = portal.address.appending(path: "cas", "login")
    await forgetEarlierRequest()
    let query = "service=\(PercentEncoding.encodedValue(service.text))" + (isRenewing ? "&renew=true" : "")
    guard var next = WebAddress("\(login)?\(query)") else {
      throw PortalError(.badAddress, "the service is too long to be asked for", facts: facts)
    }
    for _ in 0..<PortalSession.maximumPages {
      let response = try await send(.get(next), step: PortalSession.step)
      facts.httpStatus = response.status
      switch try page(response, service, facts) {
      case .ticket(let ticket): return ticket
      case .noTicket: throw PortalError(.refused, "the portal came back without a ticket", facts: facts)
      case .passwordForm:
        let code = PortalPage(response).code
        if let code, code != .firstAccess, code != .sessionExpired {
          throw unexpected(response, step: PortalSession.step)
        }
        throw PortalError(
          .noSession,
          "the portal wants a password: the session is over",
          portalCode: code,
          facts: facts
        )
      case .redirect(let target):
        guard let target, target.origin == portal.address.origin else {
          throw PortalError(.redirected, "the portal points at neither the service nor itself", facts: facts)
        }
        next = target
      case .renewalQuestion, .other:
        if case .renewal(let code) = PortalPage(response).kind {
          throw PortalError(.refused, code.text, portalCode: code, facts: facts)
        }
        throw unexpected(response, step: PortalSession.step, "the page brings no ticket")
      }
    }
    throw PortalError(.redirected, "more than \(PortalSession.maximumPages) pages in a row", facts: facts)
  }

  private func page(
    _ response: WebResponse,
    _ service: ServiceURL,
    _ facts: PortalError.Facts
  ) throws(PortalError) -> LoginPage {
    do {
      return try LoginPage(response, for: service)
    } catch {
      throw PortalError(.unknownPage, error.message, facts: facts, cause: error)
    }
  }
}
