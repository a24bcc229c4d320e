import CAS
import Foundation
import Testing
import WebSession

@Suite struct `Answers of CAS servers` {
  private func authentication(_ answer: String) throws -> CASAuthentication {
    guard case .success(let authentication) = try CASAnswer.validation(Array(answer.utf8)) else {
      throw CASError(.refused, "no success")
    }
    return authentication
  }

  private func attributes(_ content: String) throws -> [String] {
    try authentication(Stub.success("<cas:user>lou</cas:user>" + content)).attributes
      .map { "\($0.name)=\($0.values.joined(separator: "|"))" }
  }

  @Test func `bring attributes in every style`() throws {
    let jasig = "<cas:attributes><cas:mail>a</cas:mail><cas:g>1</cas:g><cas:mail>b</cas:mail><cas:e/></cas:attributes>"
    #expect(try attributes(jasig) == ["mail=a|b", "g=1", "e="])
    let pairs = #"<cas:attribute name="mail" value="a"/><cas:attribute name="mail" value="b&#10;c"/>"#
    #expect(try attributes(pairs) == ["mail=a|b\nc"])
    #expect(try attributes(jasig + pairs) == ["mail=a|b", "g=1", "e="], "two styles are the same attributes twice")
    #expect(try attributes("<cas:attributes>\(pairs)</cas:attributes>") == ["mail=a|b\nc"])
    #expect(try attributes("<cas:mail>a</cas:mail><x>1</x><cas:mail>b</cas:mail>") == ["mail=a|b", "x=1"])
    let named =
      "<cas:attribute><cas:name>mail</cas:name><cas:value>a</cas:value><cas:value>b</cas:value></cas:attribute>"
    #expect(try attributes("<cas:attributes>\(named)</cas:attributes>") == ["mail=a|b"])
    #expect(try attributes("<cas:norEduPerson><cas:mail>a</cas:mail></cas:norEduPerson>") == ["mail=a"])
    #expect(try attributes("<cas:attributes><cas:user>admin</cas:user></cas:attributes>") == ["user=admin"])
    #expect(try attributes("") == [])
  }

  @Test func `bring the facts of CAS 3`() throws {
    let answer = try authentication(
      Stub.success(
        """
        <cas:user>lou</cas:user><cas:attributes>
        <cas:authenticationDate>2026-11-25T21:30:15.250+01:00</cas:authenticationDate>
        <cas:isFromNewLogin>true</cas:isFromNewLogin>
        <cas:longTermAuthenticationRequestTokenUsed>false</cas:longTermAuthenticationRequestTokenUsed>
        </cas:attributes><cas:proxyGrantingTicket> PGTIOU-1 </cas:proxyGrantingTicket>
        """
      )
    )
    #expect(answer.authenticationDate == Date(timeIntervalSince1970: 1_795_638_615.25))
    #expect(answer.isFromNewLogin == true && answer.isLongTermLogin == false)
    #expect(answer.proxyGrantingTicketIOU == "PGTIOU-1")
    let bare = try authentication(Stub.success("<cas:user>lou</cas:user>"))
    #expect(bare.authenticationDate == nil && bare.isFromNewLogin == nil && bare.proxyGrantingTicketIOU == nil)
  }

  @Test func `are known by their namespace, whatever the prefix`() throws {
    let answer = """
      <serviceResponse xmlns="http://www.yale.edu/tp/cas"><authenticationSuccess><user>lou</user></authenticationSuccess>\
      </serviceResponse>
      """
    #expect(try authentication(answer).user == "lou")
    #expect(try authentication("\u{FEFF}<?xml version='1.0' encoding='utf-8'?>\n" + answer).user == "lou")
  }

