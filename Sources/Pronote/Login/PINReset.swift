/// The step that replaces a forgotten PIN: the school sends a code by mail, and whoever has it chooses another PIN.
///
/// ```swift
/// try await reset.sendCode()
/// try await reset.reset(code: "123456", to: AccountPIN("2468"))
/// ```
public struct PINReset: Sendable {
  /// Where the code is sent to, mostly hidden, such as `l*****@example.org`; nil when the server does not say.
  public let maskedAddress: String?
  /// Whether the new PIN has to be four digits exactly.
  public let isFourDigits: Bool
  let login: PendingLogin

  /// Has a code of six digits sent. A code that was sent before may be worth nothing from then on. One request.
  ///
  /// - Throws: ``PronoteError``: `unavailable` when the server says that it sent none.
  public func sendCode() async throws {
    try await login.sendResetCode()
  }

  /// Checks the code and chooses the new PIN. One request; none when the code or the PIN cannot be one.
  ///
  /// - Throws: ``PronoteError``: `badChoice` for a code that is not six digits and for a PIN of another length than
  ///   four where that is wanted; `wrongPIN` for the wrong code, after which it may be tried again, three times in all.
  public func reset(code: String, to pin: AccountPIN) async throws {
    try await login.reset(code: code, to: pin, isFourDigits: isFourDigits)
  }
}
