import SchoolServer
import TestSupport
import Testing
import WebSession

/// Proxy-granting tickets and proxy tickets (CAS 3.0.3, sections 2.5.4, 2.6 and 2.7).
@Suite struct CASProxyTests {
  private static let backend = "http://127.0.0.1:9/backend"
  private static let callback = "https://app.example.test/pgt?x='1'&y=2"

  /// The fields of the callback that came last.
  private func delivery(_ services: RecordingTransport) throws -> (ticket: String, iou: String) {
    let request = try #require(services.sent.last)
    #expect(request.method == .get)
    let query = try #require(request.address.query)
    let match = try #require(query.firstMatch(of: /(?:^|&)pgtIou=(PGTIOU-[0-9a-f]{64})&pgtId=(PGT-[0-9a-f]{64})$/))
    return (String(match.2), String(match.1))
  }

  /// A proxy-granting ticket of somebody who has just signed in.
  private func proxyGrantingTicket(_ visitor: CASVisitor, _ services: RecordingTransport) async throws -> String {
    let answer = try await visitor.validate(try await visitor.freshTicket(), [("pgtUrl", Self.callback)])
    let delivered = try delivery(services)
    #expect(answer.contains("<cas:proxyGrantingTicket>\(delivered.iou)</cas:proxyGrantingTicket>"))
    #expect(!answer.contains(delivered.ticket))
    return delivered.ticket
  }

