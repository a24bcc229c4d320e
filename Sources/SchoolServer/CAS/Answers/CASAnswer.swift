import PronoteWire

/// An answer of the validation endpoints and of `/proxy`.
enum CASAnswer: Sendable {
  /// The ticket is good. CAS 2.0 has no attributes.
  case success(CASSuccess, withAttributes: Bool)
  case failure(CASFailure)
  /// A proxy ticket.
  case proxySuccess(String)
  case proxyFailure(CASFailure)

  /// A `serviceResponse` in XML (CAS 3.0.3, appendix A).
  var xml: String {
    let content =
      switch self {
      case .success(let success, let withAttributes): CASAnswer.element(success, withAttributes: withAttributes)
      case .failure(let failure): CASAnswer.element("authenticationFailure", failure)
      case .proxySuccess(let ticket):
        MarkupElement("cas:proxySuccess", [], [MarkupElement("cas:proxyTicket", text: ticket)])
      case .proxyFailure(let failure): CASAnswer.element("proxyFailure", failure)
      }
    return MarkupElement("cas:serviceResponse", [("xmlns:cas", "http://www.yale.edu/tp/cas")], [content]).text
  }

  private static func element(_ success: CASSuccess, withAttributes: Bool) -> MarkupElement {
    var children = [MarkupElement("cas:user", text: success.user)]
    if withAttributes {
      let values = success.allAttributes.flatMap { attribute in
        attribute.values.map { MarkupElement("cas:\(attribute.name)", text: $0) }
      }
      children.append(MarkupElement("cas:attributes", [], values))
    }
    if let ticket = success.proxyGrantingTicket {
      children.append(MarkupElement("cas:proxyGrantingTicket", text: ticket))
    }
    if let proxies = success.proxies {
      children.append(MarkupElement("cas:proxies", [], proxies.map { MarkupElement("cas:proxy", text: $0) }))
    }
    return MarkupElement("cas:authenticationSuccess", [], children)
  }

  private static func element(_ name: String, _ failure: CASFailure) -> MarkupElement {
    MarkupElement("cas:\(name)", [("code", failure.code.rawValue)], text: failure.message)
  }

  /// The same in JSON. Attributes are always lists, as Apereo's server writes them.
  var json: JSONValue {
    switch self {
    case .success(let success, let withAttributes):
      let attributes = success.allAttributes.map { attribute in
        JSONValue.Member(attribute.name, .array(attribute.values.map { .string($0) }))
      }
      return CASAnswer.json(
        "authenticationSuccess",
        .object(present: [
          "user": .string(success.user),
          "attributes": withAttributes ? .object(attributes) : nil,
          "proxyGrantingTicket": success.proxyGrantingTicket.map { .string($0) },
          "proxies": success.proxies.map { .array($0.map { .string($0) }) },
        ])
      )
    case .failure(let failure): return CASAnswer.json("authenticationFailure", failure)
    case .proxySuccess(let ticket): return CASAnswer.json("proxySuccess", ["proxyTicket": .string(ticket)])
    case .proxyFailure(let failure): return CASAnswer.json("proxyFailure", failure)
    }
  }

  private static func json(_ name: String, _ value: JSONValue) -> JSONValue {
    ["serviceResponse": .object([.init(name, value)])]
  }

  private static func json(_ name: String, _ failure: CASFailure) -> JSONValue {
    json(name, ["code": .string(failure.code.rawValue), "description": .string(failure.message)])
  }

  /// The text of CAS 1.0.
  var plainText: String {
    if case .success(let success, _) = self { "yes\n\(success.user)\n" } else { "no\n" }
  }
}
