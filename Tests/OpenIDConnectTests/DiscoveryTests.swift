import Foundation
import OpenIDConnect
import Testing
import WebSession

@Suite struct `Discovery` {
  private func code(_ document: [String: Any], allowed: Set<String> = []) async throws -> OpenIDError.Code? {
    let provider = StubProvider(document)
    let client = try provider.client { $0.allowedOrigins = allowed }
    do {
      _ = try await client.discover()
      return nil
    } catch let error as OpenIDError {
      return error.code
    }
  }

  @Test func `the issuer is compared letter by letter`() async throws {
    #expect(try await code([:]) == nil)
    for issuer in [
      "https://auth.example.org", "https://auth.example.org//", "https://AUTH.example.org/", "http://auth.example.org/",
    ] {
      #expect(try await code(["issuer": issuer]) == .wrongIssuer, "\(issuer)")
    }
  }

  @Test(arguments: [
    "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint",
  ])
  func `endpoints are where secrets may go`(_ name: String) async throws {
    for address in [
      "http://auth.example.org/x", "https://auth.example.org.evil.test/x", "https://evil.test/x",
      "https://auth.example.org:8443/x", "javascript:alert(1)", "/oauth2/x", "", "https://auth.example.org/x#y",
      "https://user@auth.example.org/x", "http://127.0.0.1/x",
    ] {
      #expect(try await code([name: address]) == .unsafeAddress, "\(address)")
    }
    #expect(try await code([name: "https://login.example.org/x"], allowed: ["https://login.example.org"]) == nil)
    #expect(
      try await code([name: "http://login.example.org/x"], allowed: ["http://login.example.org"]) == .unsafeAddress
    )
  }

  @Test func `what is needed has to be there`() async throws {
    #expect(try await code(["code_challenge_methods_supported": ["plain"]]) == .unsupportedProvider)
    #expect(try await code(["response_types_supported": ["id_token"]]) == .unsupportedProvider)
    #expect(try await code(["token_endpoint": NSNull()]) == .malformedAnswer)
    #expect(try await code(["jwks_uri": 7]) == .malformedAnswer)
    #expect(
      try await code(["code_challenge_methods_supported": NSNull(), "response_types_supported": NSNull()]) == nil
    )
  }

  @Test func `redirects, errors and long answers are none`() async throws {
    let path = "/.well-known/openid-configuration"
    for (status, expected) in [(302, OpenIDError.Code.redirected), (404, .malformedAnswer), (503, .unavailable)] {
      let provider = StubProvider()
      provider.answer(path, Array("{}".utf8), status: status, headers: [("Location", "https://evil.test/")])
      let client = try provider.client()
      let error = await #expect(throws: OpenIDError.self) { try await client.discover() }
      #expect(error?.code == expected)
      #expect(error?.facts.httpStatus == status)
      #expect(provider.asked.count == 1)
    }
    let provider = StubProvider()
    provider.answer(path, Array(repeating: UInt8(ascii: " "), count: 300 << 10))
    let client = try provider.client()
    let error = await #expect(throws: OpenIDError.self) { try await client.discover() }
    #expect(error?.code == .tooLarge)
  }

  @Test func `configurations that would not be safe`() {
    let make = { (issuer: String, client: String, secret: String?, redirect: String, scopes: [String]) in
      try OpenIDClient.Configuration(
        issuer: issuer,
        clientID: client,
        clientSecret: secret.map { Secret($0) },
        redirectURI: redirect,
        scopes: scopes
      )
    }
    let issuer = StubProvider.issuer
    let redirect = StubProvider.redirectURI
    #expect(throws: Never.self) { try make(issuer, "a", "s", redirect, ["openid", "profile"]) }
    #expect(throws: Never.self) { try make("http://127.0.0.1:1/", "a", nil, "http://[::1]:7/cb", []) }
    for bad in [
      "", "auth.example.org", "http://auth.example.org/", "https://auth.example.org/?a", "https://auth.example.org/#a",
    ] {
      #expect(throws: OpenIDError.self, "\(bad)") { try make(bad, "a", nil, redirect, []) }
    }
    for bad in [
      "", "callback", "http://app.example.org/", "https://", "https://app.example.org/#x", "fr.example.app://a b",
      "javascript:alert(1)", "data:text/html,x", "1a://x", "://x",
    ] {
      #expect(throws: OpenIDError.self, "\(bad)") { try make(issuer, "a", nil, bad, []) }
    }
    #expect(throws: OpenIDError.self) { try make(issuer, "", nil, redirect, []) }
    #expect(throws: OpenIDError.self) { try make(issuer, "a\nb", nil, redirect, []) }
    #expect(throws: OpenIDError.self) { try make(issuer, "a", "", redirect, []) }
    #expect(throws: OpenIDError.self) { try make(issuer, "a", nil, redirect, ["a b"]) }
  }
}
