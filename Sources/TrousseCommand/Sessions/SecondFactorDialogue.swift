import Foundation
import Pronote
import WebSession

/// Asks the person at the terminal what a second factor wants to know, and asks again when an answer does not do.
struct SecondFactorDialogue {
  private static let step = "second factor"

  let factor: SecondFactor

  /// Goes through one step.
  ///
  /// - Throws: `PronoteError` for what asking again does not mend; ``CommandFailure`` when nobody answers.
  func answer(_ step: SecondFactorStep) async throws {
    switch step {
    case .enterPIN(let entry):
      try await repeated { try await entry.enter(AccountPIN(hidden("PIN of the account"))) }
    case .resetPIN(let reset):
      try await reset.sendCode()
      Console.warn("A code was sent to \(reset.maskedAddress?.printable ?? "the address that the school knows").")
      try await repeated {
        let code = try Question.shown("Code", step: Self.step)
        try await reset.reset(code: code, to: newPIN(isFourDigits: reset.isFourDigits))
      }
    case .nameDevice(let naming): try await name(naming)
    case .chooseProtection(let choice): try await choose(choice)
    case .choosePIN(let choice):
      try await repeated { try await choice.choose(newPIN(isFourDigits: choice.isFourDigits)) }
    case .changePassword(let change): try await changePassword(change)
    case .unknown(let action):
      throw CommandFailure(
        .needsSecondFactor,
        step: Self.step,
        "the school wants something that this version does not know: \(action)",
        status: .needsPerson
      )
    }
  }

  private func name(_ naming: DeviceNaming) async throws {
    try await repeated {
      let name = try deviceName(naming.knownName)
      if try await naming.isKnown(name) { Console.warn("Another device of this account has this name, too.") }
      try await naming.name(name)
    }
  }

  private func deviceName(_ known: String?) throws -> String {
    let host = String(ProcessInfo.processInfo.hostName.prefix { $0 != "." }.prefix(DeviceNaming.maximumLength))
    return try Question.shown(
      "Name of this device at the school",
      suggestion: known ?? (host.isEmpty ? "trousse" : host),
      step: Self.step
    )
  }

  private func choose(_ choice: ProtectionChoice) async throws {
    Console.warn("How is the account to be protected?")
    for (index, mode) in choice.modes.enumerated() { Console.warn("  \(index + 1)  \(mode)") }
    let suggested = choice.suggested.flatMap { choice.modes.firstIndex(of: $0) }.map { "\($0 + 1)" }
    try await repeated {
      let answer = try Question.shown("Number", suggestion: suggested, step: Self.step)
      guard let number = Int(answer), choice.modes.indices.contains(number - 1) else {
        throw PronoteError(.badChoice, "'\(answer)' is not one of these numbers")
      }
      let mode = choice.modes[number - 1]
      try await choice.choose(
        mode,
        pin: mode == .pin ? newPIN(isFourDigits: choice.isFourDigits) : nil,
        deviceName: mode == .off ? nil : deviceName(nil)
      )
    }
  }

  private func changePassword(_ change: PasswordChange) async throws {
    if let rules = change.rules {
      Console.warn("The school wants another password, with \(rules.summary).")
    }
    try await repeated {
      try await change.change(to: Secret(Question.newSecret("New password", step: Self.step)))
    }
  }

  private func newPIN(isFourDigits: Bool) throws -> AccountPIN {
    try AccountPIN(Question.newSecret(isFourDigits ? "New PIN, four digits" : "New PIN", step: Self.step))
  }

  private func hidden(_ text: String) throws -> String {
    try Question.hidden(text, step: Self.step)
  }

  /// Asks again after an answer that does not do. A login that was given up ends it.
  private func repeated(_ body: () async throws -> Void) async throws {
    while true {
      do {
        return try await body()
      } catch let error as PronoteError where [.wrongPIN, .badPIN, .badChoice].contains(error.code) {
        guard await !factor.isOver else { throw error }
        Console.warn("\(error.message.printable)")
      }
    }
  }
}
