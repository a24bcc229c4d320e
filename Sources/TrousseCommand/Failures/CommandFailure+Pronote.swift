package import Pronote
import PronoteWire

extension ExitStatus {
  /// How the tool ends after an error of the client.
  package init(_ code: PronoteError.Code) {
    switch code {
    case .badAddress, .unknownStudent, .unknownPeriod, .badPIN, .badChoice:
      self = .usage
    case .notPronote, .malformedReply, .cipherFailure, .tooLarge, .orderMismatch, .damagedCode:
      self = .unreadableInput
    case .unreachable, .timedOut, .unavailable, .serverError, .incompatibleBrowser:
      self = .unavailable
    case .busy, .rateLimited, .suspended, .sessionExpired, .objectExpired:
      self = .tryLater
    case .wrongCredentials, .notAuthorised, .accountDisabled, .accessMessage, .accessDenied, .wrongPIN, .pairingRefused,
      .portalRefused:
      self = .refused
    case .needsSecondFactor, .portalRequired, .portalUnknown, .needsPairing:
      self = .needsPerson
    default:
      self = .failure
    }
  }
}

extension CommandFailure {
  /// The failure for an error of the client, with everything that was observed.
  package init(_ error: PronoteError, step: String) {
    let facts = error.facts
    let retryAfter = error.retryAfter?.components.seconds
    self.init(
      Code(rawValue: error.code.rawValue),
      step: facts.step ?? step,
      error.message + (retryAfter.map { " (try again in \($0) s)" } ?? "")
        + CommandFailure.hint(for: error.code),
      facts: [
        .init("host", .string(orNull: facts.host)),
        .init("httpStatus", facts.httpStatus.map(JSONValue.integer) ?? .null),
        .init("serverCode", facts.serverCode.map(JSONValue.integer) ?? .null),
        .init("serverTitle", .string(orNull: facts.serverTitle)),
        .init("serverMessage", .string(orNull: facts.serverMessage)),
        .init("page", .string(orNull: facts.page)),
        .init("retryAfter", retryAfter.map { .integer(Int($0)) } ?? .null),
      ],
      status: ExitStatus(error.code)
    )
  }
  /// The command that helps. Libraries name none: an app has none.
  private static func hint(for code: PronoteError.Code) -> String {
    switch code {
    case .portalRequired: "; 'trousse login --portal auto' goes through it"
    case .needsPairing: "; 'trousse reauthenticate' does that"
    default: ""
    }
  }
}
