import LemonLDAP
import WebSession

/// The page on which a portal asks whether an application may know something about the user (sso document c.11). It is good
/// for ten minutes.
public struct ConsentRequest: Sendable {
  /// What the portal calls the application; nil when the page does not say.
  public let application: String?
  /// What the application wants to know, in the order of the page.
  public let items: [ConsentItem]
  /// The scopes that were asked for.
  public let scopes: [String]

  private let exchange: AuthorizationExchange
  private let form: PortalForm
  private let refusal: String

  /// Reads the page.
  ///
  /// - Throws: ``OpenIDError`` with code `otherRequest` when the page asks about something else than what was asked for: a
  ///   portal that remembers an earlier request would (sso document c.10).
  init(_ form: PortalForm, on page: HTMLPage, exchange: AuthorizationExchange) throws(OpenIDError) {
    let request = exchange.request
    let asked = [
      ("client_id", request.clientID), ("redirect_uri", request.redirectURI), ("state", request.state),
      ("code_challenge", request.challenge), ("code_challenge_method", "S256"),
    ]
    guard let stamp = form.value(of: "confirm"), asked.allSatisfy({ form.value(of: $0.0) == $0.1 }) else {
      throw OpenIDError(
        .otherRequest,
        "the portal asks for consent to something else",
        facts: exchange.facts("consent")
      )
    }
    application = page.elements(named: "h3").lazy.compactMap { $0["trspan"] }.first { $0.hasPrefix("oidcConsent,") }
      .map { String($0.dropFirst("oidcConsent,".count)) }
    items = ConsentRequest.items(on: page)
    scopes = (form.value(of: "scope") ?? "").split(separator: " ").map(String.init)
    refusal = page.firstElement(id: "refuse")?["val"] ?? "-\(stamp)"
    self.form = form
    self.exchange = exchange
  }

  /// Consents, and returns the code. One request. The portal remembers: next time it does not ask.
  ///
  /// - Throws: ``OpenIDError``: `refused` with the provider's code, `refusedByPortal` with the portal's, `noSession`.
  public func accept() async throws -> OpenIDAuthorizationCode {
    switch try await exchange.send(form.request(), step: "consent") {
    case .code(let code): return code
    case .consentNeeded:
      throw OpenIDError(.unknownPage, "the portal asks again after the consent", facts: exchange.facts("consent"))
    }
  }

  /// Refuses. One request.
  ///
  /// - Returns: what the portal tells the application: `consent_required`.
  /// - Throws: ``OpenIDError`` when the portal does not say that there was a refusal.
  @discardableResult
  public func refuse() async throws -> OpenIDServerCode {
    do {
      _ = try await exchange.send(form.request(filling: [("confirm", refusal)]), step: "consent")
    } catch let error as OpenIDError where error.code == .refused {
      return error.serverCode ?? .accessDenied
    }
    throw OpenIDError(.malformedAnswer, "the portal gives a code after a refusal", facts: exchange.facts("consent"))
  }

  /// The list is made of keys for scripts: `<li><span trspan="yourEmail">`. Scopes without a key follow theirs, which
  /// stands in the page, too: `anotherInformation (scope)`.
  private static func items(on page: HTMLPage) -> [ConsentItem] {
    let lines = page.elements(withClass: "oidc_consent_message").flatMap { $0.split(separator: "\n") }
    var others = lines.filter { $0.contains("anotherInformation") }.map { line in
      line.split(separator: "(").dropFirst().last.map { String($0.prefix { $0 != ")" }) }
    }[...]
    return page.elements(named: "span").compactMap { $0["trspan"] }.compactMap { key in
      if key == "anotherInformation" { return ConsentItem(key: key, scope: others.popFirst() ?? nil) }
      return key.hasPrefix("your") ? ConsentItem(key: key, scope: nil) : nil
    }
  }
}

extension ConsentRequest: CustomStringConvertible, CustomReflectable {
  /// What the page asks. Nothing that goes back to the portal.
  public var description: String { "consent to \(items.map(\.text).joined(separator: ", "))" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["scopes": scopes]) }
}
