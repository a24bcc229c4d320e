/// Somebody who can sign in at the portal. All of them are invented.
struct PortalUser: Sendable {
  /// What is asked for after the password.
  enum Factor: String, Sendable {
    case totp
    case mail
  }

  /// What becomes of a right password.
  enum Admission: Sendable {
    case granted
    /// Refused without a word.
    case refused
    /// Refused with the administrator's message.
    case closed(String)
  }

  var name: String
  var password: String
  /// The name for people.
  var label: String
  var mail: String?
  /// The base32 secret of time-based codes.
  var totpSecret: String?
  /// In the order of the choice.
  var factors: [Factor] = []
  /// The key of the account of PRONOTE; nil for who is known to the portal alone.
  var account: Int64?
  var admission = Admission.granted
  /// Whether there is a notice to accept before anything else.
  var hasNotice = false
  /// What the user is for.
  var note: String
}
