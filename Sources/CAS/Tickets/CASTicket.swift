import Crypto

/// A service ticket (`ST-…`) or a proxy ticket (`PT-…`): good for one validation, for one service.
///
/// A text that could do harm in an address is no ticket, and is refused before anything is sent (CVE-2014-4172).
/// Prints as `<redacted>`.
public struct CASTicket: Hashable, Sendable {
  /// The ticket as the server wrote it.
  public let text: String

  /// Reads a ticket.
  ///
  /// - Throws: ``CASError`` with code `malformedTicket`: anything but `ST-` or `PT-` and letters, digits, `-`, `.` and
  ///   `_`, 256 bytes at most.
  public init(_ text: String) throws(CASError) {
    guard TicketText.isTicket(text, prefix: "ST-") || TicketText.isTicket(text, prefix: "PT-") else {
      throw CASError(.malformedTicket, "this is no service ticket and no proxy ticket")
    }
    self.text = text
  }

  /// The ticket that an address brings; nil when it brings none.
  ///
  /// - Throws: ``CASError`` with code `malformedTicket` for a text that is no ticket, and for two tickets.
  static func inQuery(of address: String) throws(CASError) -> CASTicket? {
    let tickets = QueryText.decode(QueryText.query(of: address)).filter { $0.name == "ticket" }
    guard tickets.count <= 1 else { throw CASError(.malformedTicket, "the address holds more than one ticket") }
    guard let ticket = tickets.first else { return nil }
    return try CASTicket(ticket.value ?? "")
  }

  /// Whether it was made for a proxy.
  public var isProxyTicket: Bool { text.hasPrefix("PT-") }

  /// What may be stored to find the session again at single logout: SHA-256, hexadecimal.
  public var digest: String { CASTicket.digest(of: text) }

  /// The digest of the session index of a logout request, which is the ticket of the login that ends.
  public static func digest(of sessionIndex: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = SHA256.hash(data: Array(sessionIndex.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CASTicket: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the ticket.
  public var description: String { "<redacted>" }
  /// Never the ticket.
  public var debugDescription: String { description }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
