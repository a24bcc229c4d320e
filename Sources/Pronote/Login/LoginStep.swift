/// Where a login stands.
public enum LoginStep: Sendable {
  /// Done: here is the session.
  case signedIn(PronoteSession)

  /// The account wants something from a person first.
  case needsSecondFactor(SecondFactor)
}
