/// A kind of second factor, by the portal's own name. An open set: portals can have factors of their own.
public struct SecondFactorMethod: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The portal's name for it, such as `totp`.
  public let rawValue: String

  /// A kind of that name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The name.
  public var description: String { rawValue }

  /// A code of an authenticator app.
  public static let totp = SecondFactorMethod(rawValue: "totp")
  /// A code that is sent by mail when the method is chosen.
  public static let mail = SecondFactorMethod(rawValue: "mail")
  /// A code that another system sends.
  public static let ext = SecondFactorMethod(rawValue: "ext")
  /// A security key. Needs a browser.
  public static let webauthn = SecondFactorMethod(rawValue: "webauthn")
  /// A code of a YubiKey.
  public static let yubikey = SecondFactorMethod(rawValue: "yubikey")
  /// A code that a RADIUS server checks.
  public static let radius = SecondFactorMethod(rawValue: "radius")
  /// A second password.
  public static let password = SecondFactorMethod(rawValue: "password")
}
