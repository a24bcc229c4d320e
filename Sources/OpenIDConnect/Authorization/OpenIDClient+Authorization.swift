import Crypto
import WebSession

extension OpenIDClient {
  /// A new request for an authorization code, with fresh random values. No request but ``discover()``.
  ///
  /// - Parameter prompt: what the provider is to show; nil leaves it to the provider.
  /// - Throws: ``OpenIDError`` of ``discover()``.
  public func authorizationRequest(prompt: OpenIDPrompt? = nil) async throws -> OpenIDAuthorizationRequest {
    let provider = try await discover()
    let (state, nonce, verifier) = (RandomText.make(), RandomText.make(), RandomText.make())
    let challenge = Base64URL.encode(SHA256.hash(data: Array(verifier.utf8)))
    var fields = [
      (name: "response_type", value: "code"), (name: "client_id", value: configuration.clientID),
      (name: "redirect_uri", value: configuration.redirectURI),
      (name: "scope", value: configuration.scopes.joined(separator: " ")), (name: "state", value: state),
      (name: "nonce", value: nonce), (name: "code_challenge", value: challenge),
      (name: "code_challenge_method", value: "S256"),
    ]
    if let prompt { fields.append(("prompt", prompt.rawValue)) }
    return OpenIDAuthorizationRequest(
      url: provider.authorizationEndpoint.appending(query: fields),
      state: state,
      nonce: nonce,
      verifier: Secret(verifier),
      issuer: provider.issuer,
      clientID: configuration.clientID,
      redirectURI: configuration.redirectURI,
      challenge: challenge,
      namesIssuer: provider.namesIssuer
    )
  }
}
