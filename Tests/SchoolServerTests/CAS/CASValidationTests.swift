import Foundation
import PronoteWire
import SchoolServer
import TestSupport
import Testing
import WebSession

/// What services are told about tickets (CAS 3.0.3, sections 2.4 and 2.5).
@Suite struct CASValidationTests {
  static let paths = ["serviceValidate", "proxyValidate", "p3/serviceValidate", "p3/proxyValidate"]
  /// Names that break out of texts, attributes and scripts where they are not escaped.
  static let name = "O'Brien <x>&\"</cas:user><cas:user>admin"

  @Test func theFirstProtocolSaysYesOrNo() async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      let answer = try await visitor.get("validate", [("service", CASVisitor.service), ("ticket", ticket)])
      #expect(answer.text == "yes\ndemonstration\n")
      #expect(answer.header("Content-Type") == "text/plain; charset=utf-8")
      #expect(try await visitor.validate(ticket, at: "validate") == "no\n", "used")
      #expect(
        try await visitor.validate(try await visitor.ticket(), at: "validate", for: "http://127.0.0.1:9/") == "no\n"
      )
      let shared = try await visitor.ticket()
      #expect(try await visitor.validate(shared, at: "validate", [("renew", "true")]) == "no\n")
      #expect(try await visitor.validate(shared, at: "validate") == "no\n", "the attempt spent it")
      let renewed = try visitor.ticket(in: try await visitor.signIn(with: [("renew", "true")]))
      #expect(try await visitor.validate(renewed, at: "validate", [("renew", "true")]) == "yes\ndemonstration\n")
      #expect(try await visitor.get("validate").text == "no\n")
    }
  }

  @Test(arguments: paths) func aTicketIsGoodOnce(path: String) async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      let answer = try await visitor.validate(ticket, at: path)
      #expect(answer.contains("<cas:user>demonstration</cas:user>"))
      #expect(answer.contains("<cas:attributes>") == path.hasPrefix("p3/"))
      #expect(try await visitor.outcome(ticket, at: path) == "INVALID_TICKET")
    }
  }

  @Test func twoServicesCannotUseATicketAtOnce() async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<8 { group.addTask { try await visitor.outcome(ticket) } }
        return try await group.reduce(into: [String]()) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 == "success" }.count == 1)
    }
  }

  @Test(arguments: [(9.0, "success"), (10.0, "INVALID_TICKET"), (11.0, "INVALID_TICKET")], paths)
  func aTicketIsGoodForTenSeconds(age: (seconds: Double, expected: String), path: String) async throws {
    let clock = SteppedClock()
    try await CASVisitor.with(configure: { $0.now = { clock.now } }) { visitor in
      let ticket = try await visitor.freshTicket()
      clock.advance(seconds: age.seconds)
      #expect(try await visitor.outcome(ticket, at: path) == age.expected)
    }
  }

  @Test func theFirstProtocolHasTenSecondsToo() async throws {
    let clock = SteppedClock()
    try await CASVisitor.with(configure: { $0.now = { clock.now } }) { visitor in
      let (first, second) = (try await visitor.freshTicket(), try await visitor.ticket())
      clock.advance(seconds: 9)
      #expect(try await visitor.validate(first, at: "validate") == "yes\ndemonstration\n")
      clock.advance(seconds: 1)
      #expect(try await visitor.validate(second, at: "validate") == "no\n")
    }
  }

  @Test func aSessionLastsEightHours() async throws {
    let clock = SteppedClock()
    try await CASVisitor.with(configure: { $0.now = { clock.now } }) { visitor in
      _ = try await visitor.signIn()
      clock.advance(seconds: 8 * 3600 - 1)
      _ = try await visitor.ticket()
      clock.advance(seconds: 1)
      #expect(try await visitor.get("login", [("service", CASVisitor.service)]).status == 200)
    }
  }

  @Test(arguments: [
    "http://127.0.0.1:9/app", "http://127.0.0.1:9/app?page=1&", "http://127.0.0.1:9/app?page=1/",
    "http://127.0.0.1:9/APP?page=1", "http://127.0.0.1:9/app?page=%31", "HTTP://127.0.0.1:9/app?page=1",
    "http://localhost:9/app?page=1", "https://127.0.0.1:9/app?page=1", "http://127.0.0.1:9/x/../app?page=1",
    "http://127.0.0.1:9/app?page=1 ", "http://127.0.0.1:9/app?page=1#x",
  ])
  func aTicketBelongsToTheExactService(other: String) async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      #expect(try await visitor.outcome(ticket, for: other) == "INVALID_SERVICE")
      #expect(try await visitor.outcome(ticket) == "INVALID_TICKET", "the attempt spent it")
    }
  }

  @Test(arguments: paths) func renewAcceptsOnlyTicketsOfALogin(path: String) async throws {
    try await CASVisitor.with { visitor in
      let renew = [(name: "renew", value: "true")]
      let fresh = try await visitor.freshTicket()
      #expect(try await visitor.outcome(fresh, at: path, renew) == "success")
      let other = try await visitor.ticket()
      #expect(try await visitor.outcome(other, at: path, renew) == "INVALID_TICKET")
      #expect(try await visitor.outcome(other, at: path) == "INVALID_TICKET", "the attempt spent it")
      let off = try await visitor.ticket()
      #expect(try await visitor.outcome(off, at: path, [("renew", "false")]) == "success")
    }
  }

  @Test(arguments: paths) func whatIsMissingIsSaid(path: String) async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      let incomplete = [
        [("ticket", ticket)], [("service", CASVisitor.service)], [], [("ticket", ""), ("service", "x")],
      ]
      for query in incomplete {
        let answer = try await visitor.get(path, query)
        #expect(answer.status == 200)
        #expect(CASVisitor.outcome(of: answer.text) == "INVALID_REQUEST")
      }
      #expect(try await visitor.outcome(ticket, at: path) == "INVALID_TICKET", "the attempt spent it")
    }
  }

  @Test func unknownTicketsAreRefused() async throws {
    try await WireSchool.shared { school in
      let visitor = CASVisitor(school)
      for ticket in ["ST-1", "PT-1", "PGT-1", "made-up", "'\"<&>", String(repeating: "A", count: 3000)] {
        let answer = try await visitor.validate(ticket)
        #expect(CASVisitor.outcome(of: answer) == "INVALID_TICKET")
        #expect(!answer.contains(ticket), "never echoed")
      }
    }
  }

  @Test func attributesSayWhoSomebodyIs() async throws {
    try await CASVisitor.with { visitor in
      let answer = try await visitor.validate(try await visitor.freshTicket())
      for name in ["mail", "displayName", "sn", "givenName", "authenticationDate"] {
        #expect(answer.ranges(of: "<cas:\(name)>").count == 1, "\(name)")
      }
      #expect(answer.contains("<cas:memberOf>student</cas:memberOf>"))
      #expect(answer.contains("<cas:memberOf>3A</cas:memberOf>"))
      #expect(answer.firstMatch(of: /<cas:mail>[^<@]+@[^<]+</) != nil)
      #expect(answer.contains("<cas:longTermAuthenticationRequestTokenUsed>false</"))
      #expect(answer.contains("<cas:isFromNewLogin>true</"))
      let date = try #require(answer.firstMatch(of: /<cas:authenticationDate>([^<]+)</)?.1)
      let age = Date().timeIntervalSince(try Date(String(date), strategy: .iso8601))
      #expect((-1...120).contains(age))
      #expect(try await visitor.validate(try await visitor.ticket()).contains("<cas:isFromNewLogin>false</"))
    }
  }

  @Test func whateverANameHoldsIsEscaped() async throws {
    let change: @Sendable ([CASAttribute]) -> [CASAttribute] = { _ in
      [CASAttribute("displayName", [Self.name, "a\r\nb\u{1}\u{FFFF}é"]), CASAttribute("sn", [""])]
    }
    try await CASVisitor.with(configure: { $0.casAttributes = change }) { visitor in
      let escaped = "O&#39;Brien &lt;x&gt;&amp;&quot;&lt;/cas:user&gt;&lt;cas:user&gt;admin"
      let xml = try await visitor.validate(try await visitor.freshTicket())
      #expect(xml.contains("<cas:displayName>\(escaped)</cas:displayName>"))
      #expect(xml.contains("<cas:displayName>a&#13;&#10;b\u{FFFD}\u{FFFD}é</cas:displayName>"))
      #expect(xml.contains("<cas:sn></cas:sn>"))
      #expect(xml.ranges(of: "<cas:user>").count == 1)
      let saml = try await visitor.validateBySAML(try await visitor.ticket()).text
      #expect(saml.contains("<saml:AttributeValue>\(escaped)</saml:AttributeValue>"))
      let json = try await visitor.validate(try await visitor.ticket(), [("format", "JSON")])
      let success = try JSONDocument(Array(json.utf8)).root["serviceResponse"]?["authenticationSuccess"]
      #expect(success?["attributes"]?["displayName"]?.elements.first?.string == Self.name)
    }
  }

  @Test func answersComeAsJSON() async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      let query = [("service", CASVisitor.service), ("ticket", ticket), ("format", "JSON")]
      let response = try await visitor.get("p3/serviceValidate", query)
      #expect(response.header("Content-Type") == "application/json; charset=utf-8")
      let success = try #require(try JSONDocument(response.body).root["serviceResponse"]?["authenticationSuccess"])
      #expect(success["user"]?.string == "demonstration")
      #expect((success["attributes"]?["memberOf"]?.elements.count ?? 0) > 2)
      #expect(success["proxies"] == nil)
      let again = try await visitor.get("serviceValidate", query)
      let failure = try JSONDocument(again.body).root["serviceResponse"]?["authenticationFailure"]
      #expect(failure?["code"]?.string == "INVALID_TICKET")
      #expect(failure?["description"]?.string?.isEmpty == false)
      #expect(try await visitor.outcome(try await visitor.ticket(), [("format", "XML")]) == "success")
      #expect(try await visitor.outcome(try await visitor.ticket(), [("format", "YAML")]) == "INVALID_REQUEST")
    }
  }

  @Test func ticketsDieWithTheirSession() async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      _ = try await visitor.get("logout")
      #expect(try await visitor.outcome(ticket) == "INVALID_TICKET")
    }
  }
}
