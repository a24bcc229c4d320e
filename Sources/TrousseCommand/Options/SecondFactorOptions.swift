import ArgumentParser
import Pronote

/// What a person would answer to a second factor.
struct SecondFactorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the account's own PIN from a file.", valueName: "file"))
  var pinFile: String?

  @Option(help: ArgumentHelp("The name of this device at the school, at most 30 characters.", valueName: "name"))
  var deviceName: String?

  /// Answers what can be answered with these options and opens the account.
  ///
  /// - Throws: ``CommandFailure`` (exit code 78) that names the steps which wait for a person.
  func answer(_ factor: SecondFactor) async throws -> PronoteSession {
    var waiting: [String] = []
    for step in factor.steps {
      switch step {
      case .enterPIN where pinFile != nil, .choosePIN where pinFile != nil, .nameDevice where deviceName != nil:
        continue
      case .enterPIN, .choosePIN: waiting.append(step.description + " (--pin-file)")
      case .nameDevice: waiting.append(step.description + " (--device-name)")
      default: waiting.append(step.description)
      }
    }
    guard waiting.isEmpty else {
      await factor.cancel()
      throw CommandFailure(
        .needsSecondFactor,
        step: "signIn",
        "the school waits for a person: \(waiting.joined(separator: ", "))",
        status: .needsPerson
      )
    }
    for step in factor.steps {
      switch step {
      case .enterPIN(let entry): try await entry.enter(pin())
      case .choosePIN(let choice): try await choice.choose(pin())
      case .nameDevice(let naming): try await naming.name(deviceName ?? "")
      default: break
      }
    }
    return try await factor.finish()
  }

  private func pin() throws -> AccountPIN {
    let bytes = try InputFile.bytes(pinFile ?? "-", limit: 256)
    return try AccountPIN(PasswordOptions.password(in: bytes, from: pinFile ?? "standard input"))
  }
}
