import PronoteWire

/// A device that is paired with an account, and the token that it signs in with next.
struct DeviceRecord: Sendable {
  var account: Int64
  /// The `uuidAppliMobile` of the device.
  var uuid: String
  /// The token in force.
  var token: String
  /// A newer token that is not in force yet: nobody has used the session that it came with.
  var pendingToken: String?
  /// The name that a person gave it; nil for a device that was never registered.
  var label: String?

  /// A new token.
  static func makeToken() -> String {
    Hex.encode(RandomBytes.make(32), uppercase: true)
  }
}
