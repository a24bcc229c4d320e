/// The step that asks for the account's PIN.
public struct PINEntry: Sendable {
  let login: PendingLogin

  /// Sends the PIN. One request.
  ///
  /// - Throws: ``PronoteError``: `wrongPIN`, after which it may be tried again, three times in all; then the session is
  ///   closed, as the official client does.
  public func enter(_ pin: AccountPIN) async throws {
    try await login.verify(pin)
  }
}
