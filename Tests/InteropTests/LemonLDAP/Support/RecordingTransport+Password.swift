import WebSession

extension RecordingTransport {
  /// How many requests carried a password.
  var passwordsSent: Int {
    requests.count {
      String(decoding: $0.body ?? [], as: UTF8.self).split(separator: "&").contains { $0.hasPrefix("password=") }
    }
  }

  /// The paths that were asked for, in order.
  var paths: [String] { requests.map { "\($0.method.rawValue) \($0.address.path)" } }
}
