import SchoolServer

/// How a portal is set up, where tests want it otherwise than usual.
struct TestPortalSettings: Hashable, Sendable {
  /// How long form tokens and mail codes live.
  var formSeconds = 120
  /// The pause after three wrong passwords.
  var lockSeconds = 10
  /// How often a wrong code may be entered again.
  var retries = 0
  /// When a mail code may be sent again.
  var resendSeconds = 2
  /// Whether a known browser needs no password either.
  var staysConnected = false

  static let usual = TestPortalSettings()
  /// Nothing lasts long.
  static let hasty = TestPortalSettings(formSeconds: 4, lockSeconds: 5)
  /// Codes may be entered again, and known browsers are asked nothing.
  static let generous = TestPortalSettings(retries: 2, staysConnected: true)

  /// As arguments of `Servers/lemonldap`.
  var arguments: [String] {
    [
      "--second-factors", "--notices", "--form-seconds", "\(formSeconds)", "--lock-seconds", "\(lockSeconds)",
      "--retries", "\(retries)", "--resend-seconds", "\(resendSeconds)",
    ] + (staysConnected ? ["--stay-connected"] : [])
  }

  /// As the school takes them.
  var school: PortalSettings {
    var settings = PortalSettings()
    settings.formSeconds = formSeconds
    settings.lockSeconds = lockSeconds
    settings.retries = retries
    settings.resendSeconds = resendSeconds
    settings.staysConnected = staysConnected
    settings.freshSeconds = RealServer.lemonldap221.freshSeconds
    return settings
  }
}
