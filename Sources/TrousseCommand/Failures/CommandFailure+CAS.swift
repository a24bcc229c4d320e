package import CAS
import PronoteWire

extension ExitStatus {
  /// How the tool ends after an error of a CAS server or its client.
  package init(_ code: CASError.Code) {
    switch code {
    case .badConfiguration, .badAddress: self = .usage
    case .malformedAnswer, .malformedTicket, .unknownPage, .redirected: self = .unreadableInput
    case .unavailable, .timedOut, .unreachable: self = .unavailable
    case .refused, .proxyNotAllowed, .wrongCredentials: self = .refused
    case .noSession: self = .needsPerson
    default: self = .failure
    }
  }
}

extension CommandFailure {
  /// The failure for an error of a CAS server or its client.
  package init(_ error: CASError) {
    let words = error.serverText.flatMap { $0.isEmpty ? nil : ": \($0)" } ?? ""
    self.init(
      Code(rawValue: error.code.rawValue),
      step: error.facts.step ?? "cas",
      error.message + words,
      facts: [
        .init("host", .string(orNull: error.facts.host)),
        .init("httpStatus", error.facts.httpStatus.map(JSONValue.integer) ?? .null),
        .init("serverCode", .string(orNull: error.serverCode)),
        .init("serverText", .string(orNull: error.serverText)),
      ],
      status: ExitStatus(error.code)
    )
  }
}
