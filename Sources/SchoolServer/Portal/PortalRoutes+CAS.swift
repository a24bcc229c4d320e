import Foundation
import Hummingbird

extension PortalRoutes {
  /// What a sign-in is worth: at a real portal without TLS, a password is worth 1, and one-time passwords and codes by
  /// mail add nothing unless the administrator says so.
  private static let level = 1

  /// `/cas/…` as browsers ask for it (sso document c.10).
  func issue(_ path: [String], _ exchange: inout PortalExchange) async throws -> Response {
    let isTooOld =
      exchange.memory.time.map { $0 + PortalState.requestSeconds < Int(now.timeIntervalSince1970) } ?? false
    if isTooOld { exchange.memory.forgetRequest() }
    guard let session = exchange.session else { return try await signIn(path, &exchange) }
    var request = CASRequest(path: path, query: exchange.query)
    if let token = exchange.memory.request {
      // What was remembered goes first, whatever was asked for now.
      if case .request(let path, let query) = await state.purpose(of: token) {
        request = CASRequest(path: path.split(separator: "/").map(String.init), query: query)
      } else if path.isEmpty {
        exchange.memory = PortalMemory()
        return refuseWithoutForm(.tokenExpired, exchange)
      }
    } else if isTooOld, path.isEmpty {
      exchange.memory = PortalMemory()
      return refuseWithoutForm(.tokenExpired, exchange)
    }
    exchange.memory = PortalMemory()
    return try await answer(request, session, &exchange)
  }

  /// Remembers a request, and asks for a sign-in first.
  private func signIn(_ path: [String], _ exchange: inout PortalExchange) async throws -> Response {
    let request = CASRequest(path: path, query: exchange.query)
    let token: String
    if let known = exchange.memory.request {
      token = known
    } else {
      token = await state.token(.request(path: path.joined(separator: "/"), query: exchange.query))
    }
    exchange.memory.request = token
    exchange.memory.path = path
    exchange.memory.address = Data("\(portal)cas".utf8).base64EncodedString()
    exchange.memory.time = Int(now.timeIntervalSince1970)
    if path == ["login"], request["gateway"] == "true", let service = request["service"] {
      guard accepts(service) else { return await refuse(.unknownService, exchange) }
      exchange.memory.keepRequestOnly()
      return redirect(to: service)
    }
    var remembered = request
    if exchange.isPost, case .request(_, let query) = await state.purpose(of: token, keeping: true) {
      remembered = CASRequest(path: path, query: query)
    }
    return try await signIn(&exchange, answering: remembered)
  }

  /// The application that a service belongs to; of several, that with the longest address.
  private func application(of service: String) -> PortalApplication? {
    school.configuration.portal.applications.filter { $0.covers(service) }
      .max { $0.address.utf8.count < $1.address.utf8.count }
  }

  /// Whether tickets for a service are made: a declared one, or the school itself.
  func accepts(_ service: String) -> Bool {
    if cas.services.accept(service) || application(of: service) != nil { return true }
    guard let school = school.origins.school else { return false }
    return service.hasPrefix("\(school)/pronote/") && CASServices.address(service) != nil
  }

  /// Answers a request of somebody who is signed in.
  func answer(
    _ request: CASRequest,
    _ session: PortalSession,
    _ exchange: inout PortalExchange
  ) async throws -> Response {
    switch request.path {
    case ["login"]: return await ticket(request, session, &exchange)
    case ["logout"]: return await signOut(request, session, &exchange)
    default: return redirect(to: portal)
    }
  }

  private func ticket(
    _ request: CASRequest,
    _ session: PortalSession,
    _ exchange: inout PortalExchange
  ) async -> Response {
    guard let service = request["service"] else { return redirect(to: portal) }
    guard service.hasPrefix("http://") || service.hasPrefix("https://") else {
      return refuseWithoutForm(.badURL, exchange)
    }
    guard let known = await state.casSession(of: session) else { return redirect(to: portal) }
    let freshness = TimeInterval(school.configuration.portal.freshSeconds)
    let isFresh = now.timeIntervalSince(known.authenticated) < freshness
    if request["renew"] == "true", !isFresh { return await ask(.newer, for: request, &exchange) }
    guard accepts(service) else { return refuseWithoutForm(.unknownService, exchange) }
    if let application = application(of: service) {
      if application.level > PortalRoutes.level { return await ask(.stronger, for: request, &exchange) }
      if let user = application.user, user != session.user.name {
        return refuseWithoutForm(.unauthorizedPartner, exchange)
      }
    }
    guard let ticket = await cas.issuer.serviceTicket(for: service, in: known.id, isFromNewLogin: isFresh) else {
      return redirect(to: portal)
    }
    return redirect(to: CASServices.address(service, ticket: ticket))
  }

  private func signOut(
    _ request: CASRequest,
    _ session: PortalSession,
    _ exchange: inout PortalExchange
  ) async -> Response {
    if let service = request["service"], !accepts(service) { return refuseWithoutForm(.unauthorizedURL, exchange) }
    await cas.channel.end(await state.close(session, forgettingBrowser: true), now: now)
    exchange.removeSession()
    exchange.session = nil
    if let url = request["url"], CASServices.address(url) != nil {
      let link = MarkupElement("p", [], [MarkupElement("a", [("href", url), ("rel", "noreferrer")], text: url)])
      return page(
        pages.information(
          [MarkupElement("h3", [("trspan", "back2CasUrl")], text: "You can go on where you came from:"), link],
          address: url,
          keepsSkin: false
        )
      )
    }
    return redirect(to: request["service"] ?? "\(portal)?logout=1")
  }
}
