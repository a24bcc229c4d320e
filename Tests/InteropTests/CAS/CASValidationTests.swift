import CAS
import Foundation
import Testing
import WebSession

/// Our client and the tickets of real servers: signing in, every validation, and whatever has to be refused.
@Suite(
  "CAS servers that are not ours: tickets",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .realServers,
  .timeLimit(.minutes(3))
)
struct CASValidationTests {
  @Test("signing in by script and every way of validation, each ticket once", arguments: RealServer.all)
  func validates(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let service = try running.client().service("/app/validates")
    let (login, first) = try await running.signIn(for: service)
    var ticket = first
    for validation in CASProtocol.allCases where validation != .saml || server.hasSAML {
      let client = try running.client(validation)
      let authentication = try await client.validate(ticket, for: service)
      #expect(authentication.user == server.user)
      #expect(authentication.proxies.isEmpty)
      if validation == .cas3 || validation == .saml {
        #expect(authentication.attributes[server.mail.attribute] == [server.mail.value], "\(validation)")
      }
      if server == .django, validation == .cas3 {
        #expect(authentication.attributes["affiliation"] == ["member", "student"])
        #expect(authentication.isFromNewLogin == false)
        let age = try #require(authentication.authenticationDate).timeIntervalSinceNow
        #expect(abs(age) < 60)
      }
      // The same ticket once more.
      await expectRefusal { _ = try await client.validate(ticket, for: service) }
      ticket = try await login.ticket(for: service)
    }
  }

  @Test("a page to sign in with where SAML should be is an error", arguments: [RealServer.lemonldap216])
  func pageInsteadOfSAML(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let service = try running.client().service("/app/no-saml")
    let (_, ticket) = try await running.signIn(for: service)
    let error = await #expect(throws: CASError.self) {
      try await running.client(.saml).validate(ticket, for: service)
    }
    #expect(error?.code == .malformedAnswer)
    #expect(error?.facts.step == "validation")
  }

  @Test("a ticket is good for no other service, and spent by the attempt", arguments: RealServer.all)
  func wrongService(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service("/app/mine")
    let (login, first) = try await running.signIn(for: service)
    var ticket = first
    let others = [
      try client.service("/app/other"), try client.service("/app/mine/"),
      try client.service("/app/mine", query: [("x", "1")]),
    ]
    for other in others {
      for validation in [CASProtocol.cas2, .cas3] {
        let asking = try running.client(validation)
        let error = await expectRefusal { _ = try await asking.validate(ticket, for: other) }
        #expect(error?.serverCode == "INVALID_SERVICE")
        await expectRefusal { _ = try await asking.validate(ticket, for: service) }
        ticket = try await login.ticket(for: service)
      }
    }
    for validation in [CASProtocol.cas1, .saml] where validation != .saml || server.hasSAML {
      // LemonLDAP::NG answers these two in the words of CAS 2.
      await #expect(throws: CASError.self) { try await running.client(validation).validate(ticket, for: others[0]) }
      ticket = try await login.ticket(for: service)
    }
  }

  @Test("a service address with everything that has to be encoded", arguments: RealServer.all)
  func encodedService(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service(
      "/app/état",
      query: [("next", "/a b?c=%2F&d=é+1"), ("ticket", "ST-old"), ("q", "#;")]
    )
    #expect(!service.text.contains("ST-old"))
    let (_, ticket) = try await running.signIn(for: service)
    #expect(try await client.validate(ticket, for: service).user == server.user)
  }

  @Test("letters outside ASCII and several values of one attribute", arguments: RealServer.all)
  func attributes(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service("/app/attributes")
    let person = server.isLemonLDAP ? "zoe" : "zoé"
    let zoe = try await client.validate(try await running.signIn(person, for: service).ticket, for: service)
    #expect(zoe.user == person)
    #expect(zoe.attributes["cn"] == ["Zoé Lefèvre-Œuf"])
    let many = server.isLemonLDAP ? "attrs" : "evil"
    let user = try await client.validate(try await running.signIn(many, for: service).ticket, for: service)
    if server.isLemonLDAP {
      #expect(user.attributes["affiliation"] == ["member", "student", "one;two"])
    } else {
      #expect(user.attributes["cn"] == ["a < b & c > d \"q\" 'p'"])
      #expect(user.attributes["note"] == ["<cas:user>admin</cas:user>"])
      #expect(user.attributes["multi"].count == 4)
      #expect(user.attributes["multi"].prefix(2) == ["one", ""])
    }
  }

  @Test("another attribute as the user's name, and a service for one user alone", arguments: RealServer.all)
  func declarations(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let mail = try client.service("/mail")
    let ticket = try await running.signIn(for: mail).ticket
    #expect(try await client.validate(ticket, for: mail).user == server.mail.value)
    let error = await #expect(throws: CASError.self) { try await running.signIn(for: client.service("/only")) }
    #expect([.unknownPage, .wrongCredentials].contains(error?.code))
  }

  /// Sso document b, 8: the text around the comment is one name.
  @Test("a name with a comment in it comes out literally", arguments: [RealServer.django])
  func commentInName(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service("/app/comment")
    let ticket = try await running.signIn("admin<!--x-->.evil", for: service).ticket
    #expect(try await client.validate(ticket, for: service).user == "admin<!--x-->.evil")
  }

  /// Sso document b, 7: this server escapes nothing.
  @Test(
    "markup in an attribute makes no second user, and no crash",
    arguments: [RealServer.lemonldap216, .lemonldap221],
    ["markup", "broken"]
  )
  func markup(_ server: RealServer, user: String) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service("/app/markup")
    let ticket = try await running.signIn(user, for: service).ticket
    let error = await #expect(throws: CASError.self) { try await client.validate(ticket, for: service) }
    #expect(error?.code == .malformedAnswer)
  }

  /// A portal remembers the service of a login that came to nothing, and would answer for that one (sso document c.10).
  @Test("the wrong password, and the right one for another service afterwards", arguments: RealServer.all)
  func wrongPassword(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let login = CASFormLogin(client: client)
    let given = try client.service("/app/given-up")
    let error = await #expect(throws: CASError.self) {
      try await login.ticket(for: given, username: server.clumsyUser, password: Secret("not this one"))
    }
    #expect(error?.code == .wrongCredentials)
    let service = try client.service("/backend/right")
    let password = Secret(server.clumsyUser)
    let ticket = try await login.ticket(for: service, username: server.clumsyUser, password: password)
    #expect(try await client.validate(ticket, for: service).user == server.clumsyUser)
  }
}

/// Expects the server to say no.
@discardableResult
func expectRefusal(
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> Void
) async -> CASError? {
  let error = await #expect(throws: CASError.self, sourceLocation: sourceLocation, performing: { try await body() })
  #expect(error?.code == .refused, sourceLocation: sourceLocation)
  return error
}
