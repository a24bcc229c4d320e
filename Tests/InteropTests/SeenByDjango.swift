/// What a browser saw of a Django site behind django-cas-ng.
struct SeenByDjango: Decodable, Sendable {
  /// Whether the protected page was open before signing in.
  var before: Bool
  var user: String
  var attributes: [String: [String]]
  /// Another person in another browser.
  var otherUser: String
  /// The status for somebody who comes with a ticket that was used.
  var replayed: Int
  /// The user whom a service behind the site sees.
  var proxied: String?
  /// Whether the page is open after signing in, and after signing out at the issuer.
  var open: Bool
  var openAfterLogout: Bool
  var othersOpen: Bool
  /// Where signing out at the site leads to.
  var leftTo: String
  var othersOpenAfterLogout: Bool
  var ticketIsLong: Bool
}
