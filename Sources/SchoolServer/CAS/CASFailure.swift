/// Why the CAS issuer refuses a request, as the protocol says it.
struct CASFailure: Error, Hashable, Sendable {
  /// The codes of the protocol (CAS 3.0.3, sections 2.5.3 and 2.7.3).
  enum Code: String, Sendable {
    /// A parameter is missing, given twice or unreadable.
    case invalidRequest = "INVALID_REQUEST"
    /// A proxy ticket where only service tickets are accepted.
    case invalidTicketSpec = "INVALID_TICKET_SPEC"
    /// The ticket is unknown, spent or too old, or no login is behind it that `renew` asks for.
    case invalidTicket = "INVALID_TICKET"
    /// The ticket was made for another service.
    case invalidService = "INVALID_SERVICE"
    /// The address for proxy-granting tickets is neither https nor on this machine.
    case invalidProxyCallback = "INVALID_PROXY_CALLBACK"
    /// No proxy tickets for that service.
    case unauthorizedService = "UNAUTHORIZED_SERVICE"
    /// The school's data could not be read.
    case internalError = "INTERNAL_ERROR"
  }

  var code: Code
  /// One sentence for people. Holds nothing that came with the request but names that the protocol knows.
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