  private func proxyTicket(_ visitor: CASVisitor, _ ticket: String, for service: String) async throws -> String {
    let answer = try await visitor.get("proxy", [("pgt", ticket), ("targetService", service)]).text
    let match = try #require(
      answer.firstMatch(of: /<cas:proxyTicket>(PT-[0-9a-f]{64})<\/cas:proxyTicket>/),
      "\(answer)"
    )
    return String(match.1)
  }

  private func refusal(_ visitor: CASVisitor, _ query: [(name: String, value: String)]) async throws -> String {
    let answer = try await visitor.get("proxy", query)
    #expect(answer.status == 200)
    #expect(answer.text.contains("<cas:proxyFailure "))
    return CASVisitor.outcome(of: answer.text)
  }

  @Test func aServiceCallsAnotherForItsUser() async throws {
    let services = RecordingTransport()
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let granting = try await proxyGrantingTicket(visitor, services)
      #expect(services.sent[0].address.pathAndQuery.hasPrefix("/pgt?x='1'&y=2&pgtIou="))
      for path in ["proxyValidate", "p3/proxyValidate"] {
        let ticket = try await proxyTicket(visitor, granting, for: Self.backend)
        let answer = try await visitor.validate(ticket, at: path, for: Self.backend)
        #expect(answer.contains("<cas:user>demonstration</cas:user>"))
        let proxy = "<cas:proxy>https://app.example.test/pgt?x=&#39;1&#39;&amp;y=2</cas:proxy>"
        #expect(answer.contains("<cas:proxies>\(proxy)</cas:proxies>"))
        #expect(answer.contains("<cas:memberOf>") == path.hasPrefix("p3"))
        #expect(try await visitor.outcome(ticket, at: path, for: Self.backend) == "INVALID_TICKET", "once")
      }
    }
  }

  @Test func theChainIsToldTheNewestFirst() async throws {
    let services = RecordingTransport()
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let first = try await proxyGrantingTicket(visitor, services)
      let ticket = try await proxyTicket(visitor, first, for: Self.backend)
      let more = [("pgtUrl", "http://localhost:9/second")]
      _ = try await visitor.validate(ticket, at: "proxyValidate", for: Self.backend, more)
      let last = try await proxyTicket(visitor, try delivery(services).ticket, for: "http://127.0.0.1:9/store")
      let json = [("format", "JSON")]
      let answer = try await visitor.validate(last, at: "proxyValidate", for: "http://127.0.0.1:9/store", json)
      #expect(answer.contains(#""proxies":["http://localhost:9/second","https://app.example.test/pgt?x='1'&y=2"]"#))
    }
  }

  @Test(arguments: ["serviceValidate", "p3/serviceValidate", "validate", "samlValidate"])
  func whoAsksForServiceTicketsGetsNoProxyTickets(path: String) async throws {
    let services = RecordingTransport()
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let granting = try await proxyGrantingTicket(visitor, services)
      let ticket = try await proxyTicket(visitor, granting, for: Self.backend)
      switch path {
      case "validate": #expect(try await visitor.validate(ticket, at: path, for: Self.backend) == "no\n")
      case "samlValidate":
        let answer = try await visitor.validateBySAML(ticket, target: Self.backend).text
        #expect(answer.contains("INVALID_TICKET_SPEC: "))
      default: #expect(try await visitor.outcome(ticket, at: path, for: Self.backend) == "INVALID_TICKET_SPEC")
      }
      let after = try await visitor.outcome(ticket, at: "proxyValidate", for: Self.backend)
      #expect(after == "INVALID_TICKET", "the attempt spent it")
    }
  }

  @Test func aProxyTicketLastsTenSecondsAndBelongsToItsService() async throws {
    let (services, clock) = (RecordingTransport(), SteppedClock())
    let configure: (inout SchoolServerConfiguration) -> Void = {
      $0.casTransport = services
      $0.now = { clock.now }
    }
    try await CASVisitor.with(configure: configure) { visitor in
      let granting = try await proxyGrantingTicket(visitor, services)
      let wrong = try await proxyTicket(visitor, granting, for: Self.backend)
      #expect(try await visitor.outcome(wrong, at: "proxyValidate") == "INVALID_SERVICE")
      let renewed = try await proxyTicket(visitor, granting, for: Self.backend)
      let renew = [("renew", "true")]
      #expect(try await visitor.outcome(renewed, at: "proxyValidate", for: Self.backend, renew) == "INVALID_TICKET")
      let old = try await proxyTicket(visitor, granting, for: Self.backend)
      clock.advance(seconds: 10)
      #expect(try await visitor.outcome(old, at: "proxyValidate", for: Self.backend) == "INVALID_TICKET")
    }
  }

  @Test(arguments: [500, 404, 302]) func withoutACallbackThereIsNoProxyGrantingTicket(status: Int) async throws {
    let services = RecordingTransport { _ in
      if status == 404 { throw WebError(.timedOut, "no answer") }
      return status
    }
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let answer = try await visitor.validate(try await visitor.freshTicket(), [("pgtUrl", Self.callback)])
      #expect(CASVisitor.outcome(of: answer) == "success")
      #expect(!answer.contains("proxyGrantingTicket"))
      let ticket = try delivery(services).ticket
      #expect(try await refusal(visitor, [("pgt", ticket), ("targetService", Self.backend)]) == "INVALID_TICKET")
    }
  }

  @Test(arguments: [
    "http://app.example.test/pgt", "ftp://127.0.0.1/", "/pgt", "javascript:x", "http://127.0.0.1@example.test/",
    "http://127.0.0.1.example.test/", "https://app.example.test/pgt#x", "https:app", "http://127.0.0.1\\@example.test/",
  ])
  func callbacksGoToHTTPSOrToThisMachine(callback: String) async throws {
    let services = RecordingTransport()
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      let ticket = try await visitor.freshTicket()
      #expect(try await visitor.outcome(ticket, [("pgtUrl", callback)]) == "INVALID_PROXY_CALLBACK")
      #expect(services.sent.isEmpty)
      #expect(try await visitor.outcome(ticket) == "INVALID_TICKET", "the attempt spent it")
    }
  }

  @Test func nothingIsDeliveredForBadTickets() async throws {
    let services = RecordingTransport()
    try await CASVisitor.with(configure: { $0.casTransport = services }) { visitor in
      #expect(try await visitor.outcome("ST-1", [("pgtUrl", Self.callback)]) == "INVALID_TICKET")
      let other = [("pgtUrl", Self.callback)]
      let ticket = try await visitor.freshTicket()
      #expect(try await visitor.outcome(ticket, for: Self.backend, other) == "INVALID_SERVICE")
      #expect(services.sent.isEmpty)
    }
  }

  @Test func whatCannotBeProxiedIsSaid() async throws {
    let services = RecordingTransport()
    let configure: (inout SchoolServerConfiguration) -> Void = {
      $0.casTransport = services
      $0.casServices = [CASVisitor.service, Self.backend]
    }
    try await CASVisitor.with(configure: configure) { visitor in
      let granting = try await proxyGrantingTicket(visitor, services)
      #expect(try await refusal(visitor, []) == "INVALID_REQUEST")
      #expect(try await refusal(visitor, [("pgt", granting)]) == "INVALID_REQUEST")
      #expect(try await refusal(visitor, [("targetService", Self.backend)]) == "INVALID_REQUEST")
      let undeclared = [("pgt", granting), ("targetService", Self.backend + "/")]
      #expect(try await refusal(visitor, undeclared) == "UNAUTHORIZED_SERVICE")
      #expect(try await refusal(visitor, [("pgt", "PGT-1"), ("targetService", Self.backend)]) == "INVALID_TICKET")
      _ = try await visitor.get("logout")
      let after = [("pgt", granting), ("targetService", Self.backend)]
      #expect(try await refusal(visitor, after) == "INVALID_TICKET", "it died with the session")
    }
  }
}
