import Hummingbird
import PronoteWire
import WebSession

extension CASRoutes {
  /// Adds the paths that services ask below `/cas`, of this issuer and of the portal's.
  func addValidation(to root: RouterGroup<BasicRequestContext>) {
    root.get("validate") { request, _ in await validateByText(request) }
    for (prefix, withAttributes) in [("", false), ("p3/", true)] {
      root.get("\(prefix)serviceValidate") { request, _ in
        await validate(request, acceptsProxyTickets: false, withAttributes: withAttributes)
      }
      root.get("\(prefix)proxyValidate") { request, _ in
        await validate(request, acceptsProxyTickets: true, withAttributes: withAttributes)
      }
    }
    root.get("proxy") { request, _ in await proxyTicket(request) }
    root.post("samlValidate") { request, _ in
      await validateBySAML(request, body: try await form(of: request))
    }
  }

  /// `/validate`, CAS 1.0.
  func validateByText(_ request: Request) async -> Response {
    let answer = await answer(withAttributes: false) {
      try await validated(try CASParameters(query: request.uri.query), acceptsProxyTickets: false, canBeProxy: false)
    }
    return text(answer.plainText, type: "text/plain; charset=utf-8")
  }

  /// `/serviceValidate`, `/proxyValidate` and their twins of CAS 3.0, which have attributes.
  func validate(_ request: Request, acceptsProxyTickets: Bool, withAttributes: Bool) async -> Response {
    var isJSON = false
    let answer = await answer(withAttributes: withAttributes) {
      let parameters = try CASParameters(query: request.uri.query)
      isJSON = parameters["format"]?.lowercased() == "json"
      return try await validated(parameters, acceptsProxyTickets: acceptsProxyTickets, canBeProxy: true)
    }
    guard isJSON else { return text(answer.xml, type: "text/xml; charset=utf-8") }
    return text(String(decoding: answer.json.bytes(), as: UTF8.self), type: "application/json; charset=utf-8")
  }

  private func answer(withAttributes: Bool, _ body: () async throws -> CASSuccess) async -> CASAnswer {
    do {
      return .success(try await body(), withAttributes: withAttributes)
    } catch {
      return .failure(failure(error))
    }
  }

  private func failure(_ error: any Error) -> CASFailure {
    error as? CASFailure ?? CASFailure(.internalError, "The school's data could not be read.")
  }

  /// Spends the ticket of a request.
  ///
  /// - Parameters:
  ///   - acceptsProxyTickets: whether it may be a proxy ticket.
  ///   - canBeProxy: whether the service can get a proxy-granting ticket here.
  private func validated(
    _ parameters: CASParameters,
    acceptsProxyTickets: Bool,
    canBeProxy: Bool
  ) async throws -> CASSuccess {
    let ticket = parameters["ticket"]
    guard let ticket, let service = parameters["service"] else {
      if let ticket { await issuer.discard(ticket) }
      throw CASFailure(.invalidRequest, "The parameters service and ticket are needed.")
    }
    if let format = parameters["format"]?.lowercased(), format != "json", format != "xml" {
      await issuer.discard(ticket)
      throw CASFailure(.invalidRequest, "The format is XML or JSON.")
    }
    let callback = canBeProxy ? parameters["pgtUrl"] : nil
    let address = callback.flatMap(CASServices.address)
    if callback != nil, address.map({ $0.isSecure || $0.isLoopback }) != true {
      await issuer.discard(ticket)
      throw CASFailure(.invalidProxyCallback, "Proxy-granting tickets go to https addresses, or to this machine.")
    }
    var (success, grant) = try await spend(
      ticket,
      for: service,
      acceptsProxyTickets: acceptsProxyTickets,
      renews: parameters.isOn("renew")
    )
    if let callback, let address {
      success.proxyGrantingTicket = await proxyGrantingTicket(for: grant, callback: callback, at: address)
    }
    return success
  }

  private func spend(
    _ ticket: String,
    for service: String,
    acceptsProxyTickets: Bool,
    renews: Bool
  ) async throws -> (CASSuccess, CASGrant) {
    let (grant, session) = try await issuer.spend(
      ticket,
      for: service,
      acceptsProxyTickets: acceptsProxyTickets,
      renews: renews
    )
    guard let attributes = try users.attributes(of: session.owner) else {
      throw CASFailure(.invalidTicket, "The account was switched off.")
    }
    let success = CASSuccess(
      user: session.user,
      attributes: attributes,
      authenticated: session.authenticated,
      isFromNewLogin: grant.isFromNewLogin,
      proxies: grant.proxies
    )
    return (success, grant)
  }

  /// Delivers a proxy-granting ticket before the service is answered.
  ///
  /// - Returns: its PGTIOU; nil when the service did not take it.
  private func proxyGrantingTicket(for grant: CASGrant, callback: String, at address: WebAddress) async -> String? {
    let (ticket, iou) = (CASTicket.proxyGranting.make(), CASTicket.proxyGrantingIOU.make())
    guard await channel.deliver(ticket, iou: iou, to: address),
      await issuer.keep(ticket, for: grant, callback: callback)
    else { return nil }
    return iou
  }

  /// `/proxy`
  func proxyTicket(_ request: Request) async -> Response {
    let answer: CASAnswer
    do {
      let parameters = try CASParameters(query: request.uri.query)
      guard let ticket = parameters["pgt"], let service = parameters["targetService"] else {
        throw CASFailure(.invalidRequest, "The parameters pgt and targetService are needed.")
      }
      guard services.accept(service) else {
        throw CASFailure(.unauthorizedService, "The target service is not declared at this school.")
      }
      answer = .proxySuccess(try await issuer.proxyTicket(for: service, from: ticket))
    } catch {
      answer = .proxyFailure(failure(error))
    }
    return text(answer.xml, type: "text/xml; charset=utf-8")
  }

  /// `/samlValidate`
  func validateBySAML(_ request: Request, body: [UInt8]) async -> Response {
    var (service, id): (String?, String?)
    let outcome: SAMLAnswer.Outcome
    do {
      let asked = try SAMLRequest(body)
      id = asked.id
      let parameters = try CASParameters(query: request.uri.query)
      guard let target = parameters["TARGET"] else {
        await issuer.discard(asked.ticket)
        throw CASFailure(.invalidRequest, "The parameter TARGET is needed.")
      }
      service = target
      if asked.majorVersion == "1" {
        // Section 2.8 has no renew, but clients send it, and would take it for granted that it was looked at.
        let renews = parameters.isOn("renew")
        outcome = .success(
          try await spend(asked.ticket, for: target, acceptsProxyTickets: false, renews: renews).0
        )
      } else {
        outcome = .versionMismatch
      }
    } catch {
      outcome = .failure(failure(error))
    }
    let answer = SAMLAnswer(
      outcome: outcome,
      service: service,
      request: id,
      issuer: school.configuration.host,
      now: school.configuration.now()
    )
    return text(answer.xml, type: "text/xml; charset=utf-8")
  }
}
