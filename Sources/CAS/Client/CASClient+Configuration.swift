package import Foundation
import WebSession

extension CASClient {
  /// Where the server is, where the application is, and what is accepted.
  public struct Configuration: Sendable {
    /// The CAS server: `https://cas.example.org/cas`, without a slash at its end.
    public let server: String
    /// The application as browsers reach it: `https://app.example.org`, maybe with a path, without a slash at its end.
    public let serviceBase: String

    /// How tickets are validated.
    public var validation = CASProtocol.cas3
    /// Whether proxy tickets are accepted at all (CVE-2012-1104).
    public var acceptsProxyTickets = false
    /// The chains of proxies that are accepted: whole chains of whole addresses, the newest proxy first.
    public var allowedProxyChains: [[String]] = []
    /// How long one exchange with the server may take.
    public var deadline: Duration = .seconds(10)
    /// How far the clocks of server and client may differ, for SAML.
    public var clockTolerance: Duration = .seconds(60)

    package var now: @Sendable () -> Date = { Date() }

    /// A configuration. The application's address is never taken from a request (CVE-2022-39369), so it is asked for.
    ///
    /// - Throws: ``CASError`` with code `badConfiguration`: an address that is none, has a query, or is `http` anywhere
    ///   but on this machine.
    public init(server: String, serviceBase: String) throws(CASError) {
      self.server = try Self.base(server, of: "the CAS server")
      self.serviceBase = try Self.base(serviceBase, of: "the service")
    }

    private static func base(_ text: String, of what: String) throws(CASError) -> String {
      guard let address = WebAddress(text), address.query == nil, !text.contains("#"), !text.contains("?") else {
        throw CASError(.badConfiguration, "the address of \(what) is no http or https address without a query")
      }
      guard address.isSecure || address.isLoopback else {
        throw CASError(
          .badConfiguration,
          "the address of \(what), \(address.origin), has to be https: tickets are worth a login"
        )
      }
      var base = address.description
      while base.hasSuffix("/") { base.removeLast() }
      return base
    }
  }
}
