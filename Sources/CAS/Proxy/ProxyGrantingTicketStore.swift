public import Foundation

/// Where proxy-granting tickets wait between the server's callback and its answer.
///
/// Anybody can call the callback. So the first write of a name wins, a ticket is read once, what is too old is gone, and
/// a store holds no more than it can bear (sso document b, 13).
public protocol ProxyGrantingTicketStore: Sendable {
  /// Keeps a ticket under its IOU until a date. A name that is taken stays as it is.
  func keep(_ ticket: ProxyGrantingTicket, for iou: String, until date: Date) async throws

  /// The ticket of an IOU, which is gone afterwards; nil when there is none, or when it is too old.
  func take(_ iou: String) async throws -> ProxyGrantingTicket?
}
