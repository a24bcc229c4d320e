import PronoteWire

/// What the CAS issuer hands out to be shown again later: a prefix and 32 random bytes.
enum CASTicket: String, Sendable {
  /// For one service, once.
  case service = "ST"
  /// For one service behind another, once.
  case proxy = "PT"
  /// Gives proxy tickets.
  case proxyGranting = "PGT"
  /// Tells a service which of the proxy-granting tickets that it received is meant.
  case proxyGrantingIOU = "PGTIOU"
  /// The session of a browser.
  case ticketGranting = "TGT"
  /// For sending one form, once.
  case login = "LT"

  /// A new one, such as `ST-` and 64 hexadecimal digits.
  func make() -> String {
    "\(rawValue)-\(Hex.encode(RandomBytes.make(32)))"
  }
}
