import HTTPTypes
import Hummingbird
import NIOCore
import PronoteWire

extension HTTPField.Name {
  /// `Lm-Remote-User`, which says who is signed in.
  static let lmRemoteUser = HTTPField.Name("Lm-Remote-User")!
}

extension PortalRoutes {
  /// A page. Like the real one, it says its charset inside only.
  func page(_ page: CASPage) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "text/html", .cacheControl: "no-cache, no-store, must-revalidate",
        .contentSecurityPolicy: page.policy, .xFrameOptions: "DENY",
      ],
      body: .init(byteBuffer: ByteBuffer(string: page.html))
    )
  }

  func redirect(to address: String) -> Response {
    Response(status: .found, headers: [.location: address, .cacheControl: "no-store"])
  }

  func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: value.bytes()))
    )
  }

  /// A refusal on the login form, or beside it for whoever is signed in.
  func refuse(_ code: PortalCode, _ exchange: PortalExchange, username: String? = nil) async -> Response {
    if !exchange.wantsJSON {
      // A wrong password makes the portal forget for this page who gives it again.
      if exchange.session != nil, code != .badCredentials { return page(pages.error(code)) }
      if code == .badURL { return page(pages.notice(of: code)) }
    }
    let token = code.leavesFormUsable ? await state.token(.login) : nil
    if exchange.wantsJSON { return refuseInJSON(number(code), token: token) }
    let isRenewal = exchange.session != nil && exchange.has("upgrading")
    let renewal = isRenewal ? await state.token(.renewal) : nil
    return page(loginForm(code, token: token, exchange, username: username ?? "", renewal: renewal))
  }

  private func loginForm(
    _ code: PortalCode,
    token: String?,
    _ exchange: PortalExchange,
    username: String,
    renewal: String? = nil
  ) -> CASPage {
    pages.login(
      code,
      token: token,
      url: exchange.memory.address,
      username: username,
      carried: PortalPages.Carried(exchange),
      renewal: renewal
    )
  }

  /// A refusal that no form goes with.
  func refuseWithoutForm(_ code: PortalCode, _ exchange: PortalExchange, seconds: Int? = nil) -> Response {
    exchange.wantsJSON ? refuseInJSON(number(code), token: nil) : page(pages.error(code, seconds: seconds))
  }

  /// A refusal of a form that comes after the login form. Where that one is shown, it cannot be sent.
  func refuseLater(_ code: PortalCode, _ exchange: PortalExchange, showingForm: Bool = false) -> Response {
    if exchange.wantsJSON { return refuseInJSON(.string("\(code.rawValue)"), token: nil) }
    guard showingForm, exchange.session == nil else { return page(pages.error(code)) }
    return page(loginForm(code, token: nil, exchange, username: ""))
  }

  /// A refusal in JSON mode (sso document c.9).
  private func refuseInJSON(_ error: JSONValue, token: String?) -> Response {
    var response = json(
      .object(present: ["token": token.map { .string($0) }, "error": error, "result": 0]),
      status: .unauthorized
    )
    response.headers[.wwwAuthenticate] = "SSO \(portal)"
    response.headers.append(HTTPField(name: .contentType, value: "application/json"))
    return response
  }

  /// A code as the real portal writes it: sometimes a number, sometimes a text.
  func number(_ code: PortalCode) -> JSONValue {
    switch code {
    case .formEmpty, .firstAccess, .notification, .sessionNotGranted, .loggedOut: .string("\(code.rawValue)")
    default: .integer(code.rawValue)
    }
  }
}
