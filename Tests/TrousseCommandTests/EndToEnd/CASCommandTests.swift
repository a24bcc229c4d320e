import Foundation
import PronoteWire
import Testing

@Suite(.timeLimit(.minutes(5))) struct `trousse cas` {
  private static let server = "https://cas.example.org/cas"
  private static let success = """
    <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess><cas:user>zoé</cas:user>\
    <cas:attributes><cas:mail>a</cas:mail><cas:mail>b</cas:mail></cas:attributes></cas:authenticationSuccess>\
    </cas:serviceResponse>
    """

  @Test func `prints addresses in which every value is one value`() async throws {
    try await ToolHome.with { home in
      let service = "https://app.example.org/a b?x=1&y=é"
      let refused = try await home.run("cas", "login-url", "--cas", Self.server, "--service", service)
      #expect(refused.status == 64, "a blank is in no address: \(refused)")
      let clean = "https://app.example.org/a?x=1&y=%C3%A9"
      let login = try await home.run("cas", "login-url", "--cas", Self.server, "--service", clean, "--renew")
      let encoded = "https%3A%2F%2Fapp.example.org%2Fa%3Fx%3D1%26y%3D%25C3%25A9"
      #expect(login.outputText == "\(Self.server)/login?service=\(encoded)&renew=true\n")
      let logout = try await home.json("cas", "logout-url", "--cas", Self.server + "/", "--url", clean)
      #expect(logout["url"]?.string == "\(Self.server)/logout?url=\(encoded)")
      for wrong in [["--cas", "http://cas.example.org"], ["--cas", "x"]] {
        let run = try await home.run(["cas", "login-url", "--service", clean, "--json"] + wrong)
        #expect(run.status == 64 && run.errorLines.count == 1, "\(run)")
      }
    }
  }

  @Test(arguments: [
    (success, 0, #"{"outcome":"success","user":"zoé","attributes":{"mail":["a","b"]},"proxies":[]}"#),
    ("yes\nlou\n", 0, #"{"outcome":"success","user":"lou","attributes":{},"proxies":[]}"#),
    ("no\n", 0, #"{"outcome":"failure","message":""}"#),
    (
      #"{"serviceResponse":{"authenticationFailure":{"code":"INVALID_TICKET","description":"x"}}}"#, 0,
      #"{"outcome":"failure","code":"INVALID_TICKET","message":"x"}"#
    ),
    (
      #"<LogoutRequest xmlns="urn:oasis:names:tc:SAML:2.0:protocol"><SessionIndex>ST-1</SessionIndex></LogoutRequest>"#,
      0,
      #"{"outcome":"logout","sessionIndex":["ST-1"]}"#
    ),
    ("<!DOCTYPE x>" + success, 65, #"{"outcome":"reject","message":"the document has a document type"}"#),
    ("", 65, #"{"outcome":"reject","message":"the logout request is not base64"}"#),
  ])
  func `tells what an answer says`(answer: String, status: Int32, expected: String) async throws {
    try await ToolHome.with { home in
      let run = try await home.run(["cas", "parse", "-"], input: answer)
      #expect(run.status == status && run.outputText == expected + "\n", "\(run)")
      #expect(run.errorLines.count == (status == 0 ? 0 : 1))
      #expect(run.duration < .seconds(20))
    }
  }

  @Test func `asks a server, and says what it refuses`() async throws {
    try await ToolHome.with { home in
      let validate = ["cas", "validate", "--json", "--service", "https://app.example.org", "--ticket"]
      let nobody = try await home.run(validate + ["ST-1", "--cas", "http://127.0.0.1:1/cas"])
      #expect(nobody.status == 69, "\(nobody)")
      #expect(try nobody.json()["error"]?["code"]?.string == "unreachable")
      let injected = try await home.run(validate + ["ST-1&service=https://evil", "--cas", "http://127.0.0.1:1/cas"])
      #expect(injected.status == 65, "refused before anything is sent: \(injected)")
      let plain = try await home.run(validate + ["ST-1", "--cas", "http://cas.example.org/cas"])
      #expect(plain.status == 64, "\(plain)")
      #expect(!(nobody.errorText + nobody.outputText).contains("ST-1"))
    }
  }
}
