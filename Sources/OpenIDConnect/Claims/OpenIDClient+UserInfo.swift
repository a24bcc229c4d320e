import Foundation
public import WebSession

extension OpenIDClient {
  /// The claims about the user whose tokens these are. One request.
  ///
  /// - Throws: ``OpenIDError``, see ``userInfo(accessToken:subject:)``.
  public func userInfo(for tokens: OpenIDTokens) async throws -> OpenIDUserInfo {
    try await userInfo(accessToken: tokens.accessToken, subject: tokens.idToken.subject)
  }

  /// The claims about a user. One request. Answers that are signed are not read.
  ///
  /// - Parameters:
  ///   - accessToken: what the provider gave for it.
  ///   - subject: who the ID token is about. Never skip that check: a token can be swapped (OpenID Connect Core 5.3.2).
  /// - Throws: ``OpenIDError``: `refused` for an access token that is wrong or too old (with `invalid_request` from
  ///   LemonLDAP::NG, sso document c.11), `wrongSubject`, `malformedAnswer`, `unsupportedProvider` without such an endpoint.
  public func userInfo(accessToken: Secret<String>, subject: String) async throws -> OpenIDUserInfo {
    let step = "user info"
    guard let address = try await discover().userInfoEndpoint else {
      throw OpenIDError(.unsupportedProvider, "the provider has no user info", facts: .init(step: step))
    }
    guard AccessToken.isWellFormed(accessToken.reveal()) else {
      throw OpenIDError(.malformedAnswer, "this can be no access token", facts: .init(step: step))
    }
    let response = try await exchange(
      .get(
        address,
        headers: [("Accept", "application/json"), ("Authorization", "Bearer \(accessToken.reveal())")]
      ),
      step: step
    )
    if [400, 401, 403].contains(response.status) {
      var error = OpenIDError(.refused, "the provider does not accept the access token")
      error.facts = .init(step: step, host: address.host, httpStatus: response.status)
      error.serverCode = OpenIDServerCode(wire: OpenIDClient.error(in: response.header("WWW-Authenticate") ?? ""))
      throw error
    }
    let values = try decode(response, as: [String: ClaimValue].self, step: step)
    let facts = OpenIDError.Facts(step: step, host: address.host, httpStatus: response.status)
    guard let found = values["sub"]?.string, !found.isEmpty else {
      throw OpenIDError(.malformedAnswer, "the answer does not say who it is about", facts: facts)
    }
    guard found == subject else {
      throw OpenIDError(.wrongSubject, "the answer is about somebody else than the ID token", facts: facts)
    }
    return OpenIDUserInfo(subject: found, claims: OpenIDClaims(values))
  }

  /// `error` of a challenge: `Bearer error="…"` (RFC 6750), or without scheme and quotes as LemonLDAP::NG writes it.
  private static func error(in challenge: String) -> String? {
    for part in challenge.split(whereSeparator: { $0 == "," || $0 == " " }) where part.hasPrefix("error=") {
      return part.dropFirst(6).trimmingCharacters(in: ["\""])
    }
    return nil
  }
}
