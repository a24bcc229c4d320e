import PronoteWire

/// What Authentification says about the second factor (session document 7.5 and 9).
struct SecondFactorDemand: Sendable {
  let actions: [SecondFactor.Action]
  let modes: [ProtectionMode]
  let suggestedMode: ProtectionMode?
  let rules: PasswordRules?
  let isPINFourDigits: Bool
  let knownDeviceName: String?
  let maskedAddress: String?

  init(_ response: Authentification.Response, profile: WireProfile) {
    // Number 4 had the meaning of today's 5 (session document 9.1).
    actions = response.actionsDoubleAuth.map { number in
      profile.lacksPINReset && number == 4 ? .registerDevice : SecondFactor.Action(rawValue: number)
    }
    modes = response.modesPossibles.map(ProtectionMode.init(rawValue:))
    suggestedMode = response.modeSecurisationParDefaut.map(ProtectionMode.init(rawValue:))
    rules = response.reglesSaisieMDP.map { PasswordRules($0) }
    isPINFourDigits = response.codePINFixe ?? false
    knownDeviceName = response.libelleSaisieExistant
    maskedAddress = response.emailOcculte
  }

  /// The steps that the actions come to, each of them once.
  func steps(of login: PendingLogin) -> [SecondFactorStep] {
    var steps: [SecondFactorStep] = []
    for action in actions {
      switch action {
      case .choosePassword: steps.append(.changePassword(PasswordChange(rules: rules, login: login)))
      case .chooseProtection:
        steps.append(
          .chooseProtection(
            ProtectionChoice(modes: modes, suggested: suggestedMode, isFourDigits: isPINFourDigits, login: login)
          )
        )
      case .choosePIN: steps.append(.choosePIN(PINChoice(isFourDigits: isPINFourDigits, login: login)))
      case .enterPIN: steps.append(.enterPIN(PINEntry(login: login)))
      case .resetPIN:
        steps.append(
          .resetPIN(PINReset(maskedAddress: maskedAddress, isFourDigits: isPINFourDigits, login: login))
        )
      case .registerDevice: break
      default: steps.append(.unknown(action))
      }
    }
    if actions.contains(where: \.registersDevice) {
      steps.append(.nameDevice(DeviceNaming(knownName: knownDeviceName, login: login)))
    }
    return steps
  }
}
