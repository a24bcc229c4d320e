import PronoteWire

extension SchoolSession {
  /// What a login still wants, told in the answer that brings its key; nil when it wants nothing.
  func secondFactor(
    _ attempt: LoginAttempt,
    _ account: AccountRecord,
    _ response: inout Authentification.Response
  ) throws -> SecondFactorCheck? {
    // The first session of a pairing code is let in; the factor comes with its token (session document 8.4).
    if case .pairingCode = attempt.secret { return nil }
    let label = try knownLabel(attempt.secret, account)
    let actions = PendingAction.all(
      for: account,
      isDeviceKnown: label != nil && !attempt.secret.isPairing,
      profile: school.profile
    )
    guard !actions.isEmpty else { return nil }
    let check = SecondFactorCheck(school: school, account: account, actions: actions)
    response.actionsDoubleAuth = actions.map { $0.number(in: school.profile) }
    response.modesPossibles = check.modes.map(\.rawValue)
    response.modeSecurisationParDefaut =
      account.protection.mode == .undecided
      ? ProtectionRecord.Mode.notification.rawValue : account.protection.mode.rawValue
    response.libelleSaisieExistant = label
    if actions.contains(.choosePassword) {
      response.reglesSaisieMDP = check.policy.rules
      response.messageForcerModificationMdp = "Vous devez personnaliser votre mot de passe."
    }
    if actions.contains(where: PendingAction.choosingPIN.contains) { response.codePINFixe = true }
    if actions.contains(.resetPIN) {
      response.avecReinitPIN = true
      response.emailOcculte = try ResetMail.hiddenAddress(of: account, in: school)
    }
    return check
  }

  /// The name of the device that signs in: an app is known by its identifier, a browser by what it sends back
  /// (session document 9.3).
  private func knownLabel(_ secret: LoginSecret, _ account: AccountRecord) throws -> String? {
    let devices = try school.database.registeredDevices(account: account.key)
    if let uuid = secret.uuid {
      return devices.first { $0.source == .app && $0.identifier == uuid }?.label
    }
    return devices.first { $0.source == .browser && $0.identifier == browserIdentity }?.label
  }

  /// Answers one action of the second factor. The session is open when everything was saved.
  func answerSecondFactor(
    _ call: ServerChannel.Incoming,
    _ account: AccountRecord,
    _ pending: SecondFactorCheck
  ) throws -> ServerChannel.Answer {
    var check = pending
    let outcome = try check.answer(.init(call.payload), cipher: cipher)
    switch outcome {
    case .answer(let response):
      state = .pendingSecondFactor(account, check)
      return ServerChannel.Answer(payload: response.json)
    case .save(let changed, let label):
      var response = SecurisationCompteDoubleAuth.Response()
      response.jetonConnexionAppliMobile = try keep(changed, label: label, before: account)
      state = .authenticated(changed)
      return ServerChannel.Answer(payload: response.json)
    }
  }

  /// Writes down what was chosen, and the device that it was chosen from.
  ///
  /// - Returns: the next token of that device, when its last one died with the password.
  private func keep(_ changed: AccountRecord, label: String?, before account: AccountRecord) throws -> String? {
    guard let uuid = deviceInUse, let known = try school.database.device(account: account.key, uuid: uuid) else {
      // An app that was removed meanwhile is no browser.
      let identity = deviceInUse == nil ? browserIdentity : nil
      let browser = identity.flatMap { identity in
        label.map { BrowserRecord(account: account.key, identity: identity, label: $0) }
      }
      try school.database.save(changed, browser: browser)
      return nil
    }
    var device = known
    device.label = label ?? device.label
    var next: String?
    if changed.password != account.password {
      let token = DeviceRecord.makeToken()
      switch school.configuration.tokenPolicy {
      case .strict:
        device.token = token
        device.pendingToken = nil
      case .lenient:
        device.pendingToken = token
        unconfirmedDevice = uuid
      }
      next = token
    }
    school.replacedTokens.note(known, replacedBy: device)
    try school.database.save(changed, device: device)
    return next
  }
}
