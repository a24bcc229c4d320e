extension CASAnswer {
  static let namespace = "http://www.yale.edu/tp/cas"

  /// An answer of CAS 2 or 3 in XML (CAS protocol specification, appendix A; sso document a.3, a.4 and b).
  ///
  /// What counts is the namespace, not the prefix; the root, not what is found anywhere; and exactly one of everything
  /// that must not be two.
  ///
  /// - Throws: ``CASError`` with code `malformedAnswer`.
  package static func xml(_ bytes: [UInt8]) throws(CASError) -> CASAnswer {
    try xml(MarkupReader.root(of: bytes))
  }

  static func xml(_ root: MarkupElement) throws(CASError) -> CASAnswer {
    guard root.namespace == namespace, root.name == "serviceResponse" else {
      throw malformed("the document is no answer of a CAS server")
    }
    guard root.children.count == 1, let answer = root.children.first, answer.namespace == namespace else {
      throw malformed("the answer does not say exactly one thing")
    }
    switch answer.name {
    case "authenticationSuccess": return .success(try authentication(answer))
    case "authenticationFailure": return .failure(code: code(answer), text: answer.text.trimmingMarkupBlanks)
    case "proxyFailure": return .proxyFailure(code: code(answer), text: answer.text.trimmingMarkupBlanks)
    case "proxySuccess":
      guard let ticket = try answer.onlyChild("proxyTicket")?.plainText(), !ticket.isEmpty else {
        throw malformed("the proxy ticket is missing")
      }
      return .proxySuccess(ticket: ticket)
    default: throw malformed("the answer says something unknown")
    }
  }

  private static func code(_ failure: MarkupElement) -> String? {
    failure.attributes["code"].map(\.trimmingMarkupBlanks).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func authentication(_ success: MarkupElement) throws(CASError) -> CASAuthentication {
    guard let user = try success.onlyChild("user")?.plainText(), !user.isEmpty else {
      throw malformed("the user is missing")
    }
    var authentication = CASAuthentication(user: user)
    authentication.attributes = try AttributeStyle.attributes(of: success)
    authentication.proxyGrantingTicketIOU = try success.onlyChild("proxyGrantingTicket")?.plainText()
    if authentication.proxyGrantingTicketIOU == "" { authentication.proxyGrantingTicketIOU = nil }
    if let proxies = try success.onlyChild("proxies") {
      for proxy in proxies.children(named: "proxy") { authentication.proxies.append(try proxy.plainText()) }
    }
    return authentication
  }
}
