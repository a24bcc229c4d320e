import Foundation
import WebSession

extension OpenIDClient {
  /// Asks the token endpoint.
  ///
  /// - Throws: ``OpenIDError``.
  func grant(_ fields: [(name: String, value: String)], step: String) async throws -> TokenAnswer {
    let provider = try await discover()
    var fields = fields
    var headers = [(name: "Accept", value: "application/json")]
    switch (configuration.clientSecret, provider.clientAuthentication) {
    case (nil, _): fields.append(("client_id", configuration.clientID))
    case (let secret?, .post):
      fields += [("client_id", configuration.clientID), ("client_secret", secret.reveal())]
    case (let secret?, .basic):
      headers.append(ClientAuthentication.basicHeader(clientID: configuration.clientID, secret: secret))
    case (.some, nil):
      throw OpenIDError(
        .unsupportedProvider,
        "the provider knows no way to prove who the client is that is known here",
        facts: .init(step: step)
      )
    }
    let response = try await exchange(.post(provider.tokenEndpoint, form: fields, headers: headers), step: step)
    let facts = OpenIDError.Facts(step: step, host: response.address.host, httpStatus: response.status)
    if response.status != 200, let refusal = try? JSONDecoder().decode(TokenRefusal.self, from: Data(response.body)) {
      var error = OpenIDError(.refused, "the provider gives no tokens", facts: facts)
      error.serverCode = OpenIDServerCode(wire: refusal.error)
      error.serverText = OpenIDServerCode.shownText(refusal.description)
      throw error
    }
    let answer = try decode(response, as: TokenAnswer.self, step: step)
    guard answer.tokenType.lowercased() == "bearer", AccessToken.isWellFormed(answer.accessToken),
      answer.refreshToken.map(AccessToken.isWellFormed) ?? true
    else { throw OpenIDError(.malformedAnswer, "the tokens cannot be used", facts: facts) }
    return answer
  }
}
