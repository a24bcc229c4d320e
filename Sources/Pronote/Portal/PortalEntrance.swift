public import CAS
import WebSession

/// Where the users of a school sign in, and what a portal has to be asked for.
public struct PortalEntrance: Sendable, Hashable {
  /// The CAS server in front of the school, such as `https://cas.example.org/cas`, without a slash at its end.
  public var cas: String
  /// The page that a ticket has to be for, exactly so.
  public var service: ServiceURL

  /// An entrance.
  public init(cas: String, service: ServiceURL) {
    self.cas = cas
    self.service = service
  }

  /// The portal whose part the CAS server is, where it is called as LemonLDAP::NG calls it: `https://cas.example.org/`.
  public var portal: String { cas.hasSuffix("/cas") ? String(cas.dropLast(3)) : cas + "/" }

  /// Reads the address that a school's page sends its users to: `https://cas.example.org/cas/login?service=…`.
  ///
  /// - Returns: nil when it is no CAS server's, or when the service is not a page of the school's own origin: a ticket
  ///   would be worth a login there.
  init?(_ redirect: WebAddress, ofSchoolAt page: WebAddress) {
    guard redirect.isSecure || redirect.isLoopback, redirect.path.hasSuffix("/login"),
      let text = QueryText.decode((redirect.query ?? "")[...]).first(where: { $0.name == "service" })?.value,
      let service = try? ServiceURL(text), WebAddress(service.text)?.origin == page.origin
    else { return nil }
    self.init(cas: String(redirect.withoutQuery.description.dropLast("/login".count)), service: service)
  }
}
