import PronoteWire

extension ExitStatus {
  /// How the tool ends after an error of the stored accounts.
  package init(_ code: AccountStoreError.Code) {
    switch code {
    case .notFound: self = .usage
    case .insecure: self = .needsPerson
    case .damaged: self = .unreadableInput
    default: self = .failure
    }
  }
}

extension CommandFailure {
  /// The failure for an error of the stored accounts.
  package init(_ error: AccountStoreError) {
    self.init(
      Code(rawValue: error.code.rawValue),
      step: "accounts",
      error.message,
      facts: [.init("path", .string(error.path))],
      status: ExitStatus(error.code)
    )
  }
}
