import SchoolServer
import TestSupport
import Testing
import WebSession

/// Validation by SAML 1.1 (CAS 3.0.3, section 2.8).
@Suite struct CASSAMLTests {
  private func status(_ answer: String) -> String? {
    answer.firstMatch(of: /<samlp:StatusCode Value="samlp:(\w+)">/).map { String($0.1) }
  }

  @Test func aGoodTicketGetsAnAssertion() async throws {
    try await CASVisitor.with { visitor in
      let response = try await visitor.validateBySAML(try await visitor.freshTicket())
      #expect(response.status == 200)
      #expect(response.header("Content-Type") == "text/xml; charset=utf-8")
      let answer = response.text
      #expect(status(answer) == "Success")
      #expect(answer.contains(" Recipient=\"\(CASVisitor.service)\""))
      #expect(answer.contains(" InResponseTo=\"_request.1\""))
      #expect(answer.contains("<saml:Audience>\(CASVisitor.service)</saml:Audience>"))
      #expect(answer.firstMatch(of: /<saml:Conditions NotBefore="[^"]+Z" NotOnOrAfter="[^"]+Z">/) != nil)
      #expect(answer.ranges(of: "<saml:NameIdentifier>demonstration</saml:NameIdentifier>").count == 2)
      #expect(
        answer.firstMatch(of: /AttributeName="memberOf"[^>]*><saml:AttributeValue>.+<saml:AttributeValue>/) != nil
      )
      #expect(answer.firstMatch(of: #/ ResponseID="_[0-9a-f]{32}"/#) != nil)
    }
  }

  @Test func aTicketIsGoodOnceAndForItsTarget() async throws {
    try await CASVisitor.with { visitor in
      let ticket = try await visitor.freshTicket()
      let wrong = try await visitor.validateBySAML(ticket, target: "http://127.0.0.1:9/other").text
      #expect(status(wrong) == "Requester")
      #expect(wrong.contains("<samlp:StatusMessage>INVALID_SERVICE: "))
      #expect(!wrong.contains("Assertion"))
      #expect(!wrong.contains("127.0.0.1:9"), "nothing is echoed")
      #expect(try await visitor.validateBySAML(ticket).text.contains("INVALID_TICKET: "), "the attempt spent it")
      let other = try await visitor.ticket()
      #expect(status(try await visitor.validateBySAML(other).text) == "Success")
      #expect(status(try await visitor.validateBySAML(other).text) == "Requester", "replayed")
      let third = try await visitor.ticket()
      #expect(try await visitor.validateBySAML(third, target: nil).text.contains("INVALID_REQUEST: "))
      #expect(try await visitor.validateBySAML(third).text.contains("INVALID_TICKET: "), "the attempt spent it")
    }
  }

  @Test func aTicketIsGoodForTenSeconds() async throws {
    let clock = SteppedClock()
    try await CASVisitor.with(configure: { $0.now = { clock.now } }) { visitor in
      let (first, second) = (try await visitor.freshTicket(), try await visitor.ticket())
      clock.advance(seconds: 9)
      #expect(status(try await visitor.validateBySAML(first).text) == "Success")
      clock.advance(seconds: 1)
      let answer = try await visitor.validateBySAML(second).text
      #expect(status(answer) == "Requester")
      #expect(answer.contains("<samlp:StatusMessage>INVALID_TICKET: "))
    }
  }

  @Test func renewAcceptsOnlyTicketsOfALogin() async throws {
    try await CASVisitor.with { visitor in
      let renew = [(name: "renew", value: "true")]
      let fresh = try await visitor.freshTicket()
      #expect(status(try await visitor.validateBySAML(fresh, renew).text) == "Success")
      let other = try await visitor.ticket()
      #expect(try await visitor.validateBySAML(other, renew).text.contains("INVALID_TICKET: "))
      #expect(status(try await visitor.validateBySAML(other).text) == "Requester", "the attempt spent it")
      let off = try await visitor.ticket()
      #expect(status(try await visitor.validateBySAML(off, [("renew", "false")]).text) == "Success")
    }
  }

  @Test func otherVersionsAreRefused() async throws {
    try await CASVisitor.with { visitor in
      let answer = try await visitor.validateBySAML(try await visitor.freshTicket(), version: "2").text
      #expect(status(answer) == "VersionMismatch")
      #expect(!answer.contains("Assertion"))
    }
  }

  @Test func idsThatAreNoNamesAreNotRepeated() async throws {
    try await CASVisitor.with { visitor in
      let answer = try await visitor.validateBySAML(try await visitor.freshTicket(), request: "1&quot;&lt;x>").text
      #expect(status(answer) == "Success")
      #expect(!answer.contains("InResponseTo"))
    }
  }

  @Test(arguments: [
    "", "ticket=ST-1", "<x/>", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><x/>", "\0",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
    "<Request xmlns=\"urn:oasis:names:tc:SAML:1.0:protocol\"><AssertionArtifact>ST-1</AssertionArtifact></Request>",
    String(repeating: "<x>", count: 3000),
  ])
  func whatIsNoRequestIsRefused(body: String) async throws {
    try await WireSchool.shared { school in
      let visitor = CASVisitor(school)
      let answer = try await visitor.post(
        "samlValidate?TARGET=http://127.0.0.1:9/",
        body: body,
        contentType: "text/xml"
      )
      #expect(answer.status == 200)
      #expect(answer.text.contains("INVALID_REQUEST: "))
    }
  }

  @Test func twoTicketsInARequestAreRefused() async throws {
    try await CASVisitor.with { visitor in
      let (first, second) = (try await visitor.freshTicket(), try await visitor.ticket())
      let artifacts = "\(first)</samlp:AssertionArtifact><samlp:AssertionArtifact>\(second)"
      #expect(try await visitor.validateBySAML(artifacts).text.contains("INVALID_REQUEST: "))
    }
  }
}
