public import WebSession

/// A client of an OpenID Connect provider: the authorization code flow with PKCE.
///
/// ```swift
/// let client = OpenIDClient(
///   configuration: try .init(
///     issuer: "https://auth.example.org/", clientID: "mobile", redirectURI: "fr.example.app://callback",
///     scopes: ["profile", "email"]),
///   transport: transport)
/// let request = try await client.authorizationRequest()
/// var step = try await session.authorize(request)  // a PortalSession; or send a browser to request.url
/// if case .consentNeeded(let consent) = step { step = .code(try await consent.accept()) }
/// guard case .code(let code) = step else { return }
/// let tokens = try await client.tokens(for: code)
/// let user = try await client.userInfo(for: tokens)
/// ```
///
/// Written for the portals of LemonLDAP::NG 2.16 to 2.21 (sso document c.11), and for nothing that is theirs alone. Copies
/// of a client share what they learned about the provider.
public struct OpenIDClient: Sendable {
  /// Who the client is, and what it accepts.
  public let configuration: Configuration

  let transport: any Transport
  let memory = ProviderMemory()

  /// A client over a transport. Its requests carry no cookies and follow no redirects.
  public init(configuration: Configuration, transport: any Transport) {
    self.configuration = configuration
    self.transport = transport
  }
}
