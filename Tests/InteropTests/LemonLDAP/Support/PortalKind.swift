import Testing

/// A portal to be tested with, and what its release can do (sso document c.1).
enum PortalKind: Hashable, Sendable, CustomTestStringConvertible {
  /// What a portal takes as the proof of a browser that it knows.
  enum Proof: Sendable {
    /// A one-time password, after the user's password, in place of a second factor.
    case oneTimePassword
    /// Any text, in place of the user's password; a second factor is asked for.
    case fingerprint
  }

  /// LemonLDAP::NG itself.
  case lemonldap(RealServer)
  /// The portal of `SchoolServer`, which behaves like release 2.21. It has no TLS.
  case school

  /// One of each release, and ours.
  static let plain = [lemonldap(.lemonldap216), lemonldap(.lemonldap221), school]
  static let all = plain + RealServer.encrypted.filter(\.isLemonLDAP).map { lemonldap($0) }
  /// Those that ask a trusted browser for a one-time password.
  static let trusting = all.filter { $0.proof == .oneTimePassword }
  /// Those that know a browser by its fingerprint.
  static let fingerprinting = all.filter { $0.proof == .fingerprint }
  /// Those that can let a code be entered again.
  static let patient = plain.filter { $0.proof == .oneTimePassword }

  var proof: Proof {
    switch self {
    case .lemonldap(let server): server.program == .lemonldap216 ? .fingerprint : .oneTimePassword
    case .school: .oneTimePassword
    }
  }

  /// How old a sign-in has to be until it is no fresh one.
  var freshness: Duration {
    switch self {
    case .lemonldap(let server): server.freshness
    // As the real ones are started.
    case .school: RealServer.lemonldap221.freshness
    }
  }

  var testDescription: String {
    switch self {
    case .lemonldap(let server): server.testDescription
    case .school: "the school"
    }
  }

  /// Starts one.
  ///
  /// - Throws: `RealServer.Missing` when a real one is not there.
  func start(_ settings: TestPortalSettings) async throws -> TestPortal {
    switch self {
    case .lemonldap(let server): try await server.startPortal(settings)
    case .school: try await TestSchool.startPortal(settings)
    }
  }
}
