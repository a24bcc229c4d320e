import PronoteWire

/// Something that a login still wants (`actionsDoubleAuth`, session document 9.1), by its number from 2024 on.
enum PendingAction: Int, Sendable {
  case choosePassword = 0
  case chooseMode = 1
  case choosePIN = 2
  case enterPIN = 3
  case resetPIN = 4
  case registerDevice = 5

  /// The actions that come with a name for the device.
  static let registering: Set<PendingAction> = [.choosePIN, .enterPIN, .resetPIN, .registerDevice]

  /// The actions with which a new PIN may come.
  static let choosingPIN: Set<PendingAction> = [.chooseMode, .choosePIN, .resetPIN]

  /// What an account wants of a login.
  ///
  /// Where a PIN cannot be reset, a forgotten one has to be entered all the same.
  ///
  /// - Parameter isDeviceKnown: whether the login comes from a device that was named before.
  static func all(for account: AccountRecord, isDeviceKnown: Bool, profile: WireProfile) -> [PendingAction] {
    let protection = account.protection
    var actions: [PendingAction] = []
    if protection.mustChangePassword { actions.append(.choosePassword) }
    if protection.mustChooseMode { actions.append(.chooseMode) }
    guard !isDeviceKnown else { return actions }
    switch protection.mode {
    case .undecided, .off: break
    case .notification: actions.append(.registerDevice)
    case .pin where account.pin == nil: actions.append(.choosePIN)
    case .pin where protection.hasForgottenPIN && !profile.lacksPINReset: actions.append(.resetPIN)
    case .pin: actions.append(.enterPIN)
    }
    return actions
  }

  /// The number in a dialect: registering a device was 4 where a PIN could not be reset.
  func number(in profile: WireProfile) -> Int {
    self == .registerDevice && profile.lacksPINReset ? 4 : rawValue
  }
}
