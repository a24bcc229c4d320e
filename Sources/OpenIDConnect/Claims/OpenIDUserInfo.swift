/// What the provider says about the user who signed in.
public struct OpenIDUserInfo: Sendable, Hashable {
  /// Who it is: the same as in the ID token, which was checked.
  public let subject: String
  /// What the scopes allow to know.
  public let claims: OpenIDClaims

  init(subject: String, claims: OpenIDClaims) {
    self.subject = subject
    self.claims = claims
  }
}
