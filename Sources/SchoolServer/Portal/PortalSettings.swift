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

  package init() {}
}
