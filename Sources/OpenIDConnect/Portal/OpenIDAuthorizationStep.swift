/// Where asking for a code stands.
public enum OpenIDAuthorizationStep: Sendable {
  /// The code is there.
  case code(OpenIDAuthorizationCode)
  /// The user has to consent first.
  case consentNeeded(ConsentRequest)
}
