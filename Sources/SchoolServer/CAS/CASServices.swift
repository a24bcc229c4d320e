import WebSession

/// The services that the CAS issuer works for.
struct CASServices: Sendable {
  /// What an address may consist of (RFC 3986), the mark of a fragment left out: a ticket behind it would not arrive.
  private static let letters = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?[]@!$&'()*+,;=%".utf8
  )

  /// Nil for every service on this machine.
  private let declared: Set<String>?

  /// - Throws: ``SchoolServerError`` with code `badService` for a service that no ticket could be sent to.
  init(_ declared: [String]?) throws {
    if let wrong = declared?.first(where: { CASServices.address($0) == nil }) {
      throw SchoolServerError(.badService, "“\(wrong)” is no address of a service, such as http://127.0.0.1:8000/login")
    }
    self.declared = declared.map(Set.init)
  }

  /// Whether tickets for this service are made. Declared services are compared as texts, byte by byte.
  func accept(_ service: String) -> Bool {
    guard let address = CASServices.address(service) else { return false }
    guard let declared else { return address.isLoopback }
    return declared.contains { $0.utf8.elementsEqual(service.utf8) }
  }

  /// The address of a service, or of anything else that browsers are sent to; nil for what browsers and servers could
  /// read in different ways.
  static func address(_ text: String) -> WebAddress? {
    guard text.hasPrefix("http://") || text.hasPrefix("https://"), text.utf8.allSatisfy(letters.contains) else {
      return nil
    }
    return WebAddress(text)
  }

  /// The address of a service with a ticket.
  static func address(_ service: String, ticket: String) -> String {
    guard service.utf8.contains(UInt8(ascii: "?")) else { return "\(service)?ticket=\(ticket)" }
    return service.hasSuffix("?") || service.hasSuffix("&")
      ? "\(service)ticket=\(ticket)" : "\(service)&ticket=\(ticket)"
  }
}
