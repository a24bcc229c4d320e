import WebSession

extension OpenIDClient {
  /// How the browser signs out at the provider. No request but ``discover()``.
  ///
  /// - Parameters:
  ///   - idToken: tells the provider who signs out of what.
  ///   - returnURI: where to go afterwards, as it is declared there; nil leaves the browser at the provider.
  /// - Throws: ``OpenIDError``: `unsupportedProvider` when there is no such place; `badConfiguration` for an address that
  ///   none can come back to.
  public func logoutRequest(for idToken: IDToken, returningTo returnURI: String? = nil) async throws
    -> OpenIDLogoutRequest
  {
    guard let address = try await discover().endSessionEndpoint else {
      throw OpenIDError(.unsupportedProvider, "the provider has no place to sign out", facts: .init(step: "sign-out"))
    }
    guard returnURI.map(ReturnAddress.isAcceptable) ?? true else {
      throw OpenIDError(.badConfiguration, "nobody can come back to that address", facts: .init(step: "sign-out"))
    }
    let state = RandomText.make()
    var fields = [(name: "id_token_hint", value: idToken.text.reveal()), (name: "state", value: state)]
    if let returnURI { fields.append(("post_logout_redirect_uri", returnURI)) }
    return OpenIDLogoutRequest(url: address.appending(query: fields), returnURI: returnURI, state: state)
  }
}
