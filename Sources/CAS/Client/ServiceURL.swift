/// The address by which a CAS server knows an application: login and validation use exactly the same text, because
/// servers compare it as text. ``CASClient/service(_:query:)`` makes them.
public struct ServiceURL: Hashable, Sendable, CustomStringConvertible {
  /// The address, percent-encoded, without a `ticket` and without a fragment.
  public let text: String

  init(text: String) {
    self.text = text
  }

  /// The address.
  public var description: String { text }

  /// Whether an address is this one with a ticket added to it, or without one.
  ///
  /// Servers that remember an earlier request may come back for another service (sso document c.10).
  func isReached(by url: String) -> Bool {
    let address = String(url.prefix { $0 != "#" })
    guard let mark = address.firstIndex(of: "?") else { return address == text }
    let kept = address[address.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("ticket=") }
    return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) == text
  }
}
