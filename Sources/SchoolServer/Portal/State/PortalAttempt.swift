import Foundation

/// A sign-in between the password and the session.
struct PortalAttempt: Sendable {
  let user: PortalUser
  /// Where the browser wants to go afterwards; nil for the portal itself.
  let address: String?
  /// How often a wrong code may be followed by another one.
  var retries: Int
  /// The code that was mailed, and when.
  var mailed: (code: String, time: Date)?
  /// The registration of the browser that proved to be known.
  var registration: String?
}
