import CAS
import Foundation
import Testing
import WebSession

@Suite struct `Validation by SAML` {
  private static let now = Date(timeIntervalSince1970: 1_795_640_400)

  private func answer(
    status: String = "samlp:Success",
    message: String = "",
    recipient: String? = "https://app.example.org/app",
    notBefore: String = "2026-11-25T21:00:00Z",
    notAfter: String = "2026-11-25T21:00:30Z",
    audience: String = "https://app.example.org/app",
    names: [String] = [" lou ", "lou"],
    assertions: Int = 1
  ) -> String {
    let assertion = """
      <Assertion xmlns="urn:oasis:names:tc:SAML:1.0:assertion"><Conditions NotBefore="\(notBefore)" \
      NotOnOrAfter="\(notAfter)"><AudienceRestrictionCondition><Audience>\(audience)</Audience>\
      </AudienceRestrictionCondition></Conditions><AuthenticationStatement><Subject><NameIdentifier>\(names[0])\
      </NameIdentifier></Subject></AuthenticationStatement><AttributeStatement><Subject><NameIdentifier>\(names[1])\
      </NameIdentifier></Subject><Attribute AttributeName="mail"><AttributeValue> a </AttributeValue>\
      <AttributeValue>b</AttributeValue></Attribute></AttributeStatement></Assertion>
      """
    return """
      <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>\
      <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:1.0:protocol"\(recipient.map { " Recipient=\"\($0)\"" } ?? "")>\
      <samlp:Status><samlp:StatusCode Value="\(status)"/>\(message)</samlp:Status>\
      \(String(repeating: assertion, count: assertions))</samlp:Response></SOAP-ENV:Body></SOAP-ENV:Envelope>
      """
  }

  private func read(_ answer: String) throws -> CASAnswer {
    try CASAnswer.saml(Array(answer.utf8), service: "https://app.example.org/app", now: Self.now, tolerance: 5)
  }

  @Test func `brings the user and the attributes`() throws {
    guard case .success(let authentication) = try read(answer()) else { throw CASError(.refused, "no success") }
    #expect(authentication.user == "lou" && authentication.attributes["mail"] == ["a", "b"])
  }

  @Test func `refuses what is for another service, another time or two people`() {
    let wrong = [
      answer(recipient: "https://evil.example"), answer(audience: "https://evil.example"),
      answer(recipient: "https://app.example.org/app/"), answer(notBefore: "2026-11-25T21:00:06Z"),
      answer(notAfter: "2026-11-25T20:59:55Z"), answer(notBefore: "whenever"), answer(names: ["lou", "admin"]),
      answer(names: ["", "lou"]), answer(names: ["lou<x/>", "lou"]), answer(assertions: 2), answer(assertions: 0),
      answer().replacing("SAML:1.0:protocol", with: "SAML:2.0:protocol"), "<x/>",
      Stub.success("<cas:user>lou</cas:user>"),
    ]
    for text in wrong {
      #expect(#expect(throws: CASError.self) { try read(text) }?.code == .malformedAnswer, "\(text)")
    }
  }

  @Test func `tells refusals from both kinds of servers`() throws {
    let beside = answer(
      status: "samlp:Requester",
      message: "<samlp:StatusMessage>no</samlp:StatusMessage>",
      assertions: 0
    )
    let inside = answer(status: "samlp:AuthnFailed", assertions: 0)
      .replacing("Value=\"samlp:AuthnFailed\"/>", with: "Value=\"samlp:AuthnFailed\">no</samlp:StatusCode>")
    let foreign = Stub.xml("<cas:authenticationFailure code=\"INVALID_SERVICE\">no</cas:authenticationFailure>")
    for (text, expected) in [(beside, "Requester"), (inside, "AuthnFailed"), (foreign, "INVALID_SERVICE")] {
      guard case .failure(let code, let words) = try read(text) else { throw CASError(.refused, "no failure") }
      #expect(code == expected && words == "no")
    }
  }

  @Test func `asks as a SOAP client would`() async throws {
    let transport = StubTransport(answer(recipient: nil, audience: "https://app.example.org/app"))
    let client = try Stub.client(transport) {
      $0.validation = .saml
      $0.now = { Self.now }
    }
    let user = try await client.validate(CASTicket("ST-1.a_b-c"), for: client.service("/app"), renew: true).user
    #expect(user == "lou")
    let request = try #require(transport.asked.first)
    #expect(request.method == .post && request.header("SOAPAction")?.isEmpty == false)
    #expect(Stub.fields(request.address.description) == ["TARGET→https://app.example.org/app", "renew→true"])
    let body = String(decoding: request.body ?? [], as: UTF8.self)
    #expect(body.contains("<samlp:AssertionArtifact>ST-1.a_b-c</samlp:AssertionArtifact>"))
    #expect(body.firstMatch(of: #/RequestID="_[0-9a-f]{32}" IssueInstant="2026-11-25T21:00:00Z"/#) != nil)
  }
  /// Django's server does not look at `renew` here, but its answer says what the ticket was of.
  @Test func `renew not enforced: a ticket of a session is refused`() async throws {
    let attribute = "<Attribute AttributeName=\"isFromNewLogin\"><AttributeValue>false</AttributeValue></Attribute>"
    let text = answer().replacing("</AttributeStatement>", with: attribute + "</AttributeStatement>")
    let client = try Stub.client(StubTransport(text)) {
      $0.validation = .saml
      $0.now = { Self.now }
    }
    let (ticket, service) = (try CASTicket("ST-1"), try client.service("/app"))
    #expect(try await client.validate(ticket, for: service).user == "lou")
    let error = await Stub.failure { _ = try await client.validate(ticket, for: service, renew: true) }
    #expect(error?.code == .refused && error?.serverCode == nil)
  }
}
