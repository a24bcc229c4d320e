import PronoteWire

/// The second factor of one login: what it wants, and what was proven so far (session document 9.2).
struct SecondFactorCheck: Sendable {
  private static let maximumTries = 3

  /// What an action comes to.
  enum Outcome: Sendable {
    case answer(SecurisationCompteDoubleAuth.Response)
    /// Everything that was wanted was given: the account as it is from now on, and the name of the device.
    case save(AccountRecord, label: String?)
  }

  let school: School
  let account: AccountRecord
  let actions: [PendingAction]
  private var tries = 0
  private(set) var isPINProven = false
  private(set) var isResetCodeProven = false

  init(school: School, account: AccountRecord, actions: [PendingAction]) {
    self.school = school
    self.account = account
    self.actions = actions
  }

  var policy: PasswordPolicy { PasswordPolicy(profile: school.profile) }

  /// The modes that can be chosen.
  var modes: [ProtectionRecord.Mode] {
    actions.contains(.chooseMode) ? [.off, .notification, .pin] : [.notification, .pin]
  }

  /// Answers one action. PINs, codes and passwords are encrypted under the session key, whatever the session's flags.
  ///
  /// - Throws: ``ServerRefusal`` 3 for what the login does not want, and after three wrong tries; 21 for an action that
  ///   does not exist.
  mutating func answer(
    _ request: SecurisationCompteDoubleAuth.Request,
    cipher: SessionCipher
  ) throws -> Outcome {
    guard tries < SecondFactorCheck.maximumTries else { throw ServerRefusal.accessDenied }
    var response = SecurisationCompteDoubleAuth.Response()
    switch request.action {
    case 0:
      try require(.enterPIN)
      isPINProven = counted(cipher.secret(request.codePin) == account.pin)
      response.result = isPINProven
    case 1:
      try require(.choosePassword)
      response.result = cipher.secret(request.nouveauMDP).map { policy.accepts($0, for: account) } ?? false
    case 2:
      response.dejaConnu = try school.database.isDeviceKnown(account: account.key, label: request.libelle ?? "")
    case 3:
      return try save(request, cipher)
    case 10 where !school.profile.lacksPINReset:
      try require(.resetPIN)
      isResetCodeProven = false
      try ResetMail.send(to: account, in: school)
      response.ok = true
    case 11 where !school.profile.lacksPINReset:
      try require(.resetPIN)
      isResetCodeProven = counted(try isResetCode(request.codePin, cipher))
      response.result = isResetCodeProven
    default:
      throw ServerRefusal.cannotProcess
    }
    return .answer(response)
  }

  /// Whether this is the code of the last mail, and still good.
  func isResetCode(_ sealed: String?, _ cipher: SessionCipher) throws -> Bool {
    guard let code = cipher.secret(sealed) else { return false }
    return try school.database.resetCode(account: account.key, at: school.configuration.now()) == code
  }

  private func require(_ action: PendingAction) throws(ServerRefusal) {
    guard actions.contains(action) else { throw ServerRefusal.accessDenied }
  }

  /// Counts a try that was wrong.
  private mutating func counted(_ isRight: Bool) -> Bool {
    if !isRight { tries += 1 }
    return isRight
  }
}
