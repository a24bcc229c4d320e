import Crypto
import CryptoExtras
import Foundation
import OpenIDConnect
import Testing
import WebSession

/// ID tokens that are made by hand: what is accepted, and what of each bad one is named.
@Suite struct `ID tokens` {
  /// What of a token is refused; nil when it is accepted.
  private func check(
    _ keys: [[String: Any]]? = nil,
    configure: (inout OpenIDClient.Configuration) -> Void = { _ in },
    _ make: (inout [String: Any]) throws -> String
  ) async throws -> String? {
    let provider = StubProvider()
    try provider.publish(keys ?? [try TokenForge.first.published()])
    do {
      _ = try await provider.tokens(provider.client(configure: configure)) { nonce in
        var claims = StubProvider.claims(nonce: nonce)
        return try make(&claims)
      }
      return nil
    } catch let error as OpenIDError {
      #expect(error.code == .badToken)
      return error.facts.check
    }
  }

  /// The same with a claim of another value; nil takes it away.
  private func check(_ name: String, _ value: Any?) async throws -> String? {
    try await check { claims in
      claims[name] = value
      return try TokenForge.token(claims)
    }
  }

  @Test func `a good one tells who it is`() async throws {
    let provider = StubProvider()
    try provider.publish([try TokenForge.first.published()])
    let hash = Base64URL.encode(Array(SHA256.hash(data: Data(StubProvider.accessToken.utf8))).prefix(16))
    let tokens = try await provider.tokens(provider.client()) { nonce in
      let more: [String: Any] = [
        "at_hash": hash, "acr": "loa-2", "auth_time": 1_799_999_000, "sid": "s", "aud": "mobile",
      ]
      return try TokenForge.token(StubProvider.claims(nonce: nonce).merging(more) { $1 })
    }
    #expect(tokens.idToken.subject == "lou")
    #expect(tokens.idToken.audiences == ["mobile"])
    #expect(tokens.idToken.authenticationLevel == "loa-2")
    #expect(tokens.idToken.sessionID == "s")
    #expect(tokens.idToken.authenticated == Date(timeIntervalSince1970: 1_799_999_000))
    #expect(tokens.accessToken.reveal() == StubProvider.accessToken)
    #expect(tokens.accessTokenExpires == StubProvider.now.addingTimeInterval(3600))
    #expect(tokens.scopes == ["openid", "profile"])
    for text in ["\(tokens)", String(reflecting: tokens)] {
      #expect(!text.contains(StubProvider.accessToken))
      #expect(!text.contains(tokens.idToken.text.reveal()))
    }
  }

  @Test func `claims that do not fit are named`() async throws {
    let now = Int(StubProvider.now.timeIntervalSince1970)
    #expect(try await check("unknown", ["a": [1, true, NSNull()]]) == nil)
    #expect(try await check("iss", "https://auth.example.org") == "iss")
    #expect(try await check("iss", nil) == "iss")
    #expect(try await check("aud", ["other"]) == "aud")
    #expect(try await check("aud", [String]()) == "aud")
    #expect(try await check("aud", ["mobile", 7] as [Any]) == "aud")
    #expect(try await check("aud", nil) == "aud")
    #expect(try await check("aud", ["mobile", "other"]) == nil)
    #expect(try await check("azp", "other") == "azp")
    #expect(try await check("azp", 7) == "azp")
    #expect(try await check("azp", nil) == nil)
    #expect(try await check("sub", "") == "sub")
    #expect(try await check("sub", nil) == "sub")
    #expect(try await check("nonce", "another") == "nonce")
    #expect(try await check("nonce", nil) == "nonce")
    #expect(try await check("exp", now - 61) == "exp")
    #expect(try await check("exp", "\(now + 3600)") == "exp")
    #expect(try await check("exp", nil) == "exp")
    #expect(try await check("iat", now + 61) == "iat")
    #expect(try await check("iat", now + 59) == nil)
    #expect(try await check("iat", nil) == "iat")
    #expect(try await check("nbf", now + 61) == "nbf")
    #expect(try await check("nbf", "soon") == "nbf")
    #expect(try await check("at_hash", "s-De7BGWw77WqLs8NWrfQ") == "at_hash")
    #expect(try await check("at_hash", 7) == "at_hash")
  }

  @Test func `several audiences need the client as the party`() async throws {
    let refused = try await check { claims in
      claims["aud"] = ["mobile", "other"]
      claims["azp"] = nil
      return try TokenForge.token(claims)
    }
    #expect(refused == "azp")
  }

  @Test func `clocks may differ as much as is configured`() async throws {
    let now = Int(StubProvider.now.timeIntervalSince1970)
    for (tolerance, expected) in [(Duration.zero, "exp"), (.seconds(60), nil)] {
      let refused = try await check(configure: { $0.clockTolerance = tolerance }) { claims in
        claims["iat"] = now - 3600
        claims["exp"] = now - 30
        return try TokenForge.token(claims)
      }
      #expect(refused == expected)
    }
  }

