import PronoteWire

/// What a page signs in with by itself after the portal: `e` and `f` of its start block (session document 13). Random,
/// good once, and for the session of that page alone.
struct PortalLogin: Sendable {
  /// `e`, in place of the user name. Letters and digits, because one client reads the start block badly.
  let identifier = Hex.encode(RandomBytes.make(16), uppercase: true)
  /// `f`, in place of the password.
  let password = Hex.encode(RandomBytes.make(16), uppercase: true)
  /// Whom the portal vouches for.
  let account: AccountRecord
  /// The device that may be paired by this login; nil for a browser.
  let device: String?
}
