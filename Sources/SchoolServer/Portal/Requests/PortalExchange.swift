import Foundation
import HTTPTypes
import Hummingbird

/// A request to the portal, and what its answer has to carry whatever page it is.
struct PortalExchange: Sendable {
  let isPost: Bool
  /// The path without the leading slash.
  let path: String
  /// The query as it came.
  let query: String
  let cookies: RequestCookies
  /// Whether the client wants JSON (sso document c.9).
  let wantsJSON: Bool
  private let fields: PortalFields
  private let form: PortalFields
  private let hadMemory: Bool
  private let domain: String

  /// Whoever is signed in.
  var session: PortalSession?
  var memory: PortalMemory
  /// Where the browser wants to go once it is signed in; nil for the portal.
  var address: String?
  /// The values of `Set-Cookie` in the order in which they are sent.
  var setCookies: [String] = []

  /// - Parameter host: the portal's, which becomes the domain of its cookies.
  init(_ request: Request, form: [UInt8], host: String) {
    domain = "domain=.\(host); "
    isPost = request.method == .post
    path = String(request.uri.path.drop { $0 == "/" })
    query = request.uri.query ?? ""
    cookies = RequestCookies(request.headers)
    let accept = request.headers[.accept] ?? ""
    wantsJSON = accept.contains("application/json") || accept.contains("text/json")
    fields = PortalFields(query.utf8)
    self.form = PortalFields(form)
    hadMemory = cookies[PortalMemory.cookie] != nil
    memory = PortalMemory(cookie: cookies[PortalMemory.cookie])
  }

  /// A field of the form or of the query; nil when it is missing or empty.
  subscript(name: String) -> String? {
    (form[name] ?? fields[name]).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether there is such a field, be it empty.
  func has(_ name: String) -> Bool { (form[name] ?? fields[name]) != nil }

  /// A field of a query.
  static func field(_ name: String, of query: String) -> String? { PortalFields(query.utf8)[name] }

  // MARK: - Cookies (sso document c.8)

  private static let attributes = "path=/; HttpOnly=1; SameSite=Lax"
  private static let past = "path=/; expires=Wed, 21 Oct 2015 00:00:00 GMT; HttpOnly=1; SameSite=Lax"

  static let sessionCookie = "lemonldap"
  static let browserCookie = "llngconnection"

  mutating func setSession(_ value: String) {
    setCookies.append("\(PortalExchange.sessionCookie)=\(value); \(domain)\(PortalExchange.attributes)")
  }

  mutating func removeSession() {
    setCookies.append("\(PortalExchange.sessionCookie)=0; \(domain)\(PortalExchange.past)")
  }

  mutating func setBrowser(_ value: String) {
    let age = Int(PortalRegistration.life)
    setCookies.append("\(PortalExchange.browserCookie)=\(value); path=/; max-age=\(age); HttpOnly=1; SameSite=Lax")
  }

  mutating func removeBrowser() {
    setCookies.append("\(PortalExchange.browserCookie)=0; \(PortalExchange.past)")
    setCookies.append("\(PortalExchange.browserCookie)=0; \(domain)\(PortalExchange.past)")
  }

  /// The cookies of the answer, that of the memory at their end.
  var allCookies: [String] {
    if !memory.isEmpty {
      return setCookies + ["\(PortalMemory.cookie)=\(memory.text); \(PortalExchange.attributes)"]
    }
    guard hadMemory else { return setCookies }
    return setCookies + [
      "\(PortalMemory.cookie)=; \(PortalExchange.past)",
      "\(PortalMemory.cookie)=; \(domain)\(PortalExchange.past)",
    ]
  }
}
