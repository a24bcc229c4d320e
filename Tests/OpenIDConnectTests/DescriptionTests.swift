import OpenIDConnect
import Testing
import WebSession

/// What results say of themselves: who and what, and never a code or a token.
@Suite struct `Printing an OpenID Connect result` {
  @Test func `shows the facts and no secret`() async throws {
    let provider = StubProvider()
    try provider.publish([try TokenForge.first.published()])
    let client = try provider.client()
    let request = try await client.authorizationRequest()
    let code = try request.code(from: "\(StubProvider.redirectURI)?code=c0de-s3cret&state=\(request.state)")
    let tokens = try await provider.tokens(client) { try TokenForge.token(StubProvider.claims(nonce: $0)) }
    let step = OpenIDAuthorizationStep.code(code)
    #expect("\(step)".contains("authorization request of mobile at \(StubProvider.issuer)"))
    #expect("\(tokens)".contains("subject: \"\(tokens.idToken.subject)\""))
    #expect("\(tokens)".contains("scopes: [\"openid\", \"profile\"]"))
    var printed = "\(step) \(tokens) \(String(reflecting: tokens))"
    dump(step, to: &printed)
    dump(tokens, to: &printed)
    let secrets = [
      "c0de-s3cret", request.state, request.nonce, request.verifier.reveal(), tokens.accessToken.reveal(),
      tokens.idToken.text.reveal(), "Opaque", "unknown context",
    ]
    for secret in secrets { #expect(!printed.contains(secret)) }
  }
}
