import WebSession

/// An application that the portal knows, and who may go there (sso document c.10).
package struct PortalApplication: Sendable, Hashable {
  /// Its address. Addresses that continue it belong to it, too, as at a real portal: `/app` is `/app/deep?a=b`.
  package var address: String
  /// The only user that it is for; nil for everybody.
  package var user: String?
  /// How strong a sign-in has to be. A password is worth 1.
  package var level: Int

  package init(_ address: String, user: String? = nil, level: Int = 0) {
    self.address = address
    self.user = user
    self.level = level
  }

  /// Whether a service is this application.
  func covers(_ service: String) -> Bool {
    guard let asked = CASServices.address(service), let own = CASServices.address(address) else { return false }
    return asked.origin == own.origin && service.utf8.starts(with: address.utf8)
  }
}
