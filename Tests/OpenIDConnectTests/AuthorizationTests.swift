import Crypto
import Foundation
import OpenIDConnect
import Testing
import WebSession

@Suite struct `Authorization requests` {
  private let redirect = StubProvider.redirectURI

  @Test func `every one has fresh random values, and S256`() async throws {
    let client = try StubProvider().client()
    let request = try await client.authorizationRequest(prompt: .consent)
    let fields = Dictionary(
      uniqueKeysWithValues: try #require(URLComponents(string: request.url.description)?.queryItems).map {
        ($0.name, $0.value?.replacing("+", with: " ") ?? "")
      }
    )
    let digest = SHA256.hash(data: Data(request.verifier.reveal().utf8))
    #expect(
      fields == [
        "response_type": "code", "client_id": "mobile", "redirect_uri": redirect, "scope": "openid profile",
        "state": request.state, "nonce": request.nonce, "code_challenge": Base64URL.encode(digest),
        "code_challenge_method": "S256", "prompt": "consent",
      ]
    )
    let others = [request, try await client.authorizationRequest(), try await client.authorizationRequest()]
    let texts = Set(others.flatMap { [$0.state, $0.nonce, $0.verifier.reveal()] })
    #expect(texts.count == 9)
    #expect(texts.allSatisfy { $0.utf8.count == 43 })
    for text in ["\(request)", String(reflecting: request), "\(OpenIDAuthorizationStep.code(try code(request)))"] {
      #expect(![request.verifier.reveal(), request.state, request.nonce, "secret-code"].contains { text.contains($0) })
    }
  }

  private func code(_ request: OpenIDAuthorizationRequest) throws -> OpenIDAuthorizationCode {
    try request.code(from: "\(redirect)?code=secret-code&state=\(request.state)")
  }

  @Test func `an answer of its own holds the code`() async throws {
    let request = try await StubProvider().client().authorizationRequest()
    for tail in ["", "&session_state=x", "&iss=https%3A%2F%2Fauth.example.org%2F", "#fragment"] {
      let code = try request.code(from: "\(redirect)?code=a%2Bb+c&state=\(request.state)\(tail)")
      #expect(code.code.reveal() == "a+b c")
    }
  }

  @Test func `an answer to another request is none`() async throws {
    let request = try await StubProvider().client().authorizationRequest()
    let state = request.state
    for (address, expected) in [
      ("\(redirect)?code=c", OpenIDError.Code.wrongState), ("\(redirect)?code=c&state=", .wrongState),
      ("\(redirect)?code=c&state=\(state)x", .wrongState),
      ("\(redirect)?code=c&state=\(state.dropLast())", .wrongState),
      ("\(redirect)?error=access_denied", .wrongState), ("\(redirect)?error=access_denied&state=x", .wrongState),
      ("\(redirect)?code=c&state=\(state)&iss=https%3A%2F%2Fauth.example.org", .wrongIssuer),
      ("\(redirect)?code=c&state=\(state)&state=\(state)", .malformedAnswer),
      ("\(redirect)?code=c&code=d&state=\(state)", .malformedAnswer),
      ("\(redirect)?code=%FF&state=\(state)", .malformedAnswer),
      ("\(redirect)?code=%&state=\(state)", .malformedAnswer),
      ("\(redirect)?state=\(state)", .malformedAnswer), ("\(redirect)?code=&state=\(state)", .malformedAnswer),
      ("\(redirect)/more?code=c&state=\(state)", .malformedAnswer),
      ("\(redirect)more?code=c&state=\(state)", .malformedAnswer),
      ("\(redirect)#code=c&state=\(state)", .malformedAnswer), ("\(redirect)&code=c&state=\(state)", .malformedAnswer),
      ("fr.example.evil://callback?code=c&state=\(state)", .malformedAnswer), ("", .malformedAnswer),
    ] {
      let error = #expect(throws: OpenIDError.self) { try request.code(from: address) }
      #expect(error?.code == expected, "\(address)")
      #expect(error.map { !"\($0)".contains(state) } == true)
    }
  }

  @Test func `a provider that names itself in answers has to do so`() async throws {
    let provider = StubProvider(["authorization_response_iss_parameter_supported": true])
    let request = try await provider.client().authorizationRequest()
    let error = #expect(throws: OpenIDError.self) {
      try request.code(from: "\(redirect)?code=c&state=\(request.state)")
    }
    #expect(error?.code == .wrongIssuer)
  }

  @Test func `refusals keep the provider's words, as far as they can be shown`() async throws {
    let request = try await StubProvider().client().authorizationRequest()
    let long = String(repeating: "x", count: 400)
    for (words, code, text) in [
      ("error=consent_required&error_description=consent+not+given", "consent_required", "consent not given"),
      ("error=access_denied", "access_denied", nil), ("error=\(long)", nil, nil), ("error=", nil, nil),
      ("error=a%22b&error_description=%1B%5B31m\(long)", nil, "[31m" + long.prefix(196)),
      ("error=server_error&code=c", "server_error", nil),
    ] as [(String, String?, String?)] {
      let error = #expect(throws: OpenIDError.self) {
        try request.code(from: "\(redirect)?\(words)&state=\(request.state)")
      }
      #expect(error?.code == .refused)
      #expect(error?.serverCode?.rawValue == code)
      #expect(error?.serverText == text)
    }
  }
}
