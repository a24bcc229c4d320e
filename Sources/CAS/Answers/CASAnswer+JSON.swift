import PronoteWire

extension CASAnswer {
  /// An answer of CAS 3 in JSON (CAS protocol specification 2.5.2; sso document a.3).
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer`.
  package static func json(_ bytes: [UInt8]) throws(CASError) -> CASAnswer {
    guard bytes.count <= MarkupReader.maximumBytes, let document = try? JSONDocument(bytes) else {
      throw malformed("the answer is not JSON")
    }
    guard let response = try only("serviceResponse", in: document.root), response.isObject, response.count == 1,
      let answer = response.members.first, answer.value.isObject
    else { throw malformed("the answer does not say exactly one thing") }
    switch answer.name {
    case "authenticationSuccess": return .success(try authentication(answer.value))
    case "authenticationFailure": return .failure(code: try code(answer.value), text: try text(answer.value))
    case "proxyFailure": return .proxyFailure(code: try code(answer.value), text: try text(answer.value))
    case "proxySuccess":
      guard let ticket = try only("proxyTicket", in: answer.value)?.string, !ticket.isEmpty else {
        throw malformed("the proxy ticket is missing")
      }
      return .proxySuccess(ticket: ticket)
    default: throw malformed("the answer says something unknown")
    }
  }

  private static func authentication(_ success: JSONView) throws(CASError) -> CASAuthentication {
    guard let user = try only("user", in: success)?.string?.trimmingMarkupBlanks, !user.isEmpty else {
      throw malformed("the user is missing")
    }
    var authentication = CASAuthentication(user: user)
    let attributes = try only("attributes", in: success)?.members ?? []
    let count = attributes.reduce(attributes.count) { $0 + $1.value.count }
    guard count <= MarkupReader.maximumElements else { throw malformed("the answer has too many attributes") }
    for attribute in attributes {
      let values = attribute.value.isArray ? attribute.value.elements : [attribute.value]
      for value in values.compactMap(scalar) { authentication.attributes.append(value, to: attribute.name) }
    }
    authentication.proxyGrantingTicketIOU = try only("proxyGrantingTicket", in: success)?.string
    authentication.proxies = (try only("proxies", in: success)?.elements ?? []).compactMap(\.string)
    return authentication
  }

  /// The member of a name; two of one name are two answers.
  private static func only(_ name: String, in object: JSONView) throws(CASError) -> JSONView? {
    let found = object.members.filter { $0.name == name }
    guard found.count <= 1 else { throw malformed("there is more than one “\(name)”") }
    return found.first.flatMap { $0.value.isNull ? nil : $0.value }
  }

  private static func scalar(_ value: JSONView) -> String? {
    value.string ?? value.numberText ?? value.bool.map { $0 ? "true" : "false" }
  }

  private static func code(_ failure: JSONView) throws(CASError) -> String? {
    try only("code", in: failure)?.string
  }

  private static func text(_ failure: JSONView) throws(CASError) -> String {
    try only("description", in: failure)?.string?.trimmingMarkupBlanks ?? ""
  }
}
