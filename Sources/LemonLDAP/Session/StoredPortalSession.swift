public import Foundation
public import WebSession

/// A session of a portal as it can be stored. Encoding it writes the cookies down in the clear: whoever has them is
/// signed in.
public struct StoredPortalSession: Sendable, Codable {
  /// The portal's address.
  public let portal: String
  /// Whose session it is.
  public let username: String
  /// The cookies.
  public let cookies: CookieJar
  /// When it was stored.
  public let stored: Date
}

extension StoredPortalSession: CustomStringConvertible, CustomReflectable {
  /// The portal and the name.
  public var description: String { "session of \(username) at \(portal)" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["portal": portal, "username": username]) }
}
