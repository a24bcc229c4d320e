import CAS
import Testing
import WebSession

/// Our client as a proxy of real servers, and as the service behind one.
@Suite(
  "CAS servers that are not ours: proxies",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .realServers,
  .timeLimit(.minutes(3))
)
struct CASProxyTests {
  @Test("a proxy ticket is accepted from the chain on the list alone, and once", arguments: RealServer.all)
  func proxies(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let callback = "\(running.site.root)/app/pgt"
    let (granting, _) = try await grantingTicket(running, callback)
    let backend = try running.client().service("/backend/data")
    func proxyTicket() async throws -> CASTicket {
      try await running.client().proxyTicket(for: backend.text, using: granting)
    }

    let ticket = try await proxyTicket()
    #expect(ticket.isProxyTicket)
    for validation in [CASProtocol.cas2, .cas3] {
      let ticket = try await proxyTicket()
      let client = try running.client(validation, acceptingProxies: [["https://other.example/"], [callback]])
      let authentication = try await client.validate(ticket, for: backend)
      #expect(authentication.user == server.user)
      #expect(authentication.proxies == [callback])
      // The same ticket once more.
      await expectRefusal { _ = try await client.validate(ticket, for: backend) }
    }

    // CVE-2012-1104: chains that are not on the list, a longer address among them; and nobody asked for proxies.
    for chains in [[], [["\(callback)/"]], [["\(running.site.root)/app"]], [[callback, callback]]] {
      let client = try running.client(acceptingProxies: chains)
      let ticket = try await proxyTicket()
      let error = await #expect(throws: CASError.self) { try await client.validate(ticket, for: backend) }
      #expect(error?.code == .proxyNotAllowed)
    }
    let error = await #expect(throws: CASError.self) { try await running.client().validate(ticket, for: backend) }
    #expect(error?.code == .proxyNotAllowed)

    // A ticket for another service than the one that asks.
    let asking = try running.client(acceptingProxies: [[callback]])
    await expectRefusal { _ = try await asking.validate(ticket, for: asking.service("/app/other")) }
  }

  @Test("two proxies in a row, the newest first", arguments: RealServer.all)
  func twoProxies(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let callbacks = ["\(running.site.root)/app/pgt-1", "\(running.site.root)/backend/pgt-2"]
    let (granting, _) = try await grantingTicket(running, callbacks[0])
    let backend = try running.client().service("/backend/second")
    let client = try running.client(acceptingProxies: [[callbacks[0]]])
    let ticket = try await client.proxyTicket(for: backend.text, using: granting)
    let authentication = try await client.validate(ticket, for: backend, proxyCallback: callbacks[1])
    let iou = try #require(authentication.proxyGrantingTicketIOU)
    let second = try #require(await running.site.tickets.take(iou))
    let app = try running.client().service("/app/third")
    // One server lists the last proxy alone.
    let chain = server.listsWholeChain ? [callbacks[1], callbacks[0]] : [callbacks[1]]
    let end = try running.client(acceptingProxies: [chain])
    let last = try await end.validate(try await end.proxyTicket(for: app.text, using: second), for: app)
    #expect(last.user == server.user)
    #expect(last.proxies == chain)
  }

  @Test("no proxy tickets: unknown granting ticket, callback that fails", arguments: RealServer.all)
  func refused(_ server: RealServer) async throws {
    let running = try await RealServers.current.running(server)
    let client = try running.client()
    let backend = try client.service("/backend/data")
    let error = await #expect(throws: CASError.self) {
      try await client.proxyTicket(for: backend.text, using: ProxyGrantingTicket("PGT-nobody-knows-this"))
    }
    // LemonLDAP::NG answers with status 500.
    #expect(error?.code == (server.isLemonLDAP ? .unavailable : .refused))
    if !server.isLemonLDAP { #expect(error?.serverCode == "INVALID_TICKET") }

    let service = try client.service("/app/fails")
    let (_, ticket) = try await running.signIn(for: service)
    let broken = "\(running.site.root)\(TestSite.brokenPath)/pgt"
    let authentication = try await client.validate(ticket, for: service, proxyCallback: broken)
    #expect(authentication.user == server.user)
    #expect(authentication.proxyGrantingTicketIOU == nil)
    #expect(await !running.site.visits(to: "\(TestSite.brokenPath)/pgt").isEmpty)
  }

  /// Signs in and has a proxy-granting ticket delivered, which arrives before the server answers the validation.
  private func grantingTicket(
    _ running: RunningServer,
    _ callback: String
  ) async throws -> (ticket: ProxyGrantingTicket, login: CASFormLogin) {
    let client = try running.client()
    let service = try client.service("/app/proxy")
    let (login, ticket) = try await running.signIn(for: service)
    let authentication = try await client.validate(ticket, for: service, proxyCallback: callback)
    let iou = try #require(authentication.proxyGrantingTicketIOU)
    let granting = try #require(await running.site.tickets.take(iou))
    #expect(await running.site.tickets.take(iou) == nil)
    return (granting, login)
  }
}
