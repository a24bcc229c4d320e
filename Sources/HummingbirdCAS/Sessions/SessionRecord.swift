import CAS
import Foundation

/// What is stored of a session. Written once, at sign-in, and never again, so that nothing can bring an ended session
/// back by writing late.
struct SessionRecord: Sendable, Codable {
  let identity: CASIdentity
  /// The digest of the ticket that opened it.
  let ticketDigest: String

  init(identity: CASIdentity, ticketDigest: String) {
    self.identity = identity
    self.ticketDigest = ticketDigest
  }

  init(from decoder: any Decoder) throws {
    let stored = try Stored(from: decoder)
    ticketDigest = stored.ticket
    identity = CASIdentity(
      user: stored.user,
      attributes: CASAttributes(stored.attributes.map { (name: $0.name, values: $0.values) }),
      proxies: stored.proxies,
      signedInAt: stored.signedInAt,
      authenticationDate: stored.authenticationDate,
      isFromNewLogin: stored.isFromNewLogin,
      proxyGrantingTicket: try stored.proxyGrantingTicket.map { try ProxyGrantingTicket($0) }
    )
  }

  func encode(to encoder: any Encoder) throws {
    let stored = Stored(
      user: identity.user,
      attributes: identity.attributes.map { .init(name: $0.name, values: $0.values) },
      proxies: identity.proxies,
      signedInAt: identity.signedInAt,
      authenticationDate: identity.authenticationDate,
      isFromNewLogin: identity.isFromNewLogin,
      proxyGrantingTicket: identity.proxyGrantingTicket?.text,
      ticket: ticketDigest
    )
    try stored.encode(to: encoder)
  }

  /// The form in the store.
  private struct Stored: Codable {
    struct Attribute: Codable {
      var name: String
      var values: [String]
    }

    var user: String
    var attributes: [Attribute]
    var proxies: [String]
    var signedInAt: Date
    var authenticationDate: Date?
    var isFromNewLogin: Bool?
    var proxyGrantingTicket: String?
    var ticket: String
  }
}
