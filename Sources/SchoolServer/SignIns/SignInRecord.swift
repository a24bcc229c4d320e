public import SchoolModel

/// A sign-in at the school, and what the school thought of it. Never holds a password, a token or a code.
public struct SignInRecord: Sendable, Hashable {
  /// What somebody signed in with.
  public enum Secret: String, Sendable, Hashable, CaseIterable {
    /// A password, from a browser.
    case password
    /// A password, to pair a device with.
    case pairing
    /// A pairing code.
    case pairingCode
    /// The app token of a paired device.
    case appToken
    /// What the portal gave to the page.
    case portal
    /// What the portal gave to the page, to pair a device with.
    case portalPairing
  }

  /// What the school knows about an app token.
  public enum Token: String, Sendable, Hashable, CaseIterable {
    /// The newest one that the device was given.
    case newest
    /// The one before the newest, which is still good, because the session that brought the newest one was not used yet
    /// (``TokenPolicy/lenient``).
    case previous
    /// An older one of that device, which a newer one has replaced.
    case replaced
    /// None that the school gave to that device since it was started.
    case unknown
    /// The device is not paired with the account: it never was, or its tokens died with a password.
    case unknownDevice
  }

  /// How it ended.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The session is open.
    case accepted
    /// The secret was right; a second factor is wanted.
    case needsSecondFactor
    /// The secret was wrong, spent, expired or replaced.
    case refused
    /// Nobody in that space has that login.
    case unknownAccount
    /// The secret was right; the account is disabled.
    case disabledAccount
    /// The school did not look at it: there were too many sign-ins.
    case rateLimited
    /// There was no answer to the challenge so far. Clients give up there when their secret does not open it.
    case unanswered
  }

  /// When, on the school's wall clock.
  public var time: LocalDateTime
  /// The login of the account; as it was sent where there is no such account, and empty where what was sent is no login.
  public var login: String
  /// The space.
  public var space: AccountSpace
  /// What with.
  public var secret: Secret
  /// What the school knows about the token; nil for other secrets, and where there was no answer.
  public var token: Token?
  /// How it ended.
  public var outcome: Outcome
}

extension SignInRecord: CustomStringConvertible {
  /// One line: `14:03:07 student demonstration: app token, the newest: accepted`.
  public var description: String {
    let seconds = time.time.second
    let name = login.isEmpty ? "?" : login
    let what = [secret.words, token?.words].compactMap(\.self).joined(separator: ", ")
    return "\(time.time):\(seconds < 10 ? "0" : "")\(seconds) \(space) \(name): \(what): \(outcome.words)"
  }
}

extension SignInRecord.Secret {
  fileprivate var words: String {
    switch self {
    case .password: "password"
    case .pairing: "password to pair a device"
    case .pairingCode: "pairing code"
    case .appToken: "app token"
    case .portal: "portal"
    case .portalPairing: "portal to pair a device"
    }
  }
}

extension SignInRecord.Token {
  fileprivate var words: String {
    switch self {
    case .newest: "the newest"
    case .previous: "the one before the newest, still good"
    case .replaced: "replaced by a newer one"
    case .unknown: "never given to this device"
    case .unknownDevice: "of a device that is not paired"
    }
  }
}

extension SignInRecord.Outcome {
  fileprivate var words: String {
    switch self {
    case .accepted: "accepted"
    case .needsSecondFactor: "accepted, a second factor is wanted"
    case .refused: "refused"
    case .unknownAccount: "refused, there is no such account"
    case .disabledAccount: "refused, the account is disabled"
    case .rateLimited: "refused, too many sign-ins"
    case .unanswered: "the client did not answer the challenge"
    }
  }
}
