package import SchoolServer

extension ExitStatus {
  /// How the tool ends when its own school cannot run.
  package init(_ code: SchoolServerError.Code) {
    switch code {
    case .badVersion, .badFault, .badService: self = .usage
    case .badData, .badScript, .badChange: self = .unreadableInput
    case .badAddress: self = .unavailable
    default: self = .failure
    }
  }
}

extension CommandFailure {
  /// The failure for an error of the tool's own school.
  package init(_ error: SchoolServerError) {
    self.init(Code(rawValue: error.code.rawValue), step: "school", error.message, status: ExitStatus(error.code))
  }
}
