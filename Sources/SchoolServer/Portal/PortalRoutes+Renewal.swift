import Foundation
import Hummingbird

/// Giving the password again because a service wants a newer or a stronger sign-in (sso document c.10).
extension PortalRoutes {
  /// The page that asks for it. The request waits meanwhile.
  func ask(_ renewal: PortalRenewal, for request: CASRequest, _ exchange: inout PortalExchange) async -> Response {
    let query = renewal == .newer ? request.query.replacing("renew=true", with: "renew=false") : request.query
    exchange.memory = PortalMemory()
    exchange.memory.request = await state.token(.request(path: request.path.joined(separator: "/"), query: query))
    exchange.memory.time = Int(now.timeIntervalSince1970)
    let address = Data("\(portal)cas/\(request.path.joined(separator: "/"))".utf8).base64EncodedString()
    return page(pages.renewal(renewal, token: await state.token(.renewal), url: address))
  }

  /// `/renewsession` and `/upgradesession`: the login form, and then the password.
  func renew(_ exchange: inout PortalExchange) async throws -> Response {
    if let token = exchange["upgrading"] {
      guard case .renewal = await state.purpose(of: token) else { return await refuse(.tokenExpired, exchange) }
      return try await signIn(&exchange)
    }
    guard let stamp = exchange["confirm"], case .renewal = await state.purpose(of: stamp, keeping: true) else {
      // Nobody confirmed anything: on to where it would have led.
      if let code = control(&exchange) { return await refuse(code, exchange) }
      exchange.memory.keepRequestOnly()
      return redirect(to: exchange.address ?? portal)
    }
    return page(
      pages.login(
        .firstAccess,
        token: await state.token(.login),
        url: exchange["url"],
        username: exchange.session?.user.name ?? "",
        carried: PortalPages.Carried(exchange),
        renewal: await state.token(.renewal)
      )
    )
  }
}
