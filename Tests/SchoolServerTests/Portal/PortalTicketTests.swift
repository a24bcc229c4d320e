import SchoolServer
import Testing
import WebSession

/// Tickets of the portal, which are those of the school's issuer.
@Suite struct PortalTicketTests {
  private static let service = "http://127.0.0.1:9/app?page=1"

  @Test(arguments: ["msmith", "zoe"]) func areGoodAtBothPlacesOnce(user: String) async throws {
    try await WireSchool.shared { school in
      let visitor = PortalVisitor(school)
      try await visitor.signIn(user)
      for base in ["\(school.portal)cas", school.root.replacing("/pronote", with: "/cas")] {
        let ticket = try await visitor.ticket(for: Self.service)
        // A service asks without its user's cookies.
        let service = PortalVisitor(school)
        let query = [(name: "service", value: Self.service), (name: "ticket", value: ticket)]
        let answer = try await service.get(at: "\(base)/p3/serviceValidate", query).text
        #expect(answer.contains("<cas:user>\(user)</cas:user>"))
        #expect(answer.contains("<cas:mail>"))
        #expect(
          try await CASVisitor.outcome(of: service.get(at: "\(base)/p3/serviceValidate", query).text)
            == "INVALID_TICKET"
        )
      }
    }
  }

  @Test func endWithTheSession() async throws {
    try await WireSchool.shared { school in
      let visitor = PortalVisitor(school)
      try await visitor.signIn("zoe")
      let ticket = try await visitor.ticket(for: Self.service)
      _ = try await visitor.get("", [("logout", "1")])
      let query = [(name: "service", value: Self.service), (name: "ticket", value: ticket)]
      let answer = try await PortalVisitor(school).get("cas/serviceValidate", query).text
      #expect(CASVisitor.outcome(of: answer) == "INVALID_TICKET")
    }
  }

  @Test func areMadeForDeclaredServicesAndTheSchoolOnly() async throws {
    try await WireSchool.with(configure: { $0.casServices = [Self.service] }) { school in
      let visitor = PortalVisitor(school)
      try await visitor.signIn("zoe")
      _ = try await visitor.ticket(for: Self.service)
      _ = try await visitor.ticket(for: "\(school.root)/eleve.html")
      for service in ["http://127.0.0.1:9/app", "\(school.root).evil.example/", "http://127.0.0.1:9/"] {
        #expect(try await PortalVisitor.code(visitor.get("cas/login", [("service", service)])) == 107)
      }
    }
  }
}
