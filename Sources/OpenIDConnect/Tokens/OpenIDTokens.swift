public import Foundation
public import WebSession

/// What a provider gives for a code.
public struct OpenIDTokens: Sendable {
  /// Opens the user info.
  public let accessToken: Secret<String>
  /// When the access token ends; nil when the provider does not say.
  public let accessTokenExpires: Date?
  /// Brings new tokens without the user; nil when the provider gives none.
  public let refreshToken: Secret<String>?
  /// Who signed in.
  public let idToken: IDToken
  /// What was granted; what was asked for when the provider does not say (RFC 6749 section 5.1).
  public let scopes: [String]
}
