import AccountVault
import ArgumentParser
import CAS
import LemonLDAP
import Pronote
import QRCode
import SchoolServer
import WebSession

extension CommandFailure {
  /// The failure that an error of any kind amounts to.
  ///
  /// - Parameter step: what the tool was doing, where the error does not say so itself.
  /// - Returns: nil when the error only asks for the help text, which is printed.
  package init?(any error: any Error, step: String) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as PronoteError: self.init(error, step: step)
    case let error as WebError: self.init(error, step: step)
    case let error as VaultError: self.init(error)
    case let error as BudgetError: self.init(error)
    case let error as CASError: self.init(error)
    case let error as PortalError: self.init(error)
    case let error as QRCodeError: self.init(error)
    case let error as SchoolServerError: self.init(error)
    case is CancellationError: self.init(.cancelled, step: step, "interrupted", status: .failure)
    default:
      guard let usage = Self.parserFailure(error, step: step) else { return nil }
      self = usage
    }
  }

  /// A failure that the argument parser reports, or any other error; nil for a request for help.
  private static func parserFailure(_ error: any Error, step: String) -> CommandFailure? {
    switch Trousse.exitCode(for: error) {
    case .success:
      try? Console(isJSON: false, isVerbose: false).print([Trousse.fullMessage(for: error)])
      return nil
    case .validationFailure:
      let hint = Trousse.fullMessage(for: error).split(separator: "\n")
        .map { $0.drop { $0 == " " } }
        .last { $0.hasPrefix("See '") }
        .flatMap { $0.split(separator: "'").dropFirst().first }
      return .usage(Trousse.message(for: error) + (hint.map { "; see '\($0)'" } ?? ""))
    default:
      // Foundation's errors print as their type and reason, which is all that is known about them here.
      return CommandFailure(.unexpected, step: step, "unexpected: \(type(of: error))", status: .internalFault)
    }
  }
}
