public import CAS
public import Foundation

/// Somebody who signed in through CAS.
public struct CASIdentity: Sendable, Hashable {
  /// The name, exactly as the CAS server sent it: case, accents and spaces are for the application to judge.
  public let user: String

  /// What else the server says about them.
  public let attributes: CASAttributes

  /// The applications through which they came, newest first; empty for a browser.
  public let proxies: [String]

  /// When they signed in to this application.
  public let signedInAt: Date

  /// When they showed their password to the CAS server, if it says so.
  public let authenticationDate: Date?

  /// Whether they typed their password for this login, if the server says so.
  public let isFromNewLogin: Bool?

  /// What gets tickets for other applications in their name; nil unless ``CASSettings/proxyGrantingTickets`` is set
  /// and the server delivered one.
  public let proxyGrantingTicket: ProxyGrantingTicket?

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
    self.user = user
    self.attributes = attributes
    self.proxies = proxies
    self.signedInAt = signedInAt
    self.authenticationDate = authenticationDate
    self.isFromNewLogin = isFromNewLogin
    self.proxyGrantingTicket = proxyGrantingTicket
  }
}
