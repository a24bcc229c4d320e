package import LemonLDAP
import PronoteWire

extension ExitStatus {
  /// How the tool ends after an error of a portal or its client.
  package init(_ code: PortalError.Code) {
    switch code {
    case .badAddress, .badSecret, .emptyCode, .notOffered, .badState: self = .usage
    case .unknownPage, .foreignForm, .redirected, .tooLarge: self = .unreadableInput
    case .unavailable, .timedOut, .unreachable, .tlsFailure: self = .unavailable
    case .refused: self = .refused
    case .noSession: self = .needsPerson
    default: self = .failure
    }
  }

  /// How the tool ends after a portal said no with a code.
  package init(_ code: PortalCode?) {
    switch code {
    case .wait, .tokenExpired, .noToken: self = .tryLater
    case .notification, .renewSession, .upgradeSession: self = .needsPerson
    case let code? where [6, 7, 8, 45, 73].contains(code.rawValue): self = .unavailable
    case let code? where [22, 23, 25, 32, 33, 76, 77, 83, 103].contains(code.rawValue): self = .needsPerson
    default: self = .refused
    }
  }
}

extension CommandFailure {
  /// The failure for an error of a portal or its client.
  package init(_ error: PortalError) {
    self.init(
      Code(rawValue: error.code.rawValue),
      step: error.facts.step ?? "portal",
      error.message + CommandFailure.words(error.portalCode),
      facts: [
        .init("host", .string(orNull: error.facts.host)),
        .init("httpStatus", error.facts.httpStatus.map(JSONValue.integer) ?? .null),
        .init("portalCode", error.portalCode.map { .integer($0.rawValue) } ?? .null),
        .init("page", .string(orNull: error.facts.page)),
      ],
      status: error.code == .refused ? ExitStatus(error.portalCode) : ExitStatus(error.code)
    )
  }

  /// The failure for what a portal said no with.
  package init(_ refusal: PortalRefusal) {
    let pause = refusal.waitSeconds.map { ", \($0) seconds" } ?? ""
    let advice = refusal.advice.isEmpty ? "" : ". " + refusal.advice.withoutFullStop
    self.init(
      .portalSaidNo,
      step: refusal.step,
      refusal.text + pause + (refusal.code.map { CommandFailure.words($0) } ?? advice),
      facts: [
        .init("portalCode", refusal.code.map { .integer($0.rawValue) } ?? .null),
        .init("portalName", .string(orNull: refusal.code?.name)),
        .init("retryAfter", refusal.waitSeconds.map { .integer($0) } ?? .null),
        .init("lostTrust", .bool(refusal.lostTrust)),
      ],
      status: ExitStatus(refusal.code)
    )
  }

  /// A portal's code, and what to do about it, as a message goes on.
  private static func words(_ code: PortalCode?) -> String {
    guard let code else { return "" }
    return ", \(code)" + (code.advice.isEmpty ? "" : ". " + code.advice.withoutFullStop)
  }

  /// The failure for a code that the portal would let be entered again, where nobody enters another one.
  init(_ code: PortalCode, step: String) {
    self.init(
      .portalSaidNo,
      step: step,
      "\(code.text), \(code): go on with --code",
      facts: [.init("portalCode", .integer(code.rawValue)), .init("portalName", .string(orNull: code.name))],
      status: .refused
    )
  }
}

extension CommandFailure.Code {
  /// A portal said no.
  package static let portalSaidNo = Self(rawValue: "portalSaidNo")
}

extension String {
  /// A sentence without its full stop, as messages are written.
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
