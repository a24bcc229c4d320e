import Foundation
import OpenIDConnect
import Testing
import WebSession

/// How often the provider's keys are asked for, and what comes in their place.
@Suite struct `Keys of a provider` {
  @Test func `are asked for once, and again when they are too old`() async throws {
    let provider = StubProvider()
    try provider.publish([try TokenForge.first.published()])
    let client = try provider.client()
    for _ in 0..<3 {
      _ = try await provider.tokens(client) { try TokenForge.token(StubProvider.claims(nonce: $0)) }
    }
    #expect(provider.count("/oauth2/jwks") == 1)
    #expect(provider.count("/.well-known/openid-configuration") == 1)
    provider.clock += 3601
    _ = try? await provider.tokens(client) { try TokenForge.token(StubProvider.claims(nonce: $0)) }
    #expect(provider.count("/.well-known/openid-configuration") == 2)
  }

  @Test func `a new key is found, but not at every token with an unknown one`() async throws {
    let provider = StubProvider()
    try provider.publish([try TokenForge.first.published()])
    let client = try provider.client()
    _ = try await provider.tokens(client) { try TokenForge.token(StubProvider.claims(nonce: $0)) }
    try provider.publish([try TokenForge.second.published()])
    for _ in 0..<3 {
      let error = await #expect(throws: OpenIDError.self) {
        try await provider.tokens(client) {
          try TokenForge.token(StubProvider.claims(nonce: $0), by: TokenForge.second)
        }
      }
      #expect(error?.facts.check == "kid")
    }
    #expect(provider.count("/oauth2/jwks") == 1)
    provider.clock += 31
    _ = try await provider.tokens(client) {
      try TokenForge.token(StubProvider.claims(nonce: $0), by: TokenForge.second)
    }
    #expect(provider.count("/oauth2/jwks") == 2)
  }

  @Test func `a key that was changed under its old name is found, too`() async throws {
    let provider = StubProvider()
    try provider.publish([try TokenForge.second.published(["kid": "first"])])
    let client = try provider.client()
    let token = { (nonce: String) in try TokenForge.token(StubProvider.claims(nonce: nonce)) }
    let error = await #expect(throws: OpenIDError.self) { try await provider.tokens(client, token) }
    #expect(error?.facts.check == "signature")
    try provider.publish([try TokenForge.first.published()])
    provider.clock += 31
    #expect(try await provider.tokens(client, token).idToken.subject == "lou")
  }

  @Test func `sets that are none`() async throws {
    let token = { (nonce: String) in try TokenForge.token(StubProvider.claims(nonce: nonce)) }
    let good = Array(try TokenForge.json(["keys": [try TokenForge.first.published()]]))
    for body in [[], Array("{}".utf8), Array("{\"keys\":7}".utf8), Array(good.dropLast(20)), Array("<html>".utf8)] {
      let provider = StubProvider()
      provider.answer("/oauth2/jwks", body)
      let client = try provider.client()
      let error = await #expect(throws: OpenIDError.self) { try await provider.tokens(client, token) }
      #expect(error?.code == .malformedAnswer)
      #expect(error?.facts.step == "keys")
    }
  }

  @Test func `a huge set is not read, and of a long one the first keys only`() async throws {
    let token = { (nonce: String) in try TokenForge.token(StubProvider.claims(nonce: nonce)) }
    let huge = StubProvider()
    huge.answer("/oauth2/jwks", Array(repeating: UInt8(ascii: " "), count: 300 << 10))
    let client = try huge.client()
    let error = await #expect(throws: OpenIDError.self) { try await huge.tokens(client, token) }
    #expect(error?.code == .tooLarge)
    let long = StubProvider()
    let other = try TokenForge.second.published()
    try long.publish(Array(repeating: other, count: 40) + [try TokenForge.first.published()])
    let second = try long.client()
    let refused = await #expect(throws: OpenIDError.self) { try await long.tokens(second, token) }
    #expect(refused?.facts.check == "kid")
  }
}
