import CAS
import Testing
import WebSession
import WebTransport

/// Signing out of real servers, and what they tell the applications.
@Suite(
  "CAS servers that are not ours: single logout",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .realServers,
  .timeLimit(.minutes(3))
)
struct CASLogoutTests {
  @Test("every application of the session is told its ticket, nobody else's", arguments: RealServer.all)
  func singleLogout(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let services = [try client.service("/app/leaves"), try client.service("/backend/leaves")]
    let (login, first) = try await running.signIn(for: services[0])
    let second = try await login.ticket(for: services[1])
    let bystander = try client.service("/app/stays")
    let (other, third) = try await running.signIn(server.otherUser, for: bystander)
    for (ticket, service) in [(first, services[0]), (second, services[1]), (third, bystander)] {
      _ = try await client.validate(ticket, for: service)
    }

    let page = try await login.signOut()
    if server == .lemonldap221 {
      #expect(await running.site.visits(to: "/app/leaves").isEmpty)
      try await fetchPictures(of: page, over: running)
    }
    for (ticket, path) in [(first, "/app/leaves"), (second, "/backend/leaves")] {
      let visits = await running.site.waitForVisits(to: path, count: 1)
      try #require(visits.count == 1)
      #expect(visits[0].method == "POST")
      let request = try LogoutRequest.backChannel(contentType: visits[0].contentType, body: visits[0].body)
      #expect(request.sessionIndexes == [ticket.text])
      #expect(request.sessionIndexes.map(CASTicket.digest(of:)) == [ticket.digest])
    }

    // The session is over, the other one is not.
    let error = await #expect(throws: CASError.self) { try await login.ticket(for: services[0]) }
    #expect(error?.code == .noSession)
    #expect(await running.site.visits(to: "/app/stays").isEmpty)
    #expect(try await client.validate(try await other.ticket(for: bystander), for: bystander).user == server.otherUser)
  }

  @Test("signing out leads back to the application", arguments: RealServer.all, [LogoutParameter.service, .url])
  func leadsBack(_ server: RealServer, parameter: LogoutParameter) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let service = try client.service("/app/bye")
    let target = service.text
    let browser = Browser(transport: running.transport, userAgent: "Trousse/0.1")
    let login = try #require(WebAddress(client.loginURL(for: service)))
    let page = try await browser.send(.get(login))
    let form = try #require(HTMLPage(page.text).forms.first { $0.fields.contains { $0.type == "password" } })
    let name = server.isLemonLDAP ? "user" : "username"
    let filled = form.request(from: page.address, filling: [(name, server.user), ("password", server.user)])
    let signedIn = try await browser.send(try #require(filled))
    #expect(try client.ticket(from: signedIn.header("Location") ?? "") != nil)
    let address = try #require(WebAddress(client.logoutURL(returningTo: target, as: parameter)))
    let answer = try await browser.send(.get(address))
    // For `url`, the specification wants a link and no redirect.
    if answer.status == 302 {
      #expect(answer.header("Location") == target)
    } else {
      #expect(answer.status == 200)
      #expect(parameter == .url)
    }
  }

  /// What a browser does with the page: this server tells an application when a picture is fetched.
  private func fetchPictures(of page: WebResponse, over running: RunningServer) async throws {
    let pictures = HTMLPage(page.text).elements(named: "img").compactMap { $0["src"] }
      .filter { $0.contains("relayLogout") }
    #expect(pictures.count == 2)
    for picture in pictures {
      let address = try #require(page.address.resolving(picture))
      _ = try await running.transport.send(.get(address), limits: WebLimits())
    }
  }
}
