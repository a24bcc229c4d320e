package import SchoolModel

/// A login and the person whom it opens the school for. Descriptions show neither password nor PIN.
package struct AccountRecord: Hashable, Sendable {
  /// How a portal (ENT) checks a user a second time.
  package enum SecondFactor: String, Sendable, Hashable {
    /// A code by mail.
    case mail
    /// A time-based code; the secret is ``AccountRecord/totpSecret``.
    case totp
  }

  /// The key.
  package var key: Int64
  /// The user name.
  package var login: String
  /// The password.
  package var password: String
  /// The space that it opens.
  package var space: AccountSpace
  /// Whom it belongs to.
  package var person: PersonReference
  /// The PIN of the second factor, when the account has one.
  package var pin: String?
  /// How it is protected, and what its owner still has to choose.
  package var protection: ProtectionRecord
  /// Whether the school switched the account off.
  package var isDisabled: Bool
  /// Whether it is an account of the portal (ENT) and not of PRONOTE itself.
  package var isPortalUser: Bool
  /// The portal's second factor.
  package var secondFactor: SecondFactor?
  /// The base32 secret of the portal's time-based codes.
  package var totpSecret: String?
  /// What the account is for, in English.
  package var note: String
}

extension AccountRecord: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `demonstration (student)`.
  package var description: String { "\(login) (\(space))" }
  /// The same as ``description``.
  package var debugDescription: String { description }
  /// Nothing but the login and the space, so that dumps hold no secret.
  package var customMirror: Mirror { Mirror(self, children: ["login": login, "space": space.rawValue]) }
}
