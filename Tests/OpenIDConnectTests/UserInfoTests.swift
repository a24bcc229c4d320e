import Foundation
import OpenIDConnect
import Testing
import WebSession

@Suite struct `User info` {
  private let path = "/oauth2/userinfo"

  @Test func `is about the user of the ID token`() async throws {
    let provider = StubProvider()
    let client = try provider.client()
    try provider.answer(
      path,
      json: ["sub": "lou", "name": "Lou", "groups": ["a", "b"], "age": 17, "address": ["city": "X"]]
    )
    let user = try await client.userInfo(accessToken: Secret("token"), subject: "lou")
    #expect(user.subject == "lou")
    #expect(user.claims.name == "Lou")
    #expect(user.claims["groups"]?.strings == ["a", "b"])
    #expect(user.claims["age"]?.number == 17)
    #expect(user.claims["address"] == .object(["city": .string("X")]))
    #expect(!"\(user)".contains("Lou"))
    #expect(provider.asked.last?.header("Authorization") == "Bearer token")
    for body in [["sub": "dwho"], ["sub": "Lou"]] {
      try provider.answer(path, json: body)
      let error = await #expect(throws: OpenIDError.self) {
        try await client.userInfo(accessToken: Secret("token"), subject: "lou")
      }
      #expect(error?.code == .wrongSubject)
    }
  }

  @Test func `answers that are none`() async throws {
    let provider = StubProvider()
    let client = try provider.client()
    for body in [
      "{}", "[]", "{\"sub\":7}", "{\"sub\":\"\"}", "{\"sub\":\"lou\"", "<html>", "a.b.c",
      "{\"sub\":\"lou\",\"a\":\(String(repeating: "[", count: 60))\(String(repeating: "]", count: 60))}",
    ] {
      provider.answer(path, Array(body.utf8))
      let error = await #expect(throws: OpenIDError.self, "\(body)") {
        try await client.userInfo(accessToken: Secret("token"), subject: "lou")
      }
      #expect(error?.code == .malformedAnswer, "\(body)")
    }
  }

  @Test func `a token that is not accepted, in the words of the standard and of LemonLDAP::NG`() async throws {
    let provider = StubProvider()
    let client = try provider.client()
    for (challenge, code) in [
      ("Bearer realm=\"x\", error=\"invalid_token\", error_description=\"over\"", "invalid_token"),
      ("error=invalid_request,error_description=Invalid request", "invalid_request"), ("Basic", nil), (nil, nil),
    ] as [(String?, String?)] {
      provider.answer(path, [], status: 401, headers: challenge.map { [("WWW-Authenticate", $0)] } ?? [])
      let error = await #expect(throws: OpenIDError.self) {
        try await client.userInfo(accessToken: Secret("token"), subject: "lou")
      }
      #expect(error?.code == .refused)
      #expect(error?.serverCode?.rawValue == code)
    }
  }

  @Test func `what can be no access token is not sent`() async throws {
    let provider = StubProvider()
    let client = try provider.client()
    for text in ["", "a b", "a\r\nX: y", "é"] {
      let error = await #expect(throws: OpenIDError.self) {
        try await client.userInfo(accessToken: Secret(text), subject: "lou")
      }
      #expect(error?.code == .malformedAnswer)
    }
    #expect(provider.count(path) == 0)
    let without = StubProvider(["userinfo_endpoint": NSNull()])
    let other = try without.client()
    let error = await #expect(throws: OpenIDError.self) {
      try await other.userInfo(accessToken: Secret("token"), subject: "lou")
    }
    #expect(error?.code == .unsupportedProvider)
  }
}
