public import LemonLDAP
import WebSession

extension PortalSession {
  /// Asks the portal for an authorization code, in place of a browser. One request when the user has consented before, or
  /// need not.
  ///
  /// The redirect to the application is read and not followed. The portal forgets a request that it remembered from
  /// before, for which it would give its code (sso document c.10).
  ///
  /// - Throws: ``OpenIDError``: `refusedByPortal` with its code when the portal does not know the client (107) or the address
  ///   to come back to (108), when the application is not for this user (84) or OpenID Connect is not (90), or wants a newer
  ///   (85) or stronger (102) sign-in; `refused` with the provider's code; `noSession`; `wrongState`; `unsafeAddress` when
  ///   the provider is not at this portal.
  public func authorize(_ request: OpenIDAuthorizationRequest) async throws -> OpenIDAuthorizationStep {
    let exchange = AuthorizationExchange(session: self, request: request)
    guard request.url.origin == portal.address.origin else {
      throw OpenIDError(.unsafeAddress, "the provider is not at this portal", facts: exchange.facts("authorization"))
    }
    await forgetEarlierRequest()
    return try await exchange.send(.get(request.url), step: "authorization")
  }
}
