import Foundation
import OpenIDConnect
import Testing
import WebSession

/// What is sent to the token endpoint, and what is made of its answers.
@Suite struct `The token endpoint` {
  private func provider(_ document: [String: Any] = [:]) throws -> StubProvider {
    let provider = StubProvider(document)
    try provider.publish([try TokenForge.first.published()])
    return provider
  }

  private func good(_ nonce: String?) throws -> String { try TokenForge.token(StubProvider.claims(nonce: nonce)) }

  private func sent(_ provider: StubProvider) throws -> (fields: [String], authorization: String?) {
    let request = try #require(provider.asked.last { $0.address.path == "/oauth2/token" })
    #expect(request.method == .post)
    #expect(request.header("Content-Type") == "application/x-www-form-urlencoded")
    #expect(request.header("Cookie") == nil)
    return (
      String(decoding: request.body ?? [], as: UTF8.self).split(separator: "&").map(String.init),
      request.header("Authorization")
    )
  }

  @Test func `a public client says its name`() async throws {
    let provider = try provider()
    _ = try await provider.tokens(provider.client(), good)
    let (fields, authorization) = try sent(provider)
    #expect(
      fields.filter { !$0.hasPrefix("code_verifier=") } == [
        "grant_type=authorization_code", "code=c", "redirect_uri=fr.example.app%3A%2F%2Fcallback", "client_id=mobile",
      ]
    )
    #expect(fields.contains { $0.hasPrefix("code_verifier=") && $0.utf8.count == 57 })
    #expect(authorization == nil)
  }

  @Test func `a secret goes into the form, or into the header where only that is offered`() async throws {
    for methods in [["client_secret_basic", "client_secret_post"], ["client_secret_post"]] {
      let provider = try provider(["token_endpoint_auth_methods_supported": methods])
      _ = try await provider.tokens(provider.client(secret: "s:3 %"), good)
      let (fields, authorization) = try sent(provider)
      #expect(fields.contains("client_id=mobile") && fields.contains("client_secret=s%3A3+%25"))
      #expect(authorization == nil)
    }
    for methods in [["client_secret_basic", "private_key_jwt"] as Any, NSNull()] {
      let provider = try provider(["token_endpoint_auth_methods_supported": methods])
      _ = try await provider.tokens(provider.client(secret: "s:3 %"), good)
      let (fields, authorization) = try sent(provider)
      #expect(!fields.contains { $0.hasPrefix("client_") })
      #expect(authorization == "Basic \(Data("mobile:s%3A3+%25".utf8).base64EncodedString())")
    }
    let strange = try provider(["token_endpoint_auth_methods_supported": ["private_key_jwt"]])
    let client = try strange.client(secret: "s")
    let error = await #expect(throws: OpenIDError.self) { try await strange.tokens(client, good) }
    #expect(error?.code == .unsupportedProvider)
    #expect(strange.count("/oauth2/token") == 0)
  }

  @Test func `answers that are none`() async throws {
    let provider = try provider()
    let client = try provider.client()
    let request = try await client.authorizationRequest()
    let code = try request.code(from: "\(StubProvider.redirectURI)?code=c&state=\(request.state)")
    let usual: [String: Any] = ["access_token": "a", "token_type": "bearer", "id_token": try good(request.nonce)]
    for more in [
      ["access_token": NSNull()], ["access_token": ""], ["access_token": "a\r\nX: y"], ["access_token": 7],
      ["token_type": "mac"], ["token_type": NSNull()], ["id_token": NSNull()], ["refresh_token": "a b"],
      ["access_token": String(repeating: "a", count: 17_000)], ["expires_in": "soon"],
    ] as [[String: Any]] {
      try provider.answer("/oauth2/token", json: usual.merging(more) { $1 }.filter { !($0.value is NSNull) })
      let error = await #expect(throws: OpenIDError.self) { try await client.tokens(for: code) }
      #expect(error?.code == .malformedAnswer, "\(more)")
      #expect(error?.facts.step == "tokens")
    }
    let whole = Array(try TokenForge.json(usual))
    provider.answer("/oauth2/token", Array(whole.dropLast(9)))
    let error = await #expect(throws: OpenIDError.self) { try await client.tokens(for: code) }
    #expect(error?.code == .malformedAnswer)
    provider.answer("/oauth2/token", whole)
    #expect(try await client.tokens(for: code).idToken.subject == "lou")
  }

  @Test func `refusals are typed`() async throws {
    let provider = try provider()
    let client = try provider.client()
    let request = try await client.authorizationRequest()
    let code = try request.code(from: "\(StubProvider.redirectURI)?code=c&state=\(request.state)")
    try provider.answer(
      "/oauth2/token",
      json: ["error": "invalid_grant", "error_description": "too late"],
      status: 400
    )
    let error = await #expect(throws: OpenIDError.self) { try await client.tokens(for: code) }
    #expect(error?.code == .refused)
    #expect(error?.serverCode == .invalidGrant)
    #expect(error?.serverText == "too late")
    #expect(error?.facts.httpStatus == 400)
    #expect(error.map { "\($0)" } == "tokens: the provider gives no tokens (refused, invalid_grant)")
    for (status, expected) in [(404, OpenIDError.Code.malformedAnswer), (500, .unavailable), (307, .redirected)] {
      provider.answer("/oauth2/token", Array("<html>".utf8), status: status)
      let other = await #expect(throws: OpenIDError.self) { try await client.tokens(for: code) }
      #expect(other?.code == expected)
    }
  }

  @Test func `a code of another client is not sent`() async throws {
    let provider = try provider()
    let request = try await provider.client().authorizationRequest()
    let code = try request.code(from: "\(StubProvider.redirectURI)?code=c&state=\(request.state)")
    let other = OpenIDClient(
      configuration: try .init(issuer: StubProvider.issuer, clientID: "other", redirectURI: StubProvider.redirectURI),
      transport: provider
    )
    let error = await #expect(throws: OpenIDError.self) { try await other.tokens(for: code) }
    #expect(error?.code == .otherRequest)
    #expect(provider.count("/oauth2/token") == 0)
  }

  @Test func `a refresh keeps what is not renewed, and is about the same user`() async throws {
    let provider = try provider()
    let client = try provider.client()
    let request = try await client.authorizationRequest()
    let code = try request.code(from: "\(StubProvider.redirectURI)?code=c&state=\(request.state)")
    try provider.answer(
      "/oauth2/token",
      json: ["access_token": "a", "token_type": "Bearer", "refresh_token": "r", "id_token": try good(request.nonce)]
    )
    let first = try await client.tokens(for: code)
    try provider.answer("/oauth2/token", json: ["access_token": "b", "token_type": "Bearer"])
    let second = try await client.refresh(first)
    #expect(try sent(provider).fields == ["grant_type=refresh_token", "refresh_token=r", "client_id=mobile"])
    #expect(second.accessToken.reveal() == "b")
    #expect(second.refreshToken?.reveal() == "r")
    #expect(second.idToken.text == first.idToken.text)
    var claims = StubProvider.claims(nonce: nil)
    try provider.answer(
      "/oauth2/token",
      json: [
        "access_token": "c", "token_type": "Bearer", "refresh_token": "s", "id_token": try TokenForge.token(claims),
        "scope": "openid",
      ]
    )
    let third = try await client.refresh(second)
    #expect(third.refreshToken?.reveal() == "s")
    #expect(third.idToken.text != first.idToken.text)
    #expect(third.scopes == ["openid"])
    claims["sub"] = "dwho"
    try provider.answer(
      "/oauth2/token",
      json: ["access_token": "d", "token_type": "Bearer", "id_token": try TokenForge.token(claims)]
    )
    let error = await #expect(throws: OpenIDError.self) { try await client.refresh(third) }
    #expect(error?.facts.check == "sub")
  }
}
