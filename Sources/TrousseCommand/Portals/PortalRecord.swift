import Foundation
import LemonLDAP

/// What the vault keeps of one user at one portal: a session, a browser that the portal trusts, a sign-in that waits.
struct PortalRecord: Codable, Sendable {
  /// The portal's address.
  var portal: String
  /// The name that the user signs in with.
  var username: String
  /// The session; nil when there is none.
  var session: StoredPortalSession?
  /// What takes the place of the second factor; nil when the portal does not know this machine.
  var trusted: TrustedBrowser?
  /// A sign-in that waits for a person; nil when none does.
  var pending: PendingSignIn?
  /// Since when it waits.
  var pendingSince: Date?

  init(portal: String, username: String) {
    self.portal = portal
    self.username = username
  }

  /// No portal keeps a form for longer than this, in seconds: two minutes are usual.
  private static let longestWait: TimeInterval = 900

  /// Whether a sign-in waits that the portal may still know.
  func waits(at time: Date) -> Bool {
    guard pending != nil, let pendingSince else { return false }
    return (0..<PortalRecord.longestWait).contains(time.timeIntervalSince(pendingSince))
  }

  /// Whether nothing is left to keep.
  var isEmpty: Bool { session == nil && trusted == nil && pending == nil }
}
