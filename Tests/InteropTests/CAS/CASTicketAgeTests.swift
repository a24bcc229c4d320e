import CAS
import Foundation
import Testing

/// Tickets that nobody used in time, at real servers and in every protocol that they speak.
@Suite(
  "CAS servers that are not ours: tickets that are too old",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .realServers,
  .timeLimit(.minutes(3))
)
struct CASTicketAgeTests {
  /// One wait for all tickets. What was refused was the age alone: a new ticket of the same session is accepted.
  @Test("a ticket that is too old is refused, in the server's words", arguments: RealServer.forgetful)
  func tooOld(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let service = try running.client().service("/app/age")
    let (login, first) = try await running.signIn(for: service)
    var tickets = [first]
    for _ in CASProtocol.allCases.dropFirst() { tickets.append(try await login.ticket(for: service)) }
    try await Task.sleep(for: server.ticketLife)
    for (validation, ticket) in zip(CASProtocol.allCases, tickets) {
      let client = try running.client(validation)
      guard validation != .saml || server.hasSAML else {
        // Old or new, there is nothing to judge them: the page to sign in comes (`pageInsteadOfSAML`).
        for ticket in [ticket, try await login.ticket(for: service)] {
          let error = await #expect(throws: CASError.self) { try await client.validate(ticket, for: service) }
          #expect(error?.code == .malformedAnswer)
        }
        continue
      }
      let error = await expectRefusal { _ = try await client.validate(ticket, for: service) }
      let words = expected(of: server, validation, ticket)
      #expect(error?.serverCode == words.code, "\(validation)")
      #expect(error?.serverText == words.text, "\(validation)")
      let another = try await login.ticket(for: service)
      #expect(try await client.validate(another, for: service).user == server.user, "\(validation)")
    }
  }

  /// What each server says, as seen on the wire: CAS 1 has no words. Django looks for a ticket that is young enough, and
  /// finds none (`models.Ticket.get`). LemonLDAP::NG finds it and compares its time (`Portal/Issuer/CAS.pm`), so that its
  /// words tell the age from a made-up ticket.
  private func expected(
    of server: RealServer,
    _ validation: CASProtocol,
    _ ticket: CASTicket
  ) -> (code: String?, text: String) {
    switch (validation, server.isLemonLDAP) {
    case (.cas1, _): (nil, "")
    case (.saml, true): ("Requester", "Ticket expired")
    case (.saml, false): ("AuthnFailed", "ticket \(ticket.text) not found")
    case (_, true): ("INVALID_TICKET", "Ticket expired")
    case (_, false): ("INVALID_TICKET", "ticket not found")
    }
  }
}
