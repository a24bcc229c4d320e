public import WebSession

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

/// The step that asks for the account's PIN.
public struct PINEntry: Sendable {
  let login: PendingLogin

  /// Sends the PIN. One request.
  ///
  /// - Throws: ``PronoteError``: `wrongPIN`, after which it may be tried again, three times in all; then the session is
  ///   closed, as the official client does.
  public func enter(_ pin: AccountPIN) async throws {
    try await login.verify(pin)
  }
}

/// The step that asks for a name of this device.
public struct DeviceNaming: Sendable {
  /// The greatest length of a name, in characters.
  public static let maximumLength = 30

  /// The name under which the server knows this device already.
  public let knownName: String?
  let login: PendingLogin

  /// Whether another device of the account has this name. One request.
  public func isKnown(_ name: String) async throws -> Bool {
    try await login.isKnown(device: name)
  }

  /// Names the device. No request.
  ///
  /// - Throws: ``PronoteError`` with code `badChoice` for an empty name and one of more than 30 characters.
  public func name(_ name: String) async throws {
    try await login.setDeviceName(name)
  }
}

/// The step that asks how the account is to be protected.
public struct ProtectionChoice: Sendable {
  /// What can be chosen.
  public let modes: [ProtectionMode]
  /// What the school suggests.
  public let suggested: ProtectionMode?
  /// Whether the PIN has to be four digits exactly.
  public let isFourDigits: Bool
  let login: PendingLogin

  /// Chooses a mode. No request.
  ///
  /// - Parameter pin: the PIN to protect the account with, for the mode that needs one.
  /// - Throws: ``PronoteError`` with code `badChoice`: the school does not offer the mode, or the PIN is missing, or of
  ///   another length than four where that is wanted.
  public func choose(_ mode: ProtectionMode, pin: AccountPIN? = nil) async throws {
    try await login.choose(mode, among: modes, pin: pin, isFourDigits: isFourDigits)
  }
}

/// The step that asks for a new PIN.
public struct PINChoice: Sendable {
  /// Whether it has to be four digits exactly.
  public let isFourDigits: Bool
  let login: PendingLogin

  /// Chooses the PIN. No request.
  ///
  /// - Throws: ``PronoteError`` with code `badChoice` for one of another length than four where that is wanted.
  public func choose(_ pin: AccountPIN) async throws {
    try await login.choose(pin, isFourDigits: isFourDigits)
  }
}

/// The step that asks for a new password.
public struct PasswordChange: Sendable {
  /// What it has to fulfil; nil when the server says nothing.
  public let rules: PasswordRules?
  let login: PendingLogin

  /// Sends the new password to be checked. One request; none when it breaks a rule.
  ///
  /// - Throws: ``PronoteError`` with code `badChoice` when the rules or the server do not accept it.
  public func change(to password: Secret<String>) async throws {
    try await login.change(to: password, rules: rules)
  }
}
