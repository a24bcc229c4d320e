public import CAS
import Crypto
import Foundation
public import WebSession

/// How an application behind CAS behaves.
///
/// ```swift
/// var settings = CASSettings()
/// settings.idleLifetime = .seconds(600)
/// settings.paths.logout = "/bye"
/// ```
public struct CASSettings: Sendable {
  /// The paths of the routes.
  public var paths = CASPaths()

  /// How long a session lives at most, used or not. Eight hours.
  public var absoluteLifetime: Duration = .seconds(8 * 3600)

  /// How long a session lives without a request. One hour.
  public var idleLifetime: Duration = .seconds(3600)

  /// How long somebody may take to sign in at the CAS server. After that, signing in starts anew by itself. 15 minutes.
  public var loginLifetime: Duration = .seconds(900)

  /// Whether everybody has to type their password for this application, even with a session at the CAS server. Asked
  /// for at the login and at the validation. Not to be relied on with SAML, where some servers do not look at it.
  public var renew = false

  /// Whether signing out of this application signs out of the CAS server too.
  public var logsOutOfServer = true

  /// The name of the session cookie. Over https, `__Host-` is put in front of it.
  public var cookieName = "cas-session"

  /// What proves that a login was started by the browser that finishes it. Random unless set, and then a login that
  /// was under way when the application restarts starts anew by itself. Several processes behind one address need the
  /// same.
  public var secret: Secret<[UInt8]>

  /// Whether the service URL carries the state of a login, in its query, as it should.
  ///
  /// Switch it off for a CAS server that knows services by their exact text. The state then travels in a cookie alone:
  /// a ticket in a foreign link still signs nobody in who has not started a login, but a stranger who first makes the
  /// browser start one can finish it in another name (sso document b.17).
  public var serviceCarriesState = true

  /// Where proxy-granting tickets are kept between their delivery and the end of the login; nil when the
  /// application asks for none. With a store, ``CASIdentity/proxyGrantingTicket`` is there after the login.
  public var proxyGrantingTickets: (any ProxyGrantingTicketStore)?

  /// Makes the HTML page of a notice. A plain page of ours, unless set.
  public var page: @Sendable (CASNotice) -> String = { NoticePage(notice: $0).html }

  /// The usual settings.
  public init() {
    secret = Secret(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
  }
}
