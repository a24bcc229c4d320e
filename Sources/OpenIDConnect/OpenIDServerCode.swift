/// A code with which a provider says no (RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6). An open set.
public struct OpenIDServerCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The code as the provider wrote it.
  public let rawValue: String

  /// A code, known or not.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The code.
  public var description: String { rawValue }

  /// The request lacks something, PKCE for example.
  public static let invalidRequest = OpenIDServerCode(rawValue: "invalid_request")
  /// The client did not prove who it is.
  public static let invalidClient = OpenIDServerCode(rawValue: "invalid_client")
  /// The code, the verifier or the refresh token is wrong, too old, or was used before.
  public static let invalidGrant = OpenIDServerCode(rawValue: "invalid_grant")
  /// A scope that the provider does not know.
  public static let invalidScope = OpenIDServerCode(rawValue: "invalid_scope")
  /// The access token is wrong or too old.
  public static let invalidToken = OpenIDServerCode(rawValue: "invalid_token")
  /// The client may not do this.
  public static let unauthorizedClient = OpenIDServerCode(rawValue: "unauthorized_client")
  /// The user or the provider said no.
  public static let accessDenied = OpenIDServerCode(rawValue: "access_denied")
  /// The user has not consented. LemonLDAP::NG says this when the user refuses.
  public static let consentRequired = OpenIDServerCode(rawValue: "consent_required")
  /// Nobody is signed in, and no page was to be shown.
  public static let loginRequired = OpenIDServerCode(rawValue: "login_required")

  /// Reads a code that came from outside.
  ///
  /// - Returns: nil for a text that RFC 6749 does not allow as a code, or one longer than any.
  init?(wire text: String?) {
    guard let text, !text.isEmpty, text.utf8.count <= 64,
      text.utf8.allSatisfy({ $0 >= 0x21 && $0 <= 0x7E && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
    else { return nil }
    rawValue = text
  }

  /// What of a provider's explanation may be shown: printable ASCII, 200 characters at most.
  static func shownText(_ text: String?) -> String? {
    guard let text else { return nil }
    let shown = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }.prefix(200))
    )
    return shown.isEmpty ? nil : shown
  }
}
