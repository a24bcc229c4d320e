import Foundation

/// A browser that is excused from the second factor (sso document c.6).
struct PortalRegistration: Sendable {
  /// How a browser proves that it is the one.
  enum Proof: Sendable {
    /// By a time-based code.
    case secret(TimeCode)
    /// By saying the same text again.
    case fingerprint(String)

    private static let prefix = "TOTP_"

    /// What a browser is to be known by that answers the registration page; nil for an answer that proves nothing.
    init?(_ answer: String, secret: TimeCode, at time: Date) {
      guard answer.hasPrefix(Proof.prefix) else {
        self = .fingerprint(answer)
        return
      }
      guard secret.accepts(String(answer.dropFirst(Proof.prefix.count)), at: time) else { return nil }
      self = .secret(secret)
    }

    /// Whether an answer is right.
    func accepts(_ answer: String, at time: Date) -> Bool {
      switch self {
      case .fingerprint(let text): text == answer
      case .secret(let secret):
        answer.hasPrefix(Proof.prefix) && secret.accepts(String(answer.dropFirst(Proof.prefix.count)), at: time)
      }
    }
  }

  /// How long it is, in seconds.
  static let life: TimeInterval = 2_592_000

  let user: String
  let proof: Proof
  let expiry: Date
}
