import Foundation
import LemonLDAP
import OpenIDConnect
import WebSession
import WebTransport

/// A real portal that runs with its OpenID Connect issuer, and what asks it.
struct OpenIDPortal: Sendable {
  /// An application that the portal knows.
  struct Application: Sendable {
    var id: String
    var redirectURI: String
    var secret: String?

    /// Has a secret with letters that headers and forms encode; nobody is asked for consent.
    static let web = Application(id: "web", redirectURI: "http://127.0.0.1:9/oidc", secret: "p+q/r:s%t=u")
    /// Public, asks for consent, cannot do without PKCE.
    static let mobile = Application(id: "mobile", redirectURI: "fr.example.app://callback")
    /// Public, asks for no consent, cannot do without PKCE.
    static let kiosk = Application(id: "kiosk", redirectURI: "http://127.0.0.1:9/kiosk?page=1")
    /// For one user only.
    static let staff = Application(id: "staff", redirectURI: "http://127.0.0.1:9/staff", secret: "for-the-staff")
    /// Its tokens are signed in another way.
    static func signed(_ algorithm: String) -> Application {
      Application(id: "signed-\(algorithm)", redirectURI: "http://127.0.0.1:9/signed", secret: "shared-\(algorithm)")
    }
  }

  /// What it said when it was ready.
  private struct Ready: Decodable {
    var portal: String
    var issuer: String
    var certificateAuthority: String?
  }

  /// Where a browser may go after signing out of ``Application/web``.
  static let farewell = "http://127.0.0.1:9/bye"
  /// The user who may use ``Application/staff``.
  static let staffUser = "rtyler"
  /// The user who may not use OpenID Connect at all.
  static let refusedUser = "attrs"

  let portal: LemonLDAPPortal
  let issuer: String
  let transport: AsyncHTTPTransport

  private let process: ServerProcess

  /// Starts a portal.
  init(_ server: RealServer) async throws {
    let command = try server.command(for: nil)
    var clients = [
      "web redirect=http://127.0.0.1:9/oidc secret=p+q/r:s%t=u refresh logout=\(OpenIDPortal.farewell)",
      "mobile redirect=fr.example.app://callback consent pkce refresh title=Mobile",
      "kiosk redirect=http://127.0.0.1:9/kiosk?page=1 pkce",
      "staff redirect=http://127.0.0.1:9/staff secret=for-the-staff only=\(OpenIDPortal.staffUser)",
    ]
    clients += ["RS512", "PS256", "HS256", "none"].map { algorithm in
      "signed-\(algorithm) redirect=http://127.0.0.1:9/signed secret=shared-\(algorithm) sign=\(algorithm)"
    }
    process = try await ServerProcess.start(
      command.program,
      command.arguments + clients.flatMap { ["--client", $0] } + ["--no-openid", OpenIDPortal.refusedUser]
    )
    let ready = try JSONDecoder().decode(Ready.self, from: process.firstLine)
    issuer = ready.issuer
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.extraTrustRoots = ready.certificateAuthority
    transport = try AsyncHTTPTransport(configuration: configuration)
    portal = try LemonLDAPPortal(url: ready.portal, transport: transport)
  }

  /// Ends the portal.
  func end() async {
    try? await transport.shutdown()
    await process.end()
  }

  /// A client of the portal.
  func client(
    _ application: Application,
    redirectURI: String? = nil,
    scopes: [String] = ["profile", "email"],
    over transport: (any Transport)? = nil
  ) throws -> OpenIDClient {
    OpenIDClient(
      configuration: try OpenIDClient.Configuration(
        issuer: issuer,
        clientID: application.id,
        clientSecret: application.secret.map { Secret($0) },
        redirectURI: redirectURI ?? application.redirectURI,
        scopes: scopes
      ),
      transport: transport ?? self.transport
    )
  }

  /// It is not what a test is about.
  struct Unexpected: Error {}

  /// A user who has just signed in. The password is the name.
  func signIn(_ user: String) async throws -> PortalSession {
    guard case .signedIn(let session) = try await portal.signIn(username: user, password: Secret(user)) else {
      throw Unexpected()
    }
    return session
  }

  /// A code for somebody who is not asked.
  func code(_ client: OpenIDClient, _ session: PortalSession) async throws -> OpenIDAuthorizationCode {
    guard case .code(let code) = try await session.authorize(try await client.authorizationRequest()) else {
      throw Unexpected()
    }
    return code
  }
}
