package import AccountVault
import PronoteWire

extension ExitStatus {
  /// How the tool ends after an error of the stored accounts.
  package init(_ code: VaultError.Code) {
    switch code {
    case .notFound, .badSetting: self = .usage
    case .insecure, .isEncrypted: self = .needsPerson
    case .damaged, .newerFormat, .cannotDecrypt: self = .unreadableInput
    case .locked: self = .tryLater
    default: self = .failure
    }
  }
}

extension CommandFailure {
  /// The failure for an error of the stored accounts.
  package init(_ error: VaultError) {
    self.init(
      Code(rawValue: error.code.rawValue),
      step: "accounts",
      error.message,
      facts: [.init("path", .string(error.path))],
      status: ExitStatus(error.code)
    )
  }
}

extension CommandFailure {
  /// The failure for a request that the budget does not allow now.
  package init(_ error: BudgetError) {
    self.init(
      Code(rawValue: error.code.rawValue),
      step: "budget",
      error.sentence(),
      facts: [
        .init("retryAfter", .integer(Int((error.retryAfter / .seconds(1)).rounded(.up)))),
        .init("date", .string(error.date.iso8601)),
      ],
      status: .tryLater
    )
  }
}
