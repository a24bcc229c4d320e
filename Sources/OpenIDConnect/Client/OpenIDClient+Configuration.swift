package import Foundation
public import WebSession

extension OpenIDClient {
  /// Who the client is, and what it accepts.
  public struct Configuration: Sendable {
    /// The provider's name, as its discovery document says it, letter by letter: LemonLDAP::NG's ends with a slash.
    public let issuer: String
    /// The client's name.
    public let clientID: String
    /// The client's secret; nil for a public client.
    public let clientSecret: Secret<String>?
    /// Where the provider sends the code, as it is declared there: `https://app.example.org/oidc`, or an address with a
    /// scheme of the app, `fr.example.app://callback`.
    public let redirectURI: String
    /// What is asked for; `openid` comes first and is always there.
    public let scopes: [String]

    /// The algorithms with which an ID token may be signed. Never `none`, and never one with a shared secret.
    public var algorithms = Set(SigningAlgorithm.allCases)
    /// Origins besides the issuer's own where the provider's endpoints may be: `https://login.example.org`.
    public var allowedOrigins: Set<String> = []
    /// How long one exchange with the provider may take.
    public var deadline: Duration = .seconds(10)
    /// How far the clocks of provider and client may differ.
    public var clockTolerance: Duration = .seconds(60)
    /// How long discovery document and keys are kept. A key that is not among them is asked for earlier.
    public var memoryLifetime: Duration = .seconds(3600)

    package var now: @Sendable () -> Date = { Date() }

    let issuerAddress: WebAddress

    /// A configuration.
    ///
    /// - Parameters:
    ///   - issuer: the provider's name, letter by letter.
    ///   - clientID: the client's name.
    ///   - clientSecret: nil for a public client.
    ///   - redirectURI: where the provider sends the code.
    ///   - scopes: what is asked for besides `openid`.
    /// - Throws: ``OpenIDError`` with code `badConfiguration`: an issuer that is no address without a query, or `http`
    ///   anywhere but on this machine; an address to come back to without a scheme, with a fragment, or `http` anywhere
    ///   but on this machine; a client's name or a scope with characters that none may have.
    public init(
      issuer: String,
      clientID: String,
      clientSecret: Secret<String>? = nil,
      redirectURI: String,
      scopes: [String] = []
    ) throws(OpenIDError) {
      guard let address = WebAddress(issuer), address.query == nil, !issuer.contains(where: { "?# \n".contains($0) })
      else { throw OpenIDError(.badConfiguration, "the issuer is no http or https address without a query") }
      guard address.isSecure || address.isLoopback else {
        throw OpenIDError(.badConfiguration, "the issuer, \(address.origin), has to be https: codes are worth a login")
      }
      guard Self.isVisible(clientID), clientID.utf8.count <= 1024 else {
        throw OpenIDError(.badConfiguration, "the client's name has to be visible characters of ASCII")
      }
      guard clientSecret?.reveal().isEmpty != true else {
        throw OpenIDError(.badConfiguration, "the client's secret is empty: a public client has none")
      }
      guard ReturnAddress.isAcceptable(redirectURI) else {
        throw OpenIDError(
          .badConfiguration,
          "the address to come back to needs a scheme (http on this machine only), and may have no fragment"
        )
      }
      guard scopes.allSatisfy({ Self.isVisible($0) && !$0.contains("\"") && !$0.contains("\\") }) else {
        throw OpenIDError(.badConfiguration, "a scope holds a character that none may have")
      }
      self.issuer = issuer
      self.clientID = clientID
      self.clientSecret = clientSecret
      self.redirectURI = redirectURI
      self.scopes = ["openid"] + scopes.filter { $0 != "openid" }
      issuerAddress = address
    }

    private static func isVisible(_ text: String) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
  }
}
