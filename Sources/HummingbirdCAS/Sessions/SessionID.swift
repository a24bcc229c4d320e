import WebSession

/// 256 random bits that a browser shows for its session.
enum SessionID {
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return Base64URL.encode((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  /// Whether a text has the form of one.
  static func isPossible(_ text: String) -> Bool {
    text.utf8.count == 43 && text.utf8.allSatisfy(Base64URL.isDigit)
  }
}
