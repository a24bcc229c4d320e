extension CASClient {
  /// A ticket for another service in the user's name. One request.
  ///
  /// - Parameters:
  ///   - target: the service that the ticket is for, exactly as it knows itself.
  ///   - ticket: what the server delivered to the proxy callback.
  /// - Throws: ``CASError``: `refused` with the server's code and text, and what an exchange may bring.
  public func proxyTicket(for target: String, using ticket: ProxyGrantingTicket) async throws -> CASTicket {
    let facts = CASError.Facts(step: "proxy ticket")
    let body = try await exchange(
      address("proxy", [("pgt", ticket.text), ("targetService", target)]),
      step: "proxy ticket"
    )
    switch try CASAnswer.validation(body) {
    case .proxySuccess(let text):
      let proxyTicket = try CASTicket(text)
      return proxyTicket
    // One server says it in the words of a validation (sso document a.5).
    case .proxyFailure(let code, let text), .failure(let code, let text):
      var error = CASError(.refused, "the server refused a proxy ticket", facts: facts)
      error.serverCode = code
      error.serverText = text
      throw error
    case .success, .logout: throw CASError(.malformedAnswer, "the answer is to another question", facts: facts)
    }
  }
}
