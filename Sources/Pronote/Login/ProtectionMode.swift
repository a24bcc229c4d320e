/// How an account is protected. An open set; the numbers are the protocol's (session document 9.1).
public struct ProtectionMode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The number on the wire.
  public let rawValue: Int

  /// What a number stands for, with or without a constant here.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Not chosen yet.
  public static let undecided = ProtectionMode(rawValue: 0)
  /// No second factor.
  public static let off = ProtectionMode(rawValue: 1)
  /// A notification when an unknown device signs in.
  public static let notification = ProtectionMode(rawValue: 2)
  /// A PIN for every unknown device.
  public static let pin = ProtectionMode(rawValue: 3)

  /// In words.
  public var description: String {
    switch self {
    case .undecided: "not chosen yet"
    case .off: "off"
    case .notification: "notification"
    case .pin: "PIN"
    default: "mode \(rawValue)"
    }
  }
}
