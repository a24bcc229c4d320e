/// A proxy-granting ticket (`PGT-…`): good for proxy tickets in a user's name until that user signs out. Prints as
/// `<redacted>`.
public struct ProxyGrantingTicket: Hashable, Sendable {
  /// The ticket as the server wrote it.
  public let text: String

  /// Reads a ticket.
  ///
  /// - Throws: ``CASError`` with code `malformedTicket`.
  public init(_ text: String) throws(CASError) {
    guard TicketText.isTicket(text, prefix: "PGT-") else {
      throw CASError(.malformedTicket, "this is no proxy-granting ticket")
    }
    self.text = text
  }
}

extension ProxyGrantingTicket: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the ticket.
  public var description: String { "<redacted>" }
  /// Never the ticket.
  public var debugDescription: String { description }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
