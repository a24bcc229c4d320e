/// How a server is told where to go after a logout.
public enum LogoutParameter: String, Sendable {
  /// CAS 3.0: the server redirects there, if it knows that service.
  case service
  /// CAS 2.0: the server shows a link.
  case url
}
