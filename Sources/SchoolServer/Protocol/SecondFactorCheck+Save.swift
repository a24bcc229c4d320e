import PronoteWire

/// Action 3: one request saves everything that the login wants, and nothing else.
extension SecondFactorCheck {
  func save(_ request: SecurisationCompteDoubleAuth.Request, _ cipher: SessionCipher) throws -> Outcome {
    var changed = account
    try choosePassword(request, cipher, &changed)
    try chooseMode(request, &changed)
    try choosePIN(request, cipher, &changed)
    return .save(changed, label: try label(request))
  }

  private func choosePassword(
    _ request: SecurisationCompteDoubleAuth.Request,
    _ cipher: SessionCipher,
    _ changed: inout AccountRecord
  ) throws {
    guard actions.contains(.choosePassword) else { return try refuse(request.nouveauMDP != nil) }
    guard let password = cipher.secret(request.nouveauMDP), policy.accepts(password, for: account) else {
      throw ServerRefusal.accessDenied
    }
    changed.password = password
    changed.protection.mustChangePassword = false
  }

  private func chooseMode(
    _ request: SecurisationCompteDoubleAuth.Request,
    _ changed: inout AccountRecord
  ) throws {
    guard actions.contains(.chooseMode) else { return try refuse(request.mode != nil) }
    guard let mode = request.mode.flatMap(ProtectionRecord.Mode.init(rawValue:)), modes.contains(mode) else {
      throw ServerRefusal.accessDenied
    }
    changed.protection.mode = mode
    changed.protection.mustChooseMode = false
  }

  private func choosePIN(
    _ request: SecurisationCompteDoubleAuth.Request,
    _ cipher: SessionCipher,
    _ changed: inout AccountRecord
  ) throws {
    let resets = actions.contains(.resetPIN)
    if resets {
      try refuse(!isResetCodeProven || request.reinitPINOK != true)
      try refuse(!isResetCode(request.codePINVerifReinit, cipher))
    } else {
      try refuse(request.reinitPINOK == true || request.codePINVerifReinit != nil)
    }
    if actions.contains(.enterPIN) {
      try refuse(!isPINProven || cipher.secret(request.codePin) != account.pin)
    } else if resets || actions.contains(.choosePIN) || actions.contains(.chooseMode) && changed.protection.mode == .pin
    {
      guard let pin = cipher.pin(request.codePin) else { throw ServerRefusal.accessDenied }
      changed.pin = pin
      changed.protection.hasForgottenPIN = false
    } else {
      try refuse(request.codePin != nil)
    }
  }

  /// The name of the device: wanted by some actions, allowed with the choice of a mode.
  private func label(_ request: SecurisationCompteDoubleAuth.Request) throws -> String? {
    let registers = actions.contains(where: PendingAction.registering.contains)
    guard request.avecIdentification == true else {
      try refuse(registers)
      return nil
    }
    try refuse(!registers && !actions.contains(.chooseMode))
    guard let label = request.strIdentification, DeviceLabel.isAllowed(label) else { throw ServerRefusal.accessDenied }
    return label
  }

  private func refuse(_ isWrong: @autoclosure () throws -> Bool) throws {
    if try isWrong() { throw ServerRefusal.accessDenied }
  }
}
