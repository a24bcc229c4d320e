import CAS
import Testing

/// What values say of themselves: what a developer wants to know, and never a ticket.
@Suite struct DescriptionTests {
  private static func texts(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return String(describing: value) + String(reflecting: value) + dumped
  }

  @Test func `Who signed in is a name, and how much is known`() {
    var lou = CASAuthentication(
      user: "lou",
      attributes: CASAttributes([
        (name: "mail", values: ["lou@example.org"]), (name: "memberOf", values: ["a", "b"]),
        (name: "credential", values: ["s3cret"]),
      ]),
      proxyGrantingTicketIOU: "PGTIOU-s3cret"
    )
    #expect("\(lou)" == "CASAuthentication(lou, 3 attributes)")
    #expect("\(lou.attributes)" == "CASAttributes(mail, memberOf, credential)")
    #expect(lou.attributes.count == 3)
    let texts = Self.texts(lou) + Self.texts(lou.attributes)
    #expect(texts.contains("memberOf"))
    for flaw in ["s3cret", "unknown context", "places"] { #expect(!texts.contains(flaw)) }
    lou.attributes = CASAttributes([(name: "mail", values: [])] + [(name: "uid", values: ["7"])])
    lou.proxies = ["https://a.example/", "https://b.example/"]
    #expect("\(lou)" == "CASAuthentication(lou, 1 attribute, through https://a.example/ and https://b.example/)")
  }

  @Test func `A logout request and an error keep the ticket to themselves`() {
    let request = LogoutRequest(id: "_1", sessionIndexes: ["ST-s3cret"])
    #expect("\(request)" == "LogoutRequest(1 session)")
    #expect("\(LogoutRequest(id: nil, sessionIndexes: ["a", "b"]))" == "LogoutRequest(2 sessions)")
    var error = CASError(
      .refused,
      "the server refused the ticket",
      facts: .init(step: "validation", host: "cas.example")
    )
    error.serverCode = "INVALID_TICKET"
    error.serverText = "ticket ST-s3cret not recognized"
    #expect("\(error)" == "validation: the server refused the ticket, INVALID_TICKET (refused)")
    let texts = Self.texts(request) + Self.texts(error)
    #expect(!texts.contains("s3cret"))
    #expect(texts.contains("cas.example") && texts.contains("_1"))
  }
}
