import Foundation
import WebSession

extension OpenIDClient {
  /// Keys younger than this are not asked for again, whatever a token says.
  private static let minimumKeyAge: Duration = .seconds(30)

  /// Checks an ID token: signature first, then what it says.
  ///
  /// - Throws: ``OpenIDError`` with code `badToken`, or what asking for the keys throws.
  func verify(_ text: String, with checks: IDTokenChecks) async throws -> IDToken {
    let provider = try await discover()
    let token = try SignedToken(text, allowing: configuration.algorithms.intersection(provider.signingAlgorithms))
    return try checks.accept(try await signedClaims(of: token, provider), of: token)
  }

  /// The claims of a token that one of the provider's keys has signed. A provider that has changed its keys is asked for
  /// them once more.
  private func signedClaims(of token: SignedToken, _ provider: OpenIDProvider) async throws -> OpenIDClaims {
    let now = configuration.now()
    if let known = await memory.keys(at: now, lifetime: configuration.memoryLifetime) {
      for key in known.candidates(for: token) {
        if let claims = await key.claims(of: token) { return claims }
      }
      guard await memory.keys(at: now, lifetime: OpenIDClient.minimumKeyAge) == nil else {
        throw refusal(of: token, known)
      }
    }
    let keys = try await fetchKeys(provider)
    for key in keys.candidates(for: token) {
      if let claims = await key.claims(of: token) { return claims }
    }
    throw refusal(of: token, keys)
  }

  private func refusal(of token: SignedToken, _ keys: SigningKeys) -> OpenIDError {
    keys.candidates(for: token).isEmpty
      ? .badToken("kid", "the provider has no key, or more than one, that may have signed the ID token")
      : .badToken("signature", "the ID token was not signed by the provider")
  }
}
