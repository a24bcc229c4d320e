extension CASClient {
  /// Whose ticket it is. One request, never repeated: a ticket is spent by it, whatever comes of it.
  ///
  /// - Parameters:
  ///   - service: the same value that the login was asked for with.
  ///   - renew: accept only a login with the password, not one by a session. Some servers do not look at it where they
  ///     speak SAML: then a ticket is refused here if the answer says that it is of a session, and an answer that says
  ///     nothing of it, as LemonLDAP::NG's, proves nothing.
  ///   - proxyCallback: where the server is to deliver a proxy-granting ticket, before it answers (CAS 2 and 3).
  /// - Throws: ``CASError``: `refused` with the server's code and text, `proxyNotAllowed`, `malformedAnswer`,
  ///   `redirected`, `unavailable`, `timedOut`, `unreachable`.
  public func validate(
    _ ticket: CASTicket,
    for service: ServiceURL,
    renew: Bool = false,
    proxyCallback: String? = nil
  ) async throws -> CASAuthentication {
    guard !ticket.isProxyTicket || configuration.acceptsProxyTickets else {
      throw CASError(.proxyNotAllowed, "a proxy ticket came, and none are accepted", facts: .init(step: "validation"))
    }
    let answer: CASAnswer
    do {
      answer = try await ask(ticket, for: service, renew: renew, proxyCallback: proxyCallback)
    } catch var error as CASError {
      error.facts.step = "validation"
      throw error
    }
    switch answer {
    case .success(let authentication):
      try checkProxies(authentication.proxies)
      guard !renew || authentication.isFromNewLogin != false else {
        throw CASError(
          .refused,
          "the ticket is of a session, and renew asks for the password",
          facts: .init(step: "validation")
        )
      }
      return authentication
    case .failure(let code, let text):
      var error = CASError(.refused, "the server refused the ticket", facts: .init(step: "validation"))
      error.serverCode = code
      error.serverText = text
      throw error
    case .proxySuccess, .proxyFailure, .logout:
      throw CASError(.malformedAnswer, "the answer is to another question", facts: .init(step: "validation"))
    }
  }

  private func ask(
    _ ticket: CASTicket,
    for service: ServiceURL,
    renew: Bool,
    proxyCallback: String?
  ) async throws -> CASAnswer {
    if configuration.validation == .saml { return try await askBySAML(ticket, for: service, renew: renew) }
    var fields = [(name: "service", value: service.text), (name: "ticket", value: ticket.text)]
    if renew { fields.append(("renew", "true")) }
    let endpoint: String
    switch (configuration.validation, ticket.isProxyTicket) {
    case (.cas1, _): endpoint = "validate"
    case (.cas2, let isProxy): endpoint = isProxy ? "proxyValidate" : "serviceValidate"
    case (_, let isProxy): endpoint = isProxy ? "p3/proxyValidate" : "p3/serviceValidate"
    }
    if let proxyCallback, configuration.validation != .cas1 { fields.append(("pgtUrl", proxyCallback)) }
    let body = try await exchange(address(endpoint, fields), step: "validation")
    if configuration.validation == .cas1 { return try CASAnswer.text(body) }
    return try CASAnswer.validation(body)
  }

  private func askBySAML(_ ticket: CASTicket, for service: ServiceURL, renew: Bool) async throws -> CASAnswer {
    var fields = [(name: "TARGET", value: service.text)]
    if renew { fields.append(("renew", "true")) }
    let request = SAMLRequest(ticket: ticket, issued: configuration.now())
    let body = try await exchange(
      address("samlValidate", fields),
      step: "validation",
      body: (request.bytes, [("SOAPAction", "http://www.oasis-open.org/committees/security")])
    )
    return try CASAnswer.saml(
      body,
      service: service.text,
      now: configuration.now(),
      tolerance: configuration.clockTolerance / .seconds(1)
    )
  }

  /// Whole chains of whole addresses: a prefix of an address or of a chain is another one (CVE-2012-1104).
  private func checkProxies(_ proxies: [String]) throws(CASError) {
    guard !proxies.isEmpty else { return }
    guard configuration.acceptsProxyTickets, configuration.allowedProxyChains.contains(proxies) else {
      throw CASError(.proxyNotAllowed, "the chain of proxies is not on the list", facts: .init(step: "validation"))
    }
  }
}
