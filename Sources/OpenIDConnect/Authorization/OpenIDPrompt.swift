/// What a provider is to show the user before it answers (OpenID Connect Core 3.1.2.1).
public enum OpenIDPrompt: String, Sendable, Hashable {
  /// Nothing: it answers `login_required` or `consent_required` instead. LemonLDAP::NG 2.16 shows its form all the same
  /// to somebody without a session.
  case none
  /// The form to sign in with, even to somebody who is signed in.
  case login
  /// The page for the consent, even where there is one. A public client gets no token for `offline_access` without.
  case consent
}
