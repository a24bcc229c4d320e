import Foundation
import WebSession

extension OpenIDClient {
  /// What the provider says of itself. One request, and none while the answer is remembered.
  ///
  /// - Throws: ``OpenIDError``: `wrongIssuer` when the document is of another issuer, `unsafeAddress` for endpoints that
  ///   are not https or at an origin that nobody allowed, `unsupportedProvider` without codes or S256 (OpenID Connect
  ///   Discovery 4.3).
  public func discover() async throws -> OpenIDProvider {
    let now = configuration.now()
    if let known = await memory.provider(at: now, lifetime: configuration.memoryLifetime) { return known }
    let address = configuration.issuerAddress.appending(path: ".well-known", "openid-configuration")
    let response = try await exchange(.get(address, headers: [("Accept", "application/json")]), step: "discovery")
    let document = try decode(response, as: ProviderDocument.self, step: "discovery")
    let provider = try OpenIDProvider(document, configuration: configuration)
    await memory.keep(provider, at: now)
    return provider
  }

  /// The keys of the provider. One request.
  func fetchKeys(_ provider: OpenIDProvider) async throws -> SigningKeys {
    let request = WebRequest.get(provider.keysAddress, headers: [("Accept", "application/json")])
    let response = try await exchange(request, step: "keys")
    let keys = SigningKeys(try decode(response, as: KeyDocument.self, step: "keys"))
    await memory.keep(keys, at: configuration.now())
    return keys
  }
}
