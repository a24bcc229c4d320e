public import CAS

/// What a portal gave for the way into a school: good for one login, within seconds.
public struct PortalTicket: Sendable {
  /// The name that the user signed in with at the portal.
  public var username: String
  /// The page that the ticket was made for, exactly as the portal was asked: ``PortalEntrance/service``.
  public var service: ServiceURL
  /// The ticket.
  public var ticket: CASTicket

  /// A ticket of a portal.
  public init(username: String, service: ServiceURL, ticket: CASTicket) {
    self.username = username
    self.service = service
    self.ticket = ticket
  }
}
