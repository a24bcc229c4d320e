/// The step that asks how the account is to be protected.
public struct ProtectionChoice: Sendable {
  /// What can be chosen.
  public let modes: [ProtectionMode]
  /// What the school suggests.
  public let suggested: ProtectionMode?
  /// Whether the PIN has to be four digits exactly.
  public let isFourDigits: Bool
  let login: PendingLogin

  /// Chooses a mode. No request.
  ///
  /// - Parameters:
  ///   - pin: the PIN to protect the account with, for the mode that needs one.
  ///   - deviceName: the name to register this device under, so that the new protection does not ask it next time.
  /// - Throws: ``PronoteError`` with code `badChoice`: the school does not offer the mode, the PIN is missing, or of
  ///   another length than four where that is wanted, or the name cannot be one.
  public func choose(_ mode: ProtectionMode, pin: AccountPIN? = nil, deviceName: String? = nil) async throws {
    try await login.choose(mode, among: modes, pin: pin, isFourDigits: isFourDigits)
    if let deviceName { try await login.setDeviceName(deviceName) }
  }
}
