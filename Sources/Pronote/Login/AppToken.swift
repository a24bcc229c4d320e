public import WebSession

/// What a paired device signs in with. Every login spends it and brings the next one (session document 8.4).
public struct AppToken: Sendable {
  /// The name that goes with it, which may differ from the one that was typed.
  public var login: String

  /// The token, used in the place of a password.
  public var token: Secret<String>

  /// The device that it is bound to.
  public var device: AppDevice

  /// A token of a device.
  public init(login: String, token: Secret<String>, device: AppDevice) {
    self.login = login
    self.token = token
    self.device = device
  }
}

/// Keeps the token of a login: called with each new one before anything else happens, and waited for.
///
/// It has to be stored for good when the call returns. When it throws, the login fails with that error.
public typealias TokenKeeper = @Sendable (AppToken) async throws -> Void
