import Foundation
import WebSession

/// What a sign-in carries from step to step.
struct SignInState: Sendable, Codable {
  /// The name that was typed.
  var username: String
  /// The cookies so far.
  var cookies = CookieJar()
  /// Whether the portal is asked to remember this browser.
  var isRemembering = false
  /// Whether a usable session cookie came.
  var hasSession = false
  /// How many seconds this machine's clock is ahead of the portal's; nil as long as the portal did not say.
  var secondsAhead: Int64?
  /// The browser that the portal remembers.
  var trusted: TrustedBrowser?
  /// Whether its proof was sent. A wrong one deletes the registration, so that there is no second try.
  var hasProven = false
  /// What the browser is going to be known by, once the portal accepts it. Not stored: it is sent in the same call.
  var offered: TrustedBrowser.Proof?

  init(username: String) {
    self.username = username
  }

  private enum CodingKeys: String, CodingKey {
    case username, cookies, isRemembering, hasSession, secondsAhead, trusted, hasProven
  }

  var clockDrift: Duration? { secondsAhead.map { .seconds($0) } }
}
