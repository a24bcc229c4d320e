import Foundation
import WebSession

extension OpenIDClient {
  /// The tokens for a code. One request, and one for the provider's keys unless they are known.
  ///
  /// A code is spent by the attempt.
  ///
  /// - Throws: ``OpenIDError``: `refused` with `invalid_grant` for a code that is wrong, too old, or was used before, and for
  ///   a wrong verifier; `refused` with `invalid_client` for a wrong secret; `badToken` for an ID token that is not accepted;
  ///   `malformedAnswer`.
  public func tokens(for code: OpenIDAuthorizationCode) async throws -> OpenIDTokens {
    let step = "tokens"
    let request = code.request
    guard request.issuer == configuration.issuer, request.clientID == configuration.clientID else {
      throw OpenIDError(.otherRequest, "this code was given to another client", facts: .init(step: step))
    }
    let answer = try await grant(
      [
        ("grant_type", "authorization_code"), ("code", code.code.reveal()), ("redirect_uri", request.redirectURI),
        ("code_verifier", request.verifier.reveal()),
      ],
      step: step
    )
    guard let text = answer.idToken else {
      throw OpenIDError(.malformedAnswer, "the provider gives no ID token", facts: .init(step: step))
    }
    return OpenIDTokens(
      answer,
      idToken: try await verify(text, with: checks(answer, nonce: request.nonce)),
      refreshToken: nil,
      scopes: configuration.scopes,
      now: configuration.now()
    )
  }

  /// New tokens for the refresh token of others. One request, and one for the provider's keys unless they are known.
  ///
  /// What the provider does not renew, the refresh token or the ID token, stays (OpenID Connect Core 12.2).
  ///
  /// - Throws: ``OpenIDError``: `noRefreshToken`; `refused` with `invalid_grant` for a refresh token that is over;
  ///   `badToken`, also when the new ID token is about somebody else.
  public func refresh(_ tokens: OpenIDTokens) async throws -> OpenIDTokens {
    let step = "refresh"
    guard let refreshToken = tokens.refreshToken else {
      throw OpenIDError(.noRefreshToken, "the provider gave no refresh token", facts: .init(step: step))
    }
    let answer = try await grant(
      [("grant_type", "refresh_token"), ("refresh_token", refreshToken.reveal())],
      step: step
    )
    var idToken = tokens.idToken
    if let text = answer.idToken {
      idToken = try await verify(text, with: checks(answer, nonce: nil, subject: tokens.idToken.subject))
    }
    return OpenIDTokens(
      answer,
      idToken: idToken,
      refreshToken: refreshToken,
      scopes: tokens.scopes,
      now: configuration.now()
    )
  }

  private func checks(_ answer: TokenAnswer, nonce: String?, subject: String? = nil) -> IDTokenChecks {
    IDTokenChecks(
      issuer: configuration.issuer,
      clientID: configuration.clientID,
      nonce: nonce,
      subject: subject,
      accessToken: Secret(answer.accessToken),
      now: configuration.now(),
      tolerance: configuration.clockTolerance
    )
  }
}

extension OpenIDTokens {
  fileprivate init(_ answer: TokenAnswer, idToken: IDToken, refreshToken: Secret<String>?, scopes: [String], now: Date)
  {
    accessToken = Secret(answer.accessToken)
    accessTokenExpires = answer.expiresIn.map { now.addingTimeInterval($0) }
    self.refreshToken = answer.refreshToken.map { Secret($0) } ?? refreshToken
    self.idToken = idToken
    self.scopes = answer.scope.map { $0.split(separator: " ").map(String.init) } ?? scopes
  }
}
