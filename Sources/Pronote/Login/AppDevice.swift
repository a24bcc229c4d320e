public import Foundation

/// The device that an account is paired with, as the server knows it.
///
/// Make one per pairing and keep it: the server binds every token to it (session document 8.4).
public struct AppDevice: Sendable, Hashable {
  /// A random identifier, made once and never changed.
  public let id: String

  /// A device with an identifier that was made before, or with a fresh one.
  public init(id: String = UUID().uuidString.lowercased()) {
    self.id = id
  }
}
