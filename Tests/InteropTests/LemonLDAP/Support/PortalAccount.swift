import LemonLDAP
import WebSession

/// The accounts that every portal of these tests has. The password is the name.
enum PortalAccount: String, Sendable {
  /// No second factor.
  case plain = "msmith"
  /// A mail code.
  case mail = "dwho"
  /// A one-time password.
  case oneTimePassword = "rtyler"
  /// Either of them.
  case both = "davros"
  /// A mail code, but no address.
  case withoutMail = "nomail"
  /// For wrong passwords: it gets locked.
  case clumsy = "bforce"
  /// A notice to accept.
  case reader = "notif"
  /// Refused without a word.
  case banned
  /// Refused with the administrator's words.
  case closed
  /// A name with letters outside ASCII.
  case accents = "zoe"

  var name: String { rawValue }
  var password: Secret<String> { Secret(rawValue) }

  /// The secret of its authenticator app.
  var secret: String {
    self == .both ? "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" : "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
  }

  /// Its authenticator app.
  func generator() throws -> OneTimePasswordGenerator {
    try OneTimePasswordGenerator(secret: Secret(secret))
  }
}
