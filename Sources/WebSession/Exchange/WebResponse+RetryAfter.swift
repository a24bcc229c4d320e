extension WebResponse {
  /// The longest pause that is believed: 30 days.
  private static let longestPause: Int64 = 30 * 86_400

  /// How long the server asks to wait (`Retry-After`, RFC 9110 section 10.2.3), in seconds or as a date; nil when it says
  /// nothing that can be read. Never negative, and 30 days at most.
  ///
  /// - Parameter now: seconds since 1970, for a date from a server that does not say what time it is there.
  package func retryAfter(now: Int64) -> Duration? {
    guard let text = header("Retry-After") else { return nil }
    let words = text.split { $0 == " " || $0 == "\t" }
    let seconds: Int64
    if words.count == 1, words[0].utf8.allSatisfy(\.isASCIIDigit) {
      // A number that does not fit is a long time, too.
      seconds = Int64(words[0]) ?? .max
    } else {
      guard let date = CookieDate.parse(text) else { return nil }
      // The date is by the server's clock.
      seconds = date - (header("Date").flatMap(CookieDate.parse) ?? now)
    }
    return .seconds(min(max(0, seconds), WebResponse.longestPause))
  }
}
