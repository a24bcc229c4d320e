import Foundation
import SchoolServer
import Testing
import WebSession

/// Signing out, and telling the services (CAS 3.0.3, section 2.3).
@Suite struct CASLogoutTests {
  /// The tickets in what services were told.
  private func indexes(_ requests: [WebRequest]) throws -> [String: Set<String>] {
    var indexes: [String: Set<String>] = [:]
    for request in requests {
      #expect(request.method == .post)
      #expect(request.header("Content-Type") == "application/x-www-form-urlencoded")
      let body = String(decoding: request.body ?? [], as: UTF8.self)
      #expect(body.hasPrefix("logoutRequest=%3Csamlp"))
      let xml = try #require(body.dropFirst(14).replacing("+", with: " ").removingPercentEncoding)
      #expect(xml.contains("xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""))
      #expect(xml.firstMatch(of: #/ ID="_[0-9a-f]{32}" Version="2.0" IssueInstant="[^"]+Z"/#) != nil)
      let index = try #require(xml.firstMatch(of: /<samlp:SessionIndex>([^<]+)<\/samlp:SessionIndex>/)?.1)
      indexes[request.address.description, default: []].insert(String(index))
    }
    return indexes
  }

  @Test func everyServiceThatValidatedATicketIsTold() async throws {
    let services = RecordingTransport()
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let other = "http://localhost:9/other"
      let first = try await visitor.freshTicket()
      #expect(try await visitor.outcome(first) == "success")
      let second = try await visitor.ticket()
      #expect(try await visitor.validate(second, at: "validate").hasPrefix("yes"))
      let third = try await visitor.ticket(for: other)
      #expect(try await visitor.validateBySAML(third, target: other).text.contains("samlp:Success"))
      _ = try await visitor.ticket(for: "http://127.0.0.1:9/unvalidated")
      #expect(try await visitor.outcome(try await visitor.ticket(), for: other) == "INVALID_SERVICE")
      #expect(services.sent.isEmpty)

      let answer = try await visitor.get("logout")
      #expect(answer.status == 200)
      #expect(answer.header("Set-Cookie")?.hasPrefix("TGC=; Max-Age=0; Path=/cas;") == true)
      #expect(try indexes(services.sent) == [CASVisitor.service: [first, second], other: [third]])
      #expect(try await visitor.get("login", [("service", CASVisitor.service)]).status == 200, "signed out")
      _ = try await visitor.get("logout")
      #expect(services.sent.count == 3, "nobody is told twice")
    }
  }

  @Test func aServiceThatHangsHoldsNobodyUp() async throws {
    let services = RecordingTransport { _ in
      try await Task.sleep(for: .seconds(20))
      return 200
    }
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let ticket = try await visitor.freshTicket()
      #expect(try await visitor.outcome(ticket) == "success")
      let duration = try await ContinuousClock().measure { _ = try await visitor.get("logout") }
      #expect(duration < .seconds(10))
      #expect(services.sent.count == 1)
    }
  }

  @Test func aServiceThatFailsDoesNotMatter() async throws {
    let services = RecordingTransport { _ in throw WebError(.unreachable, "nobody is there") }
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let ticket = try await visitor.freshTicket()
      #expect(try await visitor.outcome(ticket) == "success")
      #expect(try await visitor.get("logout").status == 200)
    }
  }

  @Test func onlyDeclaredServicesAreGoneBackTo() async throws {
    try await CASVisitor.with(configure: { $0.casServices = [CASVisitor.service] }) { visitor in
      _ = try await visitor.signIn()
      let answer = try await visitor.get("logout", [("service", CASVisitor.service)])
      #expect(answer.status == 302)
      #expect(answer.header("Location") == CASVisitor.service)
      for service in ["https://example.test/", "http://127.0.0.1:9/", "//example.test/", "/cas/login", "javascript:x"] {
        _ = try await visitor.signIn()
        let refused = try await visitor.get("logout", [("service", service)])
        #expect(refused.status == 403, "\(service)")
        #expect(refused.header("Location") == nil)
        #expect(!refused.text.contains(service) || service == "/cas/login")
        #expect(refused.header("Set-Cookie")?.hasPrefix("TGC=;") == true, "signed out all the same")
        #expect(try await visitor.get("login", [("service", CASVisitor.service)]).status == 200)
      }
    }
  }

  @Test func anAddressIsShownAndNotFollowed() async throws {
    try await WireSchool.shared { school in
      let visitor = CASVisitor(school)
      let answer = try await visitor.get("logout", [("url", "https://example.test/?a=1&b='2'")])
      #expect(answer.status == 200)
      #expect(answer.text.contains("href=\"https://example.test/?a=1&amp;b=&#39;2&#39;\""))
      for address in [
        "javascript:alert(1)", "data:text/html,x", "//example.test", "\"><script>", "https:/\\example.test",
      ] {
        let page = try await visitor.get("logout", [("url", address)])
        #expect(page.status == 200)
        #expect(HTMLPage(page.body).elements(named: "a").compactMap { $0["href"] } == ["/cas/login"], "\(address)")
      }
    }
  }

  @Test func anotherUserEndsTheSessionOfTheFirst() async throws {
    let services = RecordingTransport()
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let first = try await visitor.freshTicket()
      #expect(try await visitor.outcome(first) == "success")
      // The same user once more keeps the services, under a new id.
      let again = try await visitor.signIn(with: [("renew", "true")])
      #expect(again.header("Set-Cookie")?.hasPrefix("TGC=TGT-") == true)
      #expect(services.sent.isEmpty)
      _ = try await visitor.signIn(with: [("renew", "true")], as: "msmith", password: "msmith")
      #expect(try indexes(services.sent) == [CASVisitor.service: [first]])
    }
  }
}
