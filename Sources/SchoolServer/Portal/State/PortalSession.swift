import PronoteWire

/// A browser that is signed in at the portal.
struct PortalSession: Sendable {
  /// What the cookie holds: 64 hexadecimal digits.
  let id: String
  let user: PortalUser
  /// The session of the CAS issuer that its tickets come from.
  let cas: CASSession.ID
  /// The registration of the browser, when it is a known one.
  let registration: String?

  init(user: PortalUser, cas: CASSession.ID, registration: String?) {
    id = Hex.encode(RandomBytes.make(32))
    self.user = user
    self.cas = cas
    self.registration = registration
  }
}
