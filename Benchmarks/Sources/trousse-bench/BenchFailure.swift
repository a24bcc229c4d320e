import ArgumentParser
import Pronote
import PronoteWire

/// Why a benchmark failed: one line, one code, one exit status, as `trousse` has them.
struct BenchFailure: Error, Sendable {
  var code: String
  var step: String
  var message: String
  var facts: [JSONValue.Member] = []
  /// The exit code (design, section 5).
  var status: Int32
  /// Whether standard output tells it already.
  var isReported = false

  init(_ code: String, step: String, _ message: String, status: Int32) {
    self.code = code
    self.step = step
    self.message = message
    self.status = status
  }

  /// Whether another login would make things worse.
  var isRefusal: Bool { status != 69 && status != 65 }

  /// The line for standard error.
  var line: String { "trousse-bench: \(step): \(message) (\(code))" }

  /// The member for JSON.
  var json: JSONValue.Member {
    .init(
      "error",
      ["code": .string(code), "step": .string(step), "message": .string(message), "facts": .object(facts)]
    )
  }

  /// An error that nobody expected: a fault of ours.
  static func unexpected(_ error: any Error) -> BenchFailure {
    BenchFailure("unexpected", step: "trousse-bench", "unexpected: \(type(of: error))", status: 70)
  }
}

extension BenchFailure {
  /// The failure that an error amounts to; nil for a request for help, which is answered.
  init?(any error: any Error) {
    switch error {
    case let failure as BenchFailure: self = failure
    case let error as PronoteError: self.init(error)
    default:
      switch BenchCommand.exitCode(for: error) {
      case .success:
        print(BenchCommand.fullMessage(for: error))
        return nil
      case .validationFailure:
        self.init("usage", step: "arguments", BenchCommand.message(for: error), status: 64)
      default: self = .unexpected(error)
      }
    }
  }

  private init(_ error: PronoteError) {
    self.init(
      error.code.rawValue,
      step: error.facts.step ?? "login",
      error.message,
      status: BenchFailure.status(of: error.code)
    )
    if let host = error.facts.host { facts.append(.init("host", .string(host))) }
    if let status = error.facts.httpStatus { facts.append(.init("httpStatus", .integer(status))) }
    if let code = error.facts.serverCode { facts.append(.init("serverCode", .integer(code))) }
  }

  private static func status(of code: PronoteError.Code) -> Int32 {
    switch code {
    case .badAddress, .unknownStudent, .unknownPeriod: 64
    case .notPronote, .malformedReply, .cipherFailure, .tooLarge, .orderMismatch: 65
    case .unreachable, .timedOut, .unavailable, .serverError, .incompatibleBrowser: 69
    case .busy, .rateLimited, .suspended, .sessionExpired, .objectExpired: 75
    case .wrongCredentials, .notAuthorised, .accountDisabled, .accessMessage, .accessDenied: 77
    case .needsSecondFactor, .portalRequired: 78
    default: 1
    }
  }
}
