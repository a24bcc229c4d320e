/// The step that asks for a name of this device.
public struct DeviceNaming: Sendable {
  /// The greatest length of a name, in characters.
  public static let maximumLength = 30

  /// The name under which the server knows this device already.
  public let knownName: String?
  let login: PendingLogin

  /// Whether another device of the account has this name. One request.
  public func isKnown(_ name: String) async throws -> Bool {
    try await login.isKnown(device: name)
  }

  /// Names the device. No request.
  ///
  /// - Throws: ``PronoteError`` with code `badChoice` for an empty name and one of more than 30 characters.
  public func name(_ name: String) async throws {
    try await login.setDeviceName(name)
  }
}
