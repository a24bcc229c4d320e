import CAS
import Foundation
import Testing
import WebSession

/// `renew` at the validation (sso document b, 21): what real servers make of it differs, and each test says how.
@Suite(
  "CAS servers that are not ours: renewal",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .realServers,
  .timeLimit(.minutes(3))
)
struct CASRenewalTests {
  @Test("a ticket of a password is accepted in every protocol", arguments: RealServer.all)
  func password(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    for validation in CASProtocol.allCases {
      let client = try running.client(validation)
      let service = try client.service("/app/renewal-password")
      let ticket = try await signIn(CASFormLogin(client: client), server, for: service)
      if validation == .saml, !server.hasSAML {
        let error = await #expect(throws: CASError.self) {
          try await client.validate(ticket, for: service, renew: true)
        }
        #expect(error?.code == .malformedAnswer)
        continue
      }
      #expect(try await client.validate(ticket, for: service, renew: true).user == server.user, "\(validation)")
    }
  }

  @Test("a ticket of a session is refused by CAS 1, 2 and 3", arguments: RealServer.all)
  func session(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let service = try running.client().service("/app/renewal-session")
    let (login, _) = try await running.signIn(for: service)
    try await Task.sleep(for: server.freshness)
    for validation in CASProtocol.allCases where validation != .saml {
      let client = try running.client(validation)
      let ticket = try await login.ticket(for: service)
      let error = await expectRefusal { _ = try await client.validate(ticket, for: service, renew: true) }
      // Three servers, three shapes. One answers as CAS 1 whatever was asked: its error branch calls the function of
      // `/validate` (2.16, Portal/Issuer/CAS.pm, “Check renew”).
      let isSilent = validation == .cas1 || server == .lemonldap216
      #expect(error?.serverCode == (isSilent ? nil : "INVALID_TICKET"), "\(validation)")
      let words =
        server == .django
        ? "ticket not found" : "Authentication renew requested, but not done in former authentication process"
      #expect(error?.serverText == (isSilent ? "" : words), "\(validation)")

      // Only Django leaves the ticket good: to its search for a renewed one, it was not there (`models.Ticket.get`).
      if server == .django {
        #expect(try await client.validate(ticket, for: service).user == server.user, "\(validation)")
      } else {
        await expectRefusal { _ = try await client.validate(ticket, for: service) }
      }
      // That it was refused for renewal: without it, such a ticket is good.
      let another = try await login.ticket(for: service)
      #expect(try await client.validate(another, for: service).user == server.user, "\(validation)")
    }
  }

  /// Neither server reads the parameter there: Django's `SamlValidate.process_ticket` looks for the ticket without it, and
  /// LemonLDAP::NG's `samlValidate` does not pass it on. CAS 3.0.3 names it for the other paths only. Django's answer says
  /// that the ticket is of a session, so our client refuses it; LemonLDAP::NG's says nothing of it.
  @Test("a ticket of a session is accepted by SAML all the same", arguments: RealServer.all)
  func sessionBySAML(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client(.saml)
    let service = try client.service("/app/renewal-saml")
    let (login, _) = try await running.signIn(for: service)
    try await Task.sleep(for: server.freshness)
    let ticket = try await login.ticket(for: service)
    if server == .lemonldap221 {
      let authentication = try await client.validate(ticket, for: service, renew: true)
      #expect(authentication.user == server.user)
      #expect(authentication.isFromNewLogin == nil)
      return
    }
    let error = await #expect(throws: CASError.self) { try await client.validate(ticket, for: service, renew: true) }
    #expect(error?.code == (server.hasSAML ? .refused : .malformedAnswer))
    // The server itself refused nothing: it has no words for it, and the ticket was spent as a good one is.
    #expect(error?.serverCode == nil && error?.serverText == nil)
    guard server.hasSAML else { return }
    await expectRefusal { _ = try await client.validate(ticket, for: service) }
    let another = try await client.validate(try await login.ticket(for: service), for: service)
    #expect(another.user == server.user && another.isFromNewLogin == false)
  }

  /// LemonLDAP::NG asks how old the login is, not what a ticket came from: while `portalForceAuthnInterval` has not
  /// passed, it wants no password for `renew` at the login either.
  @Test("a ticket of a session that has just begun is accepted by LemonLDAP::NG", arguments: RealServer.patient)
  func youngSession(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let service = try running.client().service("/app/renewal-young")
    let (login, _) = try await running.signIn(for: service)
    for validation in CASProtocol.allCases where validation != .saml {
      let client = try running.client(validation)
      let ticket = try await login.ticket(for: service)
      #expect(try await client.validate(ticket, for: service, renew: true).user == server.user, "\(validation)")
    }
    let unasked = try await login.ticket(
      for: service,
      username: server.user,
      password: Secret("not this one"),
      renew: true
    )
    #expect(try await running.client().validate(unasked, for: service, renew: true).user == server.user)
  }

  @Test("the password once more, in a session that is there", arguments: RealServer.all)
  func again(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service("/app/renewal-again")
    let (login, _) = try await running.signIn(for: service)
    try await Task.sleep(for: server.freshness)
    let ticket = try await signIn(login, server, for: service)
    #expect(try await client.validate(ticket, for: service, renew: true).user == server.user)
  }

  private func signIn(_ login: CASFormLogin, _ server: RealServer, for service: ServiceURL) async throws -> CASTicket {
    try await login.ticket(for: service, username: server.user, password: Secret(server.user), renew: true)
  }
}
