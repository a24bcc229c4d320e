public import WebSession

/// What a provider says of itself, after everything in it was checked.
public struct OpenIDProvider: Sendable, Hashable {
  /// The provider's name.
  public let issuer: String
  /// Where the browser goes.
  public let authorizationEndpoint: WebAddress
  /// Where codes become tokens.
  public let tokenEndpoint: WebAddress
  /// Where the keys are that sign ID tokens.
  public let keysAddress: WebAddress
  /// Where the claims about the user are; nil when the provider has none to give.
  public let userInfoEndpoint: WebAddress?
  /// Where the browser signs out; nil when the provider has no such place.
  public let endSessionEndpoint: WebAddress?
  /// The scopes that it names. There may be others.
  public let scopes: [String]
  /// The algorithms with which it may sign ID tokens, and that can be verified here. Which of them is accepted,
  /// ``OpenIDClient/Configuration/algorithms`` says, too.
  public let signingAlgorithms: Set<SigningAlgorithm>

  /// Whether answers to the browser have to name the issuer (RFC 9207).
  let namesIssuer: Bool
  /// How a client with a secret proves who it is.
  let clientAuthentication: ClientAuthentication?

  /// Checks a discovery document.
  ///
  /// - Throws: ``OpenIDError``: `wrongIssuer`, `unsafeAddress`, `unsupportedProvider`.
  init(_ document: ProviderDocument, configuration: OpenIDClient.Configuration) throws(OpenIDError) {
    let facts = OpenIDError.Facts(step: "discovery", host: configuration.issuerAddress.host)
    guard document.issuer == configuration.issuer else {
      throw OpenIDError(.wrongIssuer, "the document is of another issuer than the configured one", facts: facts)
    }
    guard document.challengeMethods?.contains("S256") ?? true else {
      throw OpenIDError(
        .unsupportedProvider,
        "the provider does not know S256, and plain is no protection",
        facts: facts
      )
    }
    guard document.responseTypes?.contains("code") ?? true else {
      throw OpenIDError(.unsupportedProvider, "the provider gives no authorization codes", facts: facts)
    }
    let endpoint = { (text: String) throws(OpenIDError) in
      try Self.endpoint(text, configuration: configuration, facts: facts)
    }
    issuer = document.issuer
    authorizationEndpoint = try endpoint(document.authorizationEndpoint)
    tokenEndpoint = try endpoint(document.tokenEndpoint)
    keysAddress = try endpoint(document.keys)
    userInfoEndpoint = if let text = document.userInfoEndpoint { try endpoint(text) } else { nil }
    endSessionEndpoint = if let text = document.endSessionEndpoint { try endpoint(text) } else { nil }
    scopes = document.scopes ?? []
    signingAlgorithms =
      document.signingAlgorithms.map { Set($0.compactMap(SigningAlgorithm.init)) } ?? [.rs256]
    namesIssuer = document.namesIssuer ?? false
    clientAuthentication = ClientAuthentication(offered: document.clientAuthentication)
  }

  /// An address that a code, a token or a secret may go to.
  private static func endpoint(
    _ text: String,
    configuration: OpenIDClient.Configuration,
    facts: OpenIDError.Facts
  ) throws(OpenIDError) -> WebAddress {
    guard let address = WebAddress(text), !text.contains("#") else {
      throw OpenIDError(.unsafeAddress, "an endpoint in the document is no http or https address", facts: facts)
    }
    guard address.isSecure || address.isLoopback else {
      throw OpenIDError(.unsafeAddress, "the endpoint at \(address.origin) is not https", facts: facts)
    }
    guard address.origin == configuration.issuerAddress.origin || configuration.allowedOrigins.contains(address.origin)
    else {
      throw OpenIDError(
        .unsafeAddress,
        "the endpoint at \(address.origin) is neither at the issuer nor at an allowed origin",
        facts: facts
      )
    }
    return address
  }
}
