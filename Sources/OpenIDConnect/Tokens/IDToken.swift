public import Foundation
public import WebSession

/// A token that says who signed in, after everything in it was checked (OpenID Connect Core 2 and 3.1.3.7).
public struct IDToken: Sendable {
  /// The token itself, which is worth showing at the sign-out only.
  public let text: Secret<String>
  /// Who it is: unique at the issuer, and never given to somebody else.
  public let subject: String
  /// Who says so.
  public let issuer: String
  /// Whom it is for. The client is among them.
  public let audiences: [String]
  /// When it was made.
  public let issued: Date
  /// When it ends.
  public let expires: Date
  /// When the user typed the password; nil when the provider does not say.
  public let authenticated: Date?
  /// How the user signed in, `acr`: at LemonLDAP::NG `loa-1` to `loa-5`. Nil when the provider does not say.
  public let authenticationLevel: String?
  /// The provider's session, `sid`, which it names when that ends; nil when the provider does not say.
  public let sessionID: String?
  /// All claims.
  public let claims: OpenIDClaims
}
