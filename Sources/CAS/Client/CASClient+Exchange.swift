import WebSession

extension CASClient {
  /// The longest answer that is read, in bytes.
  static let maximumAnswer = 256 << 10

  /// Sends one request to the server and returns the body of its answer. No cookie goes along, and no redirect is
  /// followed (sso document a.10 and c.10).
  func exchange(_ url: String, step: String, body: (bytes: [UInt8], headers: [(name: String, value: String)])? = nil)
    async throws -> [UInt8]
  {
    guard let address = WebAddress(url) else { throw CASError(.badAddress, "the server's address cannot be asked") }
    var facts = CASError.Facts(step: step, host: address.host)
    var request = WebRequest.get(address)
    if let body {
      request = .post(address, body: body.bytes, contentType: "text/xml; charset=utf-8", headers: body.headers)
    }
    let limits = WebLimits(deadline: configuration.deadline, maximumBodyBytes: CASClient.maximumAnswer)
    let response: WebResponse
    do {
      response = try await transport.send(request, limits: limits)
    } catch let error as WebError {
      throw CASError(error, facts: facts)
    }
    facts.httpStatus = response.status
    guard !(300..<400).contains(response.status) else {
      throw CASError(.redirected, "the server points elsewhere instead of answering", facts: facts)
    }
    guard response.status == 200 else {
      throw CASError(.unavailable, "the server answers with status \(response.status)", facts: facts)
    }
    return response.body
  }
}

extension CASError {
  init(_ error: WebError, facts: Facts) {
    let code: Code =
      switch error.code {
      case .timedOut: .timedOut
      case .tooLarge, .badResponse: .malformedAnswer
      case .badAddress: .badAddress
      default: .unreachable
      }
    self.init(code, error.message, facts: facts, cause: error)
  }
}
