/// How the server is to bring the ticket back (CAS protocol specification 2.1.1). Many servers only know `get`.
public enum LoginMethod: String, Sendable {
  /// In a redirect.
  case get = "GET"
  /// In a form that submits itself.
  case post = "POST"
  /// In header fields.
  case header = "HEADER"
}
