import PronoteWire
package import WebSession

extension ExitStatus {
  /// How the tool ends after an error of the exchange with a web server.
  package init(_ code: WebError.Code) {
    switch code {
    case .badAddress: self = .usage
    case .tooLarge, .badResponse: self = .unreadableInput
    case .redirectRefused: self = .needsPerson
    default: self = .unavailable
    }
  }
}

extension CommandFailure {
  /// The failure for an error of the exchange with a web server.
  package init(_ error: WebError, step: String) {
    self.init(
      Code(rawValue: error.code.rawValue),
      step: step,
      error.message,
      facts: [.init("host", .string(orNull: error.host))],
      status: ExitStatus(error.code)
    )
  }
}
