import Pronote

/// What a person gave beforehand to answer a second factor with.
struct SecondFactorAnswers: Sendable {
  /// The file that holds the account's PIN.
  var pinFile: String?
  /// The name of this device.
  var deviceName: String?
  /// Where answers can be given, for commands that take none.
  var hint: String?

  /// Nothing was given: the command takes no answers.
  static let none = SecondFactorAnswers(hint: "'trousse reauthenticate' takes the answers")

  /// Answers what can be answered with what was given, asks the person at the terminal for the rest, and opens the
  /// account.
  ///
  /// - Parameter isUnattended: whether nobody is to be asked.
  /// - Throws: ``CommandFailure`` (exit code 78) that names the steps which wait for a person.
  func answer(_ factor: SecondFactor, isUnattended: Bool) async throws -> PronoteSession {
    let waiting = factor.steps.filter { !isAnswered($0) }
    guard waiting.isEmpty || !isUnattended && Question.canBeAsked else {
      await factor.cancel()
      throw CommandFailure(
        .needsSecondFactor,
        step: "signIn",
        "the school waits for a person: \(waiting.map(inWords).joined(separator: ", "))"
          + (hint.map { "; \($0)" } ?? ""),
        status: .needsPerson
      )
    }
    for step in factor.steps {
      switch step {
      case .enterPIN(let entry) where isAnswered(step): try await entry.enter(pin())
      case .choosePIN(let choice) where isAnswered(step): try await choice.choose(pin())
      case .nameDevice(let naming) where isAnswered(step): try await naming.name(deviceName ?? "")
      default: try await SecondFactorDialogue(factor: factor).answer(step)
      }
    }
    return try await factor.finish()
  }

  /// Whether what a step wants was given.
  private func isAnswered(_ step: SecondFactorStep) -> Bool {
    switch step {
    case .enterPIN, .choosePIN: pinFile != nil
    case .nameDevice: deviceName != nil
    default: false
    }
  }

  /// A step, with the option that answers it.
  private func inWords(_ step: SecondFactorStep) -> String {
    switch step {
    case .enterPIN, .choosePIN: step.description + " (--pin-file)"
    case .nameDevice: step.description + " (--device-name)"
    default: step.description
    }
  }

  private func pin() throws -> AccountPIN {
    let bytes = try InputFile.bytes(pinFile ?? "-", limit: 256)
    return try AccountPIN(PasswordOptions.password(in: bytes, from: pinFile ?? "standard input"))
  }
}
