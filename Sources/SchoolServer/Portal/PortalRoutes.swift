import Foundation
import HTTPTypes
import Hummingbird
import PronoteWire
import WebSession

/// The portal: a sign-in that behaves like LemonLDAP::NG 2.21, in front of the CAS issuer, in front of PRONOTE.
///
/// It has an origin of its own, because the paths of its pages are absolute.
struct PortalRoutes: Sendable {
  let school: School
  let state: PortalState
  let users: PortalUsers
  /// The issuer that the tickets come from, and its answers to services.
  let cas: CASRoutes

  /// - Parameter transport: what tells services that a session is over.
  init(school: School, transport: any Transport) {
    self.school = school
    state = PortalState(school: school)
    users = PortalUsers(school: school)
    cas = CASRoutes(school: school, transport: transport)
  }

  /// The portal's address, with a slash at its end.
  var portal: String { school.origins.portal ?? "/" }

  var pages: PortalPages { PortalPages(school: school.database.establishment.name, portal: portal) }

  var now: Date { school.configuration.now() }

  func router() -> Router<BasicRequestContext> {
    let router = Router()
    let issuer = router.group("cas")
    cas.addValidation(to: issuer)
    // The paths that no other route has are the portal's, whatever they are.
    for path in ["login", "logout", "**"] {
      issuer.get(RouterPath(path)) { request, _ in try await answer(request) }
      issuer.post(RouterPath(path)) { request, _ in try await answer(request) }
    }
    for path in ["", "cas", "**"] {
      router.get(RouterPath(path)) { request, _ in try await answer(request) }
      router.post(RouterPath(path)) { request, _ in try await answer(request) }
    }
    return router
  }

  private func answer(_ request: Request) async throws -> Response {
    let form = try await request.body.collect(upTo: CASParameters.maximumLength)
    var exchange = PortalExchange(
      request,
      form: Array(form.readableBytesView),
      host: school.configuration.host
    )
    exchange.session = await state.session(exchange.cookies[PortalExchange.sessionCookie])
    var response = try await route(&exchange)
    if let user = exchange.session?.user.name { response.headers[.lmRemoteUser] = user }
    for cookie in exchange.allCookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
    return response
  }

  private func route(_ exchange: inout PortalExchange) async throws -> Response {
    let steps = exchange.path.split(separator: "/").map(String.init)
    switch (steps.first ?? "", exchange.isPost) {
    case ("2fchoice", true): return try await choose(&exchange)
    case ("totp2fcheck", true): return try await check(.totp, &exchange)
    case ("mail2fcheck", true): return try await check(.mail, &exchange)
    case ("mail2fresend", true): return try await resend(&exchange)
    case ("2fchoice", false), ("totp2fcheck", false), ("mail2fcheck", false):
      return redirect(to: portal + (exchange.query.isEmpty ? "" : "?\(exchange.query)"))
    case ("registerbrowser", true): return try await register(&exchange)
    case ("checkbrowser", true): return try await checkBrowser(&exchange)
    case ("notifback", _): return try await acceptNotice(&exchange)
    case ("renewsession", true) where exchange.session != nil, ("upgradesession", true) where exchange.session != nil:
      return try await renew(&exchange)
    case ("ping", false): return json(["status": exchange.session == nil ? 0 : 1])
    case ("mysession", false) where exchange.session != nil: return await describeSession(exchange)
    case ("cas", _): return try await issue(Array(steps.dropFirst()), &exchange)
    default: return try await showPortal(&exchange)
    }
  }
}
