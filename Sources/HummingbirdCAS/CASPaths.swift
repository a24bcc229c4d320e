/// The paths that an application behind CAS answers at, each below the base of its service URL.
///
/// ``login`` and ``callback`` may be the same path, which is then also the service URL.
public struct CASPaths: Sendable, Hashable {
  /// Where signing in starts. `?return=/path` says where it ends.
  public var login = "/login"

  /// Where the CAS server sends the browser back with a ticket, and where it posts single logouts: the path of the
  /// service URL.
  public var callback = "/login/callback"

  /// Where signing out starts.
  public var logout = "/logout"

  /// Where the CAS server delivers proxy-granting tickets.
  public var proxyCallback = "/login/proxy"

  /// Where a browser goes after signing in, when it came from nowhere.
  public var afterLogin = "/"

  /// Where a browser goes after signing out.
  public var afterLogout = "/"

  /// The usual paths.
  public init() {}
}
