import WebSession

/// The address by which a CAS server knows an application: login and validation use exactly the same text, because
/// servers compare it as text. ``CASClient/service(_:query:)`` makes them.
///
/// An address that is known as a whole is taken as it stands: `try ServiceURL("https://app.example.org/login")`.
public struct ServiceURL: Hashable, Sendable, CustomStringConvertible {
  /// The address, percent-encoded, without a `ticket` and without a fragment.
  public let text: String

  init(text: String) {
    self.text = text
  }

  /// An address that is configured as a whole. Taken as it stands, but for a `ticket` in its query.
  ///
  /// - Throws: ``CASError`` with code `badAddress`: no http or https address, or one with a fragment, which would keep
  ///   the ticket from ever arriving.
  public init(_ text: String) throws(CASError) {
    guard WebAddress(text) != nil, !text.contains("#"), text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw CASError(.badAddress, "the service is no http or https address without a fragment")
    }
    self.text = ServiceURL.withoutTicket(text)
  }

  /// The address.
  public var description: String { text }

  /// Whether an address is this one with a ticket added to it, or without one.
  ///
  /// Servers that remember an earlier request may come back for another service (sso document c.10). One server writes
  /// the query anew, sorted by name and with `+` for a space, so that the fields are compared and not their text.
  func isReached(by url: String) -> Bool {
    guard let own = WebAddress(text), let reached = WebAddress(url) else { return false }
    return own.withoutQuery == reached.withoutQuery && ServiceURL.fields(of: own) == ServiceURL.fields(of: reached)
  }

  /// The fields of a query but the ticket, sorted, in one way of writing.
  private static func fields(of address: WebAddress) -> [String] {
    QueryText.decode((address.query ?? "")[...]).filter { $0.name != "ticket" }
      .map { PercentEncoding.encodedValue($0.name) + "=" + ($0.value.map { PercentEncoding.encodedValue($0) } ?? "%") }
      .sorted()
  }

  /// An address without the fields of its query that are named `ticket`.
  private static func withoutTicket(_ address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let fields = address[address.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
    let kept = fields.filter { $0.prefix { $0 != "=" } != "ticket" }
    guard kept.count < fields.count else { return address }
    return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }
}
