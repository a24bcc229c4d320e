public import Foundation

/// Who signed in, as the server says.
public struct CASAuthentication: Sendable, Hashable {
  /// The user's name, verbatim but for white space around it. What it means is the application's affair: case and
  /// Unicode are not folded.
  public var user: String
  /// What else the server tells about the user.
  public var attributes: CASAttributes
  /// What the proxy-granting ticket was delivered under (PGTIOU); nil when none was.
  public var proxyGrantingTicketIOU: String?
  /// The proxies that the ticket came through, the newest first; empty for a service ticket.
  public var proxies: [String]

  /// Somebody.
  public init(
    user: String,
    attributes: CASAttributes = CASAttributes(),
    proxyGrantingTicketIOU: String? = nil,
    proxies: [String] = []
  ) {
    self.user = user
    self.attributes = attributes
    self.proxyGrantingTicketIOU = proxyGrantingTicketIOU
    self.proxies = proxies
  }

  /// When the user typed the password (CAS 3, attribute `authenticationDate`); nil when the server does not say.
  public var authenticationDate: Date? {
    attributes["authenticationDate"].first.flatMap { WireInstant.date($0) }
  }

  /// Whether the password was typed for this ticket (`isFromNewLogin`); nil when the server does not say.
  public var isFromNewLogin: Bool? { flag("isFromNewLogin") }

  /// Whether the session is a long one (`longTermAuthenticationRequestTokenUsed`); nil when the server does not say.
  public var isLongTermLogin: Bool? { flag("longTermAuthenticationRequestTokenUsed") }

  private func flag(_ name: String) -> Bool? {
    switch attributes[name].first?.lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }
}

extension CASAuthentication: CustomStringConvertible, CustomReflectable {
  /// Who, and how much is known: `CASAuthentication(lou, 3 attributes)`.
  public var description: String {
    let count = attributes.count
    let facts = [
      user, "\(count) \(count == 1 ? "attribute" : "attributes")",
      proxies.isEmpty ? nil : "through \(proxies.joined(separator: " and "))",
    ]
    return "CASAuthentication(\(facts.compactMap(\.self).joined(separator: ", ")))"
  }
  /// Who it is, and the names of what is known.
  public var customMirror: Mirror {
    Mirror(self, children: ["user": user, "attributes": attributes, "proxies": proxies])
  }
}
