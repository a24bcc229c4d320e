import Foundation
import OpenIDConnect
import Synchronization
import WebSession

/// A provider that says what the test says, and remembers what it was asked.
final class StubProvider: Transport {
  static let issuer = "https://auth.example.org/"
  static let redirectURI = "fr.example.app://callback"
  static let accessToken = "0123456789abcdef"
  /// When all tests take place.
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  /// What it says, by path; the test changes it.
  private struct Words {
    var document: [UInt8]
    var bodies: [String: (status: Int, headers: [(name: String, value: String)], body: [UInt8])] = [:]
    var requests: [WebRequest] = []
    var now = StubProvider.now
  }

  private let words: Mutex<Words>

  init(_ document: [String: Any] = [:]) {
    let usual: [String: Any] = [
      "issuer": StubProvider.issuer, "authorization_endpoint": "https://auth.example.org/oauth2/authorize",
      "token_endpoint": "https://auth.example.org/oauth2/token", "jwks_uri": "https://auth.example.org/oauth2/jwks",
      "userinfo_endpoint": "https://auth.example.org/oauth2/userinfo",
      "end_session_endpoint": "https://auth.example.org/oauth2/logout",
      "response_types_supported": ["code"], "code_challenge_methods_supported": ["plain", "S256"],
      "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
      "id_token_signing_alg_values_supported": ["none", "HS256", "RS256", "ES256"],
    ]
    let merged = usual.merging(document) { $1 }.filter { !($0.value is NSNull) }
    do {
      words = Mutex(Words(document: Array(try TokenForge.json(merged))))
    } catch {
      fatalError("no document: \(error)")
    }
  }

  var asked: [WebRequest] { words.withLock { $0.requests } }

  /// How often a path was asked.
  func count(_ path: String) -> Int { asked.count { $0.address.path == path } }

  var clock: Date {
    get { words.withLock { $0.now } }
    set { words.withLock { $0.now = newValue } }
  }

  func answer(_ path: String, _ body: [UInt8], status: Int = 200, headers: [(name: String, value: String)] = []) {
    words.withLock { $0.bodies[path] = (status, headers, body) }
  }

  func answer(_ path: String, json: Any, status: Int = 200, headers: [(name: String, value: String)] = []) throws {
    answer(path, Array(try TokenForge.json(json)), status: status, headers: headers)
  }

  func publish(_ keys: [[String: Any]]) throws {
    try answer("/oauth2/jwks", json: ["keys": keys])
  }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let (status, headers, body) = words.withLock { words in
      words.requests.append(request)
      if let said = words.bodies[request.address.path] { return said }
      guard request.address.path == "/.well-known/openid-configuration" else { return (404, [], []) }
      return (200, [], words.document)
    }
    guard body.count <= limits.maximumBodyBytes else {
      throw WebError(.tooLarge, "longer than the limit", host: request.address.host)
    }
    return WebResponse(status: status, headers: headers, body: body, address: request.address)
  }

  /// A client of it.
  func client(
    secret: String? = nil,
    configure: (inout OpenIDClient.Configuration) -> Void = { _ in }
  ) throws -> OpenIDClient {
    var configuration = try OpenIDClient.Configuration(
      issuer: StubProvider.issuer,
      clientID: "mobile",
      clientSecret: secret.map { Secret($0) },
      redirectURI: StubProvider.redirectURI,
      scopes: ["profile"]
    )
    configuration.now = { self.clock }
    configure(&configuration)
    return OpenIDClient(configuration: configuration, transport: self)
  }

  /// Claims that are accepted.
  static func claims(nonce: String?) -> [String: Any] {
    let now = Int(StubProvider.now.timeIntervalSince1970)
    let claims: [String: Any?] = [
      "iss": issuer, "sub": "lou", "aud": ["mobile"], "azp": "mobile", "iat": now, "exp": now + 3600, "nonce": nonce,
    ]
    return claims.compactMapValues { $0 }
  }

  /// Gets tokens with an ID token that the test makes for the nonce.
  func tokens(_ client: OpenIDClient, _ make: (String) throws -> String) async throws -> OpenIDTokens {
    let request = try await client.authorizationRequest()
    try answer(
      "/oauth2/token",
      json: [
        "access_token": StubProvider.accessToken, "token_type": "Bearer", "expires_in": 3600,
        "id_token": try make(request.nonce),
      ]
    )
    return try await client.tokens(
      for: try request.code(from: "\(StubProvider.redirectURI)?code=c&state=\(request.state)")
    )
  }
}
