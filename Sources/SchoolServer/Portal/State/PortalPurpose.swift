/// What a token of the portal is good for.
enum PortalPurpose: Sendable {
  /// To send the login form.
  case login
  /// To choose a second factor, or to send a code.
  case factor(PortalAttempt)
  /// To register the browser, with that secret.
  case registration(PortalAttempt, TimeCode)
  /// To prove that the browser is a known one.
  case challenge(PortalAttempt)
  /// The same, in place of the password.
  case recognition
  /// To give the password again in a session.
  case renewal
  /// To go on with a request to the CAS issuer: what follows `/cas/`, and the query.
  case request(path: String, query: String)
}
