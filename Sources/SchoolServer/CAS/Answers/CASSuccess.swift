import Foundation

/// What the CAS issuer says about a good ticket.
struct CASSuccess: Sendable {
  /// The user name.
  var user: String
  /// What else services are told; without the three names that the protocol reserves.
  var attributes: [CASAttribute]
  /// When the password was given.
  var authenticated: Date
  /// Whether it was given for this ticket.
  var isFromNewLogin: Bool
  /// The PGTIOU, when a proxy-granting ticket was delivered.
  var proxyGrantingTicket: String?
  /// The services between the user and this one, the newest first; nil for a service ticket.
  var proxies: [String]?

  /// The attributes of CAS 3.0, the reserved ones first (section 2.5.7).
  var allAttributes: [CASAttribute] {
    [
      CASAttribute("authenticationDate", [authenticated.formatted(.iso8601)]),
      CASAttribute("longTermAuthenticationRequestTokenUsed", ["false"]),
      CASAttribute("isFromNewLogin", ["\(isFromNewLogin)"]),
    ] + attributes
  }
}
