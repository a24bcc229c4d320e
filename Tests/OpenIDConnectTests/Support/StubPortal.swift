import Foundation
import LemonLDAP
import OpenIDConnect
import Synchronization
import WebSession

/// A portal that signs everybody in, and answers what the test says at `/oauth2/authorize` and `/oauth2/logout`.
final class StubPortal: Transport {
  typealias Answer = (status: Int, headers: [(name: String, value: String)], body: String)

  private let provider = StubProvider()
  private let answer: @Sendable (WebRequest) -> Answer
  private let requests = Mutex<[WebRequest]>([])

  init(_ answer: @escaping @Sendable (WebRequest) -> Answer) {
    self.answer = answer
  }

  /// What was asked at the places that the test answers.
  var asked: [WebRequest] { requests.withLock { $0 } }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let said: Answer
    switch (request.address.path, request.method) {
    case ("/", .get):
      said = (200, [], "<form method=post action='#'><input name=user><input type=password name=password></form>")
    case ("/", _): said = (302, [("Location", "/"), ("Set-Cookie", "lemonldap=session; path=/; secure")], "")
    case ("/.well-known/openid-configuration", _): return try await provider.send(request, limits: limits)
    default:
      requests.withLock { $0.append(request) }
      said = answer(request)
    }
    let body = Array(said.body.utf8)
    guard body.count <= limits.maximumBodyBytes else {
      throw WebError(.tooLarge, "longer than the limit", host: request.address.host)
    }
    return WebResponse(status: said.status, headers: said.headers, body: body, address: request.address)
  }

  /// Somebody who has signed in.
  func session() async throws -> PortalSession {
    let portal = try LemonLDAPPortal(url: StubProvider.issuer, transport: self)
    guard case .signedIn(let session) = try await portal.signIn(username: "lou", password: Secret("lou")) else {
      throw PortalError(.noSession, "the stub is wrong")
    }
    return session
  }

  /// A client of the portal's issuer.
  func client() throws -> OpenIDClient {
    OpenIDClient(
      configuration: try .init(issuer: StubProvider.issuer, clientID: "mobile", redirectURI: StubProvider.redirectURI),
      transport: self
    )
  }

  /// The value of a field of a query or a form, decoded by the library's rules for forms.
  static func value(_ name: String, in text: String) -> String {
    for field in text.split(separator: "&") where field.hasPrefix("\(name)=") {
      return field.dropFirst(name.utf8.count + 1).replacing("+", with: " ").removingPercentEncoding ?? ""
    }
    return ""
  }

  /// A page that asks for consent to a request.
  static func consentPage(for request: WebRequest, changing changes: [String: String?] = [:], list: String = "")
    -> String
  {
    let query = request.address.query ?? ""
    var fields = ["confirm": "a%2Bb+c/d==", "skin": "bootstrap"]
    for name in ["client_id", "redirect_uri", "state", "scope", "nonce", "code_challenge", "code_challenge_method"] {
      fields[name] = value(name, in: query)
    }
    for (name, value) in changes { fields[name] = value }
    let inputs = fields.map { "<input type=hidden name='\($0.key)' value='\($0.value)'>" }.joined()
    return """
      <form id="form" action="#" method="post" class="confirm">\(inputs)
      <div class="oidc_consent_message"><h3 trspan="oidcConsent,Mobile, &lt;b&gt;"></h3><ul>\(list)</ul></div>
      <button type="submit">Accept</button></form>
      """
  }
}
