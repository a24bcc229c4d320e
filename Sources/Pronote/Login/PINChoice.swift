/// The step that asks for a new PIN.
public struct PINChoice: Sendable {
  /// Whether it has to be four digits exactly.
  public let isFourDigits: Bool
  let login: PendingLogin

  /// Chooses the PIN. No request.
  ///
  /// - Throws: ``PronoteError`` with code `badChoice` for one of another length than four where that is wanted.
  public func choose(_ pin: AccountPIN) async throws {
    try await login.choose(pin, isFourDigits: isFourDigits)
  }
}
