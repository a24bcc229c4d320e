import Foundation

/// How strict the portal is. The defaults are LemonLDAP::NG's, but for the pauses, which are short.
package struct PortalSettings: Sendable, Hashable {
  /// How long a form may be sent, in seconds.
  package var formSeconds = 120
  /// How long a user waits after three failures, in seconds.
  package var lockSeconds = 10
  /// When a code may be mailed again, in seconds.
  package var resendSeconds = 3
  /// How often a wrong code may be followed by another one.
  package var retries = 0
  /// How old a sign-in may be that a service takes for a fresh one, in seconds.
  package var freshSeconds = 5
  /// Whether a known browser is not asked for a password either.
  package var staysConnected = false
  /// The applications that it knows besides those of the CAS issuer.
  package var applications: [PortalApplication] = []

  package init() {}
}
