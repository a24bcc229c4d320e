import WebSession

/// Texts that nobody can guess.
enum RandomText {
  /// 256 random bits, as 43 characters that need no encoding anywhere (RFC 7636 section 4.1).
  static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return Base64URL.encode((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }
}
