import PronoteWire

/// What an account's owner changes about its protection from inside a session (session document 9.4).
struct SecurityPreferences: Sendable {
  private static let maximumTries = 3
  private var tries = 0

  /// Answers one action. PINs and passwords are encrypted under the session key, whatever the session's flags.
  ///
  /// - Throws: ``ServerRefusal`` 3 for what is not allowed, and after three wrong PINs or passwords in a row; 20 for a
  ///   device that the account does not have; 21 for an action that does not exist.
  mutating func answer(
    _ request: SecurisationComptePreference.Request,
    _ context: FunctionContext,
    cipher: SessionCipher
  ) throws -> SecurisationComptePreference.Response {
    try context.requireTab(Tab.personalData)
    guard tries < SecurityPreferences.maximumTries else { throw ServerRefusal.accessDenied }
    let database = context.database
    // Another session may have changed it meanwhile.
    guard var account = try database.account(key: context.account.key) else { throw ServerRefusal.unknownObject }
    switch request.action {
    case 0:
      return .init(result: counted(account.pin != nil && cipher.secret(request.codePin) == account.pin))
    case 4:
      guard let mode = request.mode.flatMap(ProtectionRecord.Mode.init(rawValue:)), mode != .undecided else {
        throw ServerRefusal.accessDenied
      }
      if account.protection.mode == .pin, mode != .pin {
        guard provesPIN(request.ancienCodePin, account, cipher) else { return .init(result: false) }
        account.pin = nil
      }
      account.protection = ProtectionRecord(mode: mode)
    case 5:
      guard let pin = cipher.pin(request.codePin) else { throw ServerRefusal.accessDenied }
      guard provesPIN(request.ancienCodePin, account, cipher) else { return .init(result: false) }
      account.pin = pin
    case 6, 7:
      try changeDevice(request, of: account, in: database)
      return .init(result: true)
    case 8:
      guard counted(cipher.secret(request.ancienMDP) == account.password),
        let password = cipher.secret(request.nouveauMDP),
        PasswordPolicy(profile: context.profile).accepts(password, for: account)
      else { return .init(result: false) }
      account.password = password
    case 9: throw ServerRefusal.accessDenied
    default: throw ServerRefusal.cannotProcess
    }
    try database.save(account)
    return .init(result: true)
  }

  /// Whether this is the PIN so far. Where there is none, nothing has to be proven.
  private mutating func provesPIN(_ sealed: String?, _ account: AccountRecord, _ cipher: SessionCipher) -> Bool {
    guard let pin = account.pin else { return true }
    return counted(cipher.secret(sealed) == pin)
  }

  private func changeDevice(
    _ request: SecurisationComptePreference.Request,
    of account: AccountRecord,
    in database: SchoolDatabase
  ) throws {
    guard let source = request.genreSource.flatMap(RegisteredDevice.Source.init(rawValue:)),
      let identifier = request.identifiantSysteme
    else { throw ServerRefusal.unknownObject }
    let found: Bool
    if request.action == 6 {
      guard let label = request.libelleSaisi, DeviceLabel.isAllowed(label) else { throw ServerRefusal.accessDenied }
      found = try database.rename(source, identifier, account: account.key, to: label)
    } else {
      found = try database.remove(source, identifier, account: account.key)
    }
    guard found else { throw ServerRefusal.unknownObject }
  }

  /// Counts wrong tries in a row.
  private mutating func counted(_ isRight: Bool) -> Bool {
    tries = isRight ? 0 : tries + 1
    return isRight
  }
}