  @Test func `no signature, and a shared secret that everybody knows`() async throws {
    let key = try TokenForge.first.published()
    let pem = TokenForge.first.key.publicKey.pemRepresentation
    let der = TokenForge.first.key.publicKey.derRepresentation
    for algorithm in ["none", "None", "NONE", "", "HS256", "HS512", "EdDSA", "rs256"] {
      for secret in [Data(pem.utf8), der, Data((key["n"] as? String ?? "").utf8)] {
        let refused = try await check { claims in
          try TokenForge.token(["alg": algorithm, "kid": "first"], claims) { text in
            guard algorithm.hasPrefix("HS") else { return [] }
            return Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: secret)))
          }
        }
        #expect(refused == "alg", "\(algorithm)")
      }
    }
    // The algorithm is allowed, and there is no signature.
    let refused = try await check { claims in
      try TokenForge.token(["alg": "RS256", "kid": "first"], claims) { _ in [] }
    }
    #expect(refused == "signature")
  }

  @Test func `an algorithm that the provider or the configuration does not name`() async throws {
    // The provider names RS256 and ES256.
    let refused = try await check { try TokenForge.token($0, header: ["alg": "PS256"]) }
    #expect(refused == "alg")
    let forbidden = try await check(configure: { $0.algorithms = [.es256] }) { try TokenForge.token($0) }
    #expect(forbidden == "alg")
  }

  @Test func `two keys: the one that is named has to have signed`() async throws {
    let both = [try TokenForge.first.published(), try TokenForge.second.published()]
    #expect(try await check(both) { try TokenForge.token($0, by: TokenForge.second) } == nil)
    #expect(
      try await check(both) { try TokenForge.token($0, by: TokenForge.second, header: ["kid": "first"]) } == "signature"
    )
    #expect(try await check(both) { try TokenForge.token($0, header: ["kid": "third"]) } == "kid")
    // Without a name there is a choice, which nobody makes.
    let nameless = TokenForge.RSAKey(nil)
    #expect(try await check(both + [try nameless.published()]) { try TokenForge.token($0, by: nameless) } == "kid")
    #expect(try await check([try nameless.published()]) { try TokenForge.token($0, by: nameless) } == nil)
  }

  @Test func `keys for something else are none`() async throws {
    for more in [
      ["use": "enc"], ["alg": "RS512"], ["alg": "RSA-OAEP"], ["key_ops": ["encrypt"]], ["kty": "oct"], ["n": "!!"],
      ["e": ""],
    ] as [[String: Any]] {
      let refused = try await check([try TokenForge.first.published(more)]) { try TokenForge.token($0) }
      #expect(refused == "kid" || refused == "signature", "\(more)")
    }
    // One strange key does not cost the others.
    let strange: [[String: Any]] = [["kty": 7], ["kty": "EC", "crv": "P-256"], try TokenForge.first.published()]
    #expect(try await check(strange) { try TokenForge.token($0) } == nil)
  }

  @Test func `elliptic curves`() async throws {
    let keys = [TokenForge.publishedCurve(), try TokenForge.first.published()]
    let sign = { (text: String) in Array(try TokenForge.curve.signature(for: Data(text.utf8)).rawRepresentation) }
    #expect(try await check(keys) { try TokenForge.token(["alg": "ES256", "kid": "curve"], $0, signing: sign) } == nil)
    #expect(
      try await check(keys) { try TokenForge.token(["alg": "ES256", "kid": "first"], $0, signing: sign) } == "kid"
    )
    #expect(
      try await check(keys) { try TokenForge.token(["alg": "RS256", "kid": "first"], $0, signing: sign) } == "signature"
    )
  }

  @Test func `a changed character costs the signature`() async throws {
    let refused = try await check { claims in
      let good = try TokenForge.token(claims)
      claims["sub"] = "dwho"
      let other = try TokenForge.token(claims).split(separator: ".")
      let parts = good.split(separator: ".")
      return "\(parts[0]).\(other[1]).\(parts[2])"
    }
    #expect(refused == "signature")
  }

  @Test func `extensions that have to be understood are not`() async throws {
    let refused = try await check { try TokenForge.token($0, header: ["crit": ["b64"], "b64": false]) }
    #expect(refused == "crit")
  }

  @Test(arguments: [
    "", ".", "..", "a.b", "eyJhbGciOiJSUzI1NiJ9.e30", "a.b.c.d", "e30.e30.e30", "eyJhbGciOiJSUzI1NiI.e30.",
    "e30=.e30.e30", "é.é.é",
  ])
  func `what is no token`(_ text: String) async throws {
    #expect(try await check { _ in text } == "format")
  }

  @Test func `a token of a megabyte, and claims that are no object`() async throws {
    let long = try await check { claims in
      claims["more"] = String(repeating: "x", count: 70_000)
      return try TokenForge.token(claims)
    }
    #expect(long == "format")
    let header = Base64URL.encode(try TokenForge.json(["alg": "RS256", "kid": "first"]))
    for payload in ["[]", "7", "{\"sub\":", "{\"a\":\(String(repeating: "[", count: 400))"] {
      let text = "\(header).\(Base64URL.encode(Array(payload.utf8)))"
      let refused = try await check { _ in "\(text).\(Base64URL.encode(try TokenForge.first.sign(text)))" }
      #expect(refused == "signature", "\(payload)")
    }
  }
}
