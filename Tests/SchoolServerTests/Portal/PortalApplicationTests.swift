import SchoolServer
import Testing
import WebSession

/// Applications that are not for everybody (sso document c.10). The walk beside a real portal compares the pages.
@Suite struct PortalApplicationTests {
  private static let base = "https://app.example.test"

  /// Runs a school that knows three applications.
  private func with(_ body: @escaping @Sendable (PortalVisitor) async throws -> Void) async throws {
    let applications = [
      PortalApplication("\(Self.base)/app"), PortalApplication("\(Self.base)/app/only", user: "zoe"),
      PortalApplication("\(Self.base)/strong", level: 2), PortalApplication("https://bare.example.test"),
    ]
    try await WireSchool.with(configure: { $0.portal.applications = applications }) { school in
      try await body(PortalVisitor(school))
    }
  }

  @Test func coverWhatContinuesTheirAddress() async throws {
    try await with { visitor in
      try await visitor.signIn("msmith")
      for path in ["/app", "/app/", "/app/deep?a=1&b=%C3%A9", "/application"] {
        _ = try await visitor.ticket(for: "\(Self.base)\(path)")
      }
      _ = try await visitor.ticket(for: "https://bare.example.test/anything")
      for service in [
        "\(Self.base)/ap", "\(Self.base)/", "https://app.example.test.evil.example/app",
        "https://bare.example.test.evil.example/", "https://bare.example.test:8443/",
        "https://bare.example.test@evil.example/",
        "http://app.example.test/app",
      ] {
        let refused = try await visitor.get("cas/login", [("service", service)])
        #expect(PortalVisitor.code(refused) == 107, "\(service)")
      }
    }
  }

  @Test func letThoseInWhomTheyAreFor() async throws {
    try await with { visitor in
      try await visitor.signIn("msmith")
      for path in ["/app/only", "/app/only/deeper"] {
        let refused = try await visitor.get("cas/login", [("service", "\(Self.base)\(path)")])
        #expect(PortalVisitor.code(refused) == 84)
      }
      _ = try await visitor.ticket(for: "\(Self.base)/app")
      let other = PortalVisitor(visitor.school)
      try await other.signIn("zoe")
      _ = try await other.ticket(for: "\(Self.base)/app/only")
    }
  }

  @Test func askForAStrongerSignIn() async throws {
    try await with { visitor in
      try await visitor.signIn("zoe")
      let question = try await visitor.get("cas/login", [("service", "\(Self.base)/strong")])
      #expect(question.text.contains(#"action="/upgradesession""#))
      let form = try await visitor.submit(question, [])
      let again = try await visitor.follow(visitor.enter("zoe", at: form))
      #expect(again.text.contains(#"action="/upgradesession""#), "a password is worth no more the second time")
      // While that request is remembered, it is answered before any other.
      let trap = try await visitor.get("cas/login", [("service", "\(Self.base)/app")])
      #expect(trap.text.contains("askToUpgrade"))
    }
  }
}
