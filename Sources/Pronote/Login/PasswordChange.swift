public import WebSession

/// The step that asks for a new password.
public struct PasswordChange: Sendable {
  /// What it has to fulfil; nil when the server says nothing.
  public let rules: PasswordRules?
  let login: PendingLogin

  /// Sends the new password to be checked. One request; none when it breaks a rule.
  ///
  /// - Throws: ``PronoteError`` with code `badChoice` when the rules or the server do not accept it.
  public func change(to password: Secret<String>) async throws {
    try await login.change(to: password, rules: rules)
  }
}
