/// One thing that an account wants before it opens. Each has exactly the calls that fit it; ``SecondFactor/finish()``
/// saves them all together (session document 9.3).
public enum SecondFactorStep: Sendable {
  /// Enter the account's PIN.
  case enterPIN(PINEntry)
  /// Reset the account's PIN with a code that comes by mail.
  case resetPIN(PINReset)
  /// Name this device.
  case nameDevice(DeviceNaming)
  /// Choose how the account is protected.
  case chooseProtection(ProtectionChoice)
  /// Choose a PIN.
  case choosePIN(PINChoice)
  /// Replace the password by one of one's own.
  case changePassword(PasswordChange)
  /// Something that this version does not know.
  case unknown(SecondFactor.Action)

  /// In words, for people.
  public var description: String {
    switch self {
    case .enterPIN: "enter the account's PIN"
    case .resetPIN: "reset the account's PIN"
    case .nameDevice: "name this device"
    case .chooseProtection: "choose how the account is protected"
    case .choosePIN: "choose a PIN"
    case .changePassword: "choose a new password"
    case .unknown(let action): action.description
    }
  }
}
