extension Browser.Redirects {
  /// Header fields that go along to another origin. Everything else stays behind.
  private static let harmlessHeaders = [
    "accept", "accept-language", "accept-encoding", "cache-control", "content-type", "pragma", "user-agent",
  ]

  /// The request that a redirect asks for (RFC 9110 section 15.4), nil when no redirects are followed.
  ///
  /// - Throws: `WebError` when the redirect must not be followed.
  func next(after response: WebResponse, to request: WebRequest, followed: Int) throws -> WebRequest? {
    let maximum: Int
    let staysAtOrigin: Bool
    switch self {
    case .none: return nil
    case .sameOrigin(let limit): (maximum, staysAtOrigin) = (limit, true)
    case .anywhere(let limit): (maximum, staysAtOrigin) = (limit, false)
    }
    let host = request.address.host
    guard let target = response.header("Location").flatMap(request.address.resolving) else {
      throw WebError(.redirectRefused, "the server points at something that is not a web address", host: host)
    }
    let isSameOrigin = target.origin == request.address.origin
    guard isSameOrigin || !staysAtOrigin else {
      throw WebError(.redirectRefused, "the server points at another origin, \(target.origin)", host: target.host)
    }
    guard target.isSecure || !request.address.isSecure || target.isLoopback else {
      throw WebError(.redirectRefused, "the server points at an address without encryption", host: target.host)
    }
    guard followed < maximum else {
      throw WebError(.tooManyRedirects, "more than \(maximum) redirects in a row", host: host)
    }
    var next = request
    next.address = target
    let becomesGet =
      response.status == 303 ? request.method != .head : request.method == .post && response.status < 303
    if becomesGet {
      next.method = .get
      next.body = nil
      next.headers.removeAll { $0.name.lowercased().hasPrefix("content-") }
    }
    if !isSameOrigin {
      next.headers.removeAll { !Self.harmlessHeaders.contains($0.name.lowercased()) }
    }
    return next
  }
}
