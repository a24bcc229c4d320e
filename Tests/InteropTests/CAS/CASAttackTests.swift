import CAS
import Foundation
import Testing
import WebSession
import WebTransport

/// What attackers tried with other clients, against real servers (sso document b).
@Suite(
  "CAS servers that are not ours: attacks",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .realServers,
  .timeLimit(.minutes(3))
)
struct CASAttackTests {
  @Test("CVE-2014-4172: no parameter is injected by a ticket", arguments: RealServer.all)
  func injectedParameters(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let mine = try client.service("/app/injection")
    let theirs = try client.service("/plain/attacker")
    let (login, ticket) = try await running.signIn(for: theirs)
    let injected = "\(ticket.text)&service=\(theirs.text)"

    // Refused before anything is sent.
    let error = #expect(throws: CASError.self) { try CASTicket(injected) }
    #expect(error?.code == .malformedTicket)
    let encoded = FormEncoding.encode([("ticket", injected)])
    #expect(throws: CASError.self) { try client.ticket(from: "\(mine.text)?\(encoded)") }
    #expect(throws: CASError.self) { try client.ticket(from: "\(mine.text)?ticket=\(ticket.text)&ticket=ST-1") }

    // Sent all the same, encoded as it must be, it is an unknown ticket.
    let fields = FormEncoding.encode([("service", mine.text), ("ticket", injected)])
    let answer = try CASAnswer.validation(try await running.get("serviceValidate", fields).body)
    guard case .failure("INVALID_TICKET", _) = answer else {
      Issue.record("\(server.testDescription) accepts an injected service")
      return
    }

    // That this proves something: pasted as it is, it would have been a login.
    let fresh = try await login.ticket(for: theirs)
    let pasted =
      FormEncoding.encode([("service", mine.text)]) + "&ticket=\(fresh.text)&"
      + FormEncoding.encode([("service", theirs.text)])
    guard case .success = try CASAnswer.validation(try await running.get("serviceValidate", pasted).body) else {
      Issue.record("the attack does not work any more on \(server.testDescription)")
      return
    }
  }

  /// The client knows no request: the service of the validation is the configured one, whatever a browser says.
  @Test("CVE-2022-39369: a ticket for another host is validated for ours", arguments: RealServer.all)
  func foreignHost(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let theirs = try running.client().service("/plain/attacker")
    let (_, ticket) = try await running.signIn(for: theirs)
    let recorder = RecordingTransport(running.transport)
    let client = try running.client(over: recorder)
    // What a wrapper would have made of `Host` and `X-Forwarded-Host` is an address at most, and only its ticket counts.
    let returned = try #require(try client.ticket(from: "\(theirs.text)?ticket=\(ticket.text)"))
    let mine = try client.service("/app/host")
    await expectRefusal { _ = try await client.validate(returned, for: mine) }
    let sent = try #require(await recorder.requests.first)
    #expect(await recorder.requests.count == 1)
    let expected = "service=" + FormEncoding.encode([("", mine.text)]).dropFirst()
    #expect(sent.address.query?.split(separator: "&").filter { $0.hasPrefix("service=") } == [expected[...]])
    #expect(sent.headers.allSatisfy { !["cookie", "host"].contains($0.name.lowercased()) })
  }

  @Test("coming back without a ticket is no login", arguments: RealServer.all)
  func gateway(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service("/app/gateway")
    let address = try #require(WebAddress(client.loginURL(for: service, gateway: true)))
    let answer = try await running.transport.send(.get(address), limits: WebLimits())
    #expect(answer.status == 302)
    #expect(answer.header("Location") == service.text)
    #expect(try client.ticket(from: answer.header("Location") ?? "") == nil)
    let error = await #expect(throws: CASError.self) { try await CASFormLogin(client: client).ticket(for: service) }
    #expect(error?.code == .noSession)
  }

  @Test("made-up tickets, and the ticket of a stranger's server", arguments: RealServer.all)
  func madeUpTickets(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    for validation in CASProtocol.allCases where validation != .saml || server.hasSAML {
      let client = try running.client(validation)
      let service = try client.service("/app/made-up")
      for text in ["ST-bogus", "ST-F4K3T1CK3T", "ST-" + String(repeating: "0", count: 64)] {
        let error = await expectRefusal { _ = try await client.validate(CASTicket(text), for: service) }
        if validation == .cas2 || validation == .cas3 { #expect(error?.serverCode == "INVALID_TICKET") }
        #expect(!"\(error as Any)".contains(text))
      }
    }
  }

  @Test("TLS: an authority nobody knows, and another name, are refused", arguments: RealServer.encrypted)
  func encryption(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let authority = try #require(running.certificateAuthority)
    #expect(running.cas.hasPrefix("https://"))
    let service = try running.client().service("/app/tls")

    // With the authority as a trust root for development.
    let (_, ticket) = try await running.signIn(for: service)
    #expect(try await running.client().validate(ticket, for: service).user == server.user)

    try await AsyncHTTPTransport.withTransport { transport in
      let client = try running.client(over: transport)
      await expectUntrusted { _ = try await client.validate(CASTicket("ST-1"), for: service) }
      await expectUntrusted { _ = try await CASFormLogin(client: client).ticket(for: service) }
    }
    // CVE-2012-5583: the certificate is good, for another name. (One for the address itself would be good for all names
    // of that address.)
    guard server.program == .django else { return }
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.extraTrustRoots = authority
    try await AsyncHTTPTransport.withTransport(configuration: configuration) { transport in
      let elsewhere = running.cas.replacingOccurrences(of: "localhost", with: "127.0.0.1")
      let client = try running.client(at: elsewhere, over: transport)
      await expectUntrusted { _ = try await client.validate(CASTicket("ST-1"), for: service) }
    }
  }

  private func expectUntrusted(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
  ) async {
    let error = await #expect(throws: CASError.self, sourceLocation: sourceLocation, performing: { try await body() })
    #expect(error?.code == .unreachable, sourceLocation: sourceLocation)
    #expect((error?.cause as? WebError)?.code == .tlsFailure, sourceLocation: sourceLocation)
  }
}
