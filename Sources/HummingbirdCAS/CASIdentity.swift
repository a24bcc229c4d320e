public import CAS
public import Foundation

/// Somebody who signed in through CAS.
public struct CASIdentity: Sendable, Hashable {
  private struct Facts: Sendable, Hashable {
    let user: String
    let attributes: CASAttributes
    let proxies: [String]
    let signedInAt: Date
    let authenticationDate: Date?
    let isFromNewLogin: Bool?
    let proxyGrantingTicket: ProxyGrantingTicket?
  }

  /// One object for all facts, because every middleware hands the context of a request on, and the identity with it.
  private final class Box: Sendable {
    let facts: Facts

    init(_ facts: Facts) {
      self.facts = facts
    }
  }

  private let box: Box

  /// The name, exactly as the CAS server sent it: case, accents and spaces are for the application to judge.
  public var user: String { box.facts.user }

  /// What else the server says about them.
  public var attributes: CASAttributes { box.facts.attributes }

  /// The applications through which they came, newest first; empty for a browser.
  public var proxies: [String] { box.facts.proxies }

  /// When they signed in to this application.
  public var signedInAt: Date { box.facts.signedInAt }

  /// When they showed their password to the CAS server, if it says so.
  public var authenticationDate: Date? { box.facts.authenticationDate }

  /// Whether they typed their password for this login, if the server says so.
  public var isFromNewLogin: Bool? { box.facts.isFromNewLogin }

  /// What gets tickets for other applications in their name; nil unless ``CASSettings/proxyGrantingTickets`` is set
  /// and the server delivered one.
  public var proxyGrantingTicket: ProxyGrantingTicket? { box.facts.proxyGrantingTicket }

  /// Somebody, for tests of applications.
  public init(
    user: String,
    attributes: CASAttributes = CASAttributes(),
    proxies: [String] = [],
    signedInAt: Date = Date(),
    authenticationDate: Date? = nil,
    isFromNewLogin: Bool? = nil,
    proxyGrantingTicket: ProxyGrantingTicket? = nil
  ) {
    box = Box(
      Facts(
        user: user,
        attributes: attributes,
        proxies: proxies,
        signedInAt: signedInAt,
        authenticationDate: authenticationDate,
        isFromNewLogin: isFromNewLogin,
        proxyGrantingTicket: proxyGrantingTicket
      )
    )
  }

  /// Whether two are the same person, signed in at the same time with the same facts.
  public static func == (left: CASIdentity, right: CASIdentity) -> Bool {
    left.box === right.box || left.box.facts == right.box.facts
  }

  /// Hashes every fact.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(box.facts)
  }
}

extension CASIdentity: CustomStringConvertible, CustomReflectable {
  /// Who, and how much is known: `CASIdentity(lou, 3 attributes)`.
  public var description: String {
    let count = attributes.count
    return "CASIdentity(\(user), \(count) \(count == 1 ? "attribute" : "attributes"))"
  }
  /// Who it is, since when, and the names of what is known.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: ["user": user, "attributes": attributes, "proxies": proxies, "signedInAt": signedInAt]
    )
  }
}
