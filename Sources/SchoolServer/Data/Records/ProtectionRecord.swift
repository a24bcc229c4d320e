/// How an account is protected, and what its owner still has to choose (session document 9.1).
package struct ProtectionRecord: Hashable, Sendable {
  /// The modes, by their numbers on the wire.
  package enum Mode: Int, Sendable, Hashable {
    /// Not chosen yet.
    case undecided = 0
    /// No second factor.
    case off = 1
    /// A device has to be registered.
    case notification = 2
    /// A PIN for every unknown device.
    case pin = 3
  }

  /// How the account is protected.
  package var mode: Mode
  /// Whether the password has to be replaced by one of the owner's own.
  package var mustChangePassword = false
  /// Whether the mode has to be chosen.
  package var mustChooseMode = false
  /// Whether the PIN is forgotten and has to be reset.
  package var hasForgottenPIN = false

  /// A protection with nothing left to choose.
  package init(mode: Mode) {
    self.mode = mode
  }

  /// What protects an account that nothing was written down about.
  init(pin: String?) {
    mode = pin == nil ? .off : .pin
  }
}
