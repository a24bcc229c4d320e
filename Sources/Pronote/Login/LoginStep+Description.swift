extension LoginStep: CustomStringConvertible {
  /// Where the login stands: `needsSecondFactor(enter the account's PIN, name this device)`.
  public var description: String {
    switch self {
    case .signedIn(let session): "signedIn(\(session))"
    case .needsSecondFactor(let factor): "needsSecondFactor(\(factor.words))"
    }
  }
}

extension SecondFactor: CustomStringConvertible, CustomReflectable {
  fileprivate var words: String { steps.map(\.description).joined(separator: ", ") }

  /// The steps in words: `SecondFactor(choose a PIN, name this device)`.
  public var description: String { "SecondFactor(\(words))" }
  /// The steps, and nothing of the login that waits.
  public var customMirror: Mirror { Mirror(self, children: ["steps": steps]) }
}

extension SecondFactorStep: CustomStringConvertible {}

extension PINEntry: CustomStringConvertible, CustomReflectable {
  /// No PIN is in it.
  public var description: String { "PINEntry" }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension PINChoice: CustomStringConvertible, CustomReflectable {
  /// How long the PIN has to be: `PINChoice(four digits)`.
  public var description: String { "PINChoice(\(isFourDigits ? "four digits" : "four digits or more"))" }
  /// How long the PIN has to be.
  public var customMirror: Mirror { Mirror(self, children: ["isFourDigits": isFourDigits]) }
}

extension PINReset: CustomStringConvertible, CustomReflectable {
  /// Where the code goes: `PINReset(a code to l*****@example.org)`.
  public var description: String { "PINReset(a code to \(maskedAddress ?? "an address that the school knows"))" }
  /// Where the code goes, and how long the PIN has to be.
  public var customMirror: Mirror {
    Mirror(self, children: ["maskedAddress": maskedAddress as Any, "isFourDigits": isFourDigits])
  }
}

extension DeviceNaming: CustomStringConvertible, CustomReflectable {
  /// The name that the school has: `DeviceNaming(known as Lou's laptop)`.
  public var description: String { "DeviceNaming(\(knownName.map { "known as \($0)" } ?? "not known yet"))" }
  /// The name that the school has.
  public var customMirror: Mirror { Mirror(self, children: ["knownName": knownName as Any]) }
}

extension ProtectionChoice: CustomStringConvertible, CustomReflectable {
  /// What can be chosen: `ProtectionChoice(off, notification, PIN; the school suggests PIN)`.
  public var description: String {
    let words = modes.map(\.description).joined(separator: ", ")
    return "ProtectionChoice(\(words)\(suggested.map { "; the school suggests \($0)" } ?? ""))"
  }
  /// What can be chosen.
  public var customMirror: Mirror {
    Mirror(self, children: ["modes": modes, "suggested": suggested as Any, "isFourDigits": isFourDigits])
  }
}

extension PasswordChange: CustomStringConvertible, CustomReflectable {
  /// What the password has to fulfil: `PasswordChange(8 to 32 characters, a letter)`.
  public var description: String { "PasswordChange(\(rules?.summary ?? "no rules are known"))" }
  /// What the password has to fulfil.
  public var customMirror: Mirror { Mirror(self, children: ["rules": rules as Any]) }
}

extension PasswordRules: CustomStringConvertible {
  /// The rules in words.
  public var description: String { summary }
}
