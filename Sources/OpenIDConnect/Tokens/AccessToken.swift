import WebSession

/// The text of access and refresh tokens.
enum AccessToken {
  /// Whether a text can stand in a header field as it is (`b64token` of RFC 6750 section 2.1, which `VSCHAR` of RFC 6749
  /// appendix A.12 widens): visible characters of ASCII, 16 KiB at most.
  static func isWellFormed(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 16 << 10 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
