/// The name that a person gives to a device.
enum DeviceLabel {
  private static let maximumLength = 30

  /// Whether a text can be one.
  static func isAllowed(_ label: String) -> Bool {
    (1...maximumLength).contains(label.count)
  }
}