  @Test func `come as JSON, too`() throws {
    let answer = try authentication(
      #"""
      {"serviceResponse":{"authenticationSuccess":{"user":"lou","proxyGrantingTicket":"PGTIOU-1",
      "proxies":["https://b/","https://a/"],"attributes":{"z":["1","2"],"a":"x","n":3,"b":true,"o":{"x":1}}}}}
      """#
    )
    #expect(answer.user == "lou" && answer.proxyGrantingTicketIOU == "PGTIOU-1")
    #expect(answer.proxies == ["https://b/", "https://a/"])
    #expect(answer.attributes.map(\.name) == ["z", "a", "n", "b"])
    #expect(
      answer.attributes["z"] == ["1", "2"] && answer.attributes["n"] == ["3"] && answer.attributes["b"] == ["true"]
    )
  }

  @Test(
    arguments: [
      ("yes\nlou\n", "lou"), ("yes\r\n lou \r\n", "lou"), ("no\n", nil), ("no\n\n", nil), ("no", nil),
    ] as [(String, String?)]
  )
  func `of CAS 1 are two lines`(answer: String, user: String?) throws {
    switch try CASAnswer.text(Array(answer.utf8)) {
    case .success(let authentication): #expect(authentication.user == user)
    case .failure(let code, _): #expect(user == nil && code == nil)
    default: Issue.record("neither")
    }
  }

  @Test(arguments: [
    "yes\n", "yes\n\n", "yes", "yes\na\nb\n", "YES\na\n", " yes\na", "yeslou", "<html/>", "", "yes\n\u{0}",
  ])
  func `of CAS 1 that are something else are refused`(answer: String) {
    #expect(#expect(throws: CASError.self) { try CASAnswer.text(Array(answer.utf8)) }?.code == .malformedAnswer)
  }

  @Test func `of CAS 1 may be refused in the words of CAS 2`() throws {
    let refusal = Stub.xml("<cas:authenticationFailure code=\"INVALID_SERVICE\">no</cas:authenticationFailure>")
    guard case .failure("INVALID_SERVICE", "no") = try CASAnswer.text(Array(refusal.utf8)) else {
      throw CASError(.refused, "no failure")
    }
    let success = Stub.success("<cas:user>lou</cas:user>")
    #expect(throws: CASError.self) { try CASAnswer.text(Array(success.utf8)) }
  }

  @Test func `keep unknown codes as they are`() throws {
    let answer = Stub.xml("<cas:authenticationFailure code=\" A_B \">\n words\n</cas:authenticationFailure>")
    guard case .failure(let code, let text) = try CASAnswer.validation(Array(answer.utf8)) else {
      throw CASError(.refused, "no failure")
    }
    #expect(code == "A_B" && text == "words")
  }

  @Test func `of a proxy are read in both envelopes`() async throws {
    let ticket = try ProxyGrantingTicket("PGT-1")
    let transport = StubTransport(
      Stub.xml("<cas:proxySuccess><cas:proxyTicket>PT-1</cas:proxyTicket></cas:proxySuccess>")
    )
    let client = try Stub.client(transport)
    #expect(try await client.proxyTicket(for: "https://b.example/?x=1&y", using: ticket).text == "PT-1")
    #expect(
      Stub.fields(transport.asked[0].address.description) == ["pgt→PGT-1", "targetService→https://b.example/?x=1&y"]
    )
    for name in ["proxyFailure", "authenticationFailure"] {
      let client = try Stub.client(
        StubTransport(Stub.xml("<cas:\(name) code=\"UNAUTHORIZED_SERVICE\">no</cas:\(name)>"))
      )
      let error = await Stub.failure { _ = try await client.proxyTicket(for: "https://b.example", using: ticket) }
      #expect(error?.code == .refused && error?.serverCode == "UNAUTHORIZED_SERVICE")
    }
    let evil = try Stub.client(
      StubTransport(Stub.xml("<cas:proxySuccess><cas:proxyTicket>PT-1&amp;x</cas:proxyTicket></cas:proxySuccess>"))
    )
    let error = await Stub.failure { _ = try await evil.proxyTicket(for: "https://b.example", using: ticket) }
    #expect(error?.code == .malformedTicket)
  }

  @Test func `never crash the reader, whatever is changed in them`() {
    let seeds = [
      Stub.success("<cas:user>lou</cas:user><cas:attributes><cas:a>é</cas:a></cas:attributes>"),
      #"{"serviceResponse":{"authenticationSuccess":{"user":"lou","attributes":{"a":["1"]}}}}"#, "yes\nlou\n",
      "<LogoutRequest xmlns=\"urn:oasis:names:tc:SAML:2.0:protocol\"><SessionIndex>ST-1</SessionIndex></LogoutRequest>",
    ]
    var generator = SystemRandomNumberGenerator()
    for seed in seeds {
      for _ in 0..<400 {
        var bytes = Array(seed.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let index = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0...3, using: &generator) {
          case 0: bytes[index] = .random(in: 0...255, using: &generator)
          case 1: bytes.remove(at: index)
          case 2: bytes.insert(contentsOf: bytes[..<index].suffix(20), at: index)
          default: bytes.removeSubrange(index...)
          }
          if bytes.isEmpty { bytes = [0x3C] }
        }
        _ = try? CASAnswer.guessing(bytes, service: nil, now: Date())
        _ = try? CASAnswer.validation(bytes)
        _ = try? LogoutRequest.backChannel(contentType: nil, body: bytes)
      }
    }
  }
}
