public import WebSession

/// What an account signs in with.
public enum Credentials: Sendable {
  /// The user name and password that the school gave.
  case password(username: String, password: Secret<String>)

  /// The name that the account is known under.
  package var username: String {
    switch self {
    case .password(let username, _): username
    }
  }
}
