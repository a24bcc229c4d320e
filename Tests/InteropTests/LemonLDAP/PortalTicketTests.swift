import CAS
import LemonLDAP
import Testing
import WebSession

extension PortalTests {
  @Suite("tickets") struct Tickets {
    /// What a refused ticket says.
    private func refusal(_ body: () async throws -> CASTicket) async -> PortalError? {
      await #expect(throws: PortalError.self) { try await body() }
    }

    @Test("a ticket is accepted by a real validation", arguments: PortalKind.all)
    func accepted(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let session = try await portal.signIn(.plain).session
      for path in ["", "/deep?a=1&b=%C3%A9"] {
        let service = try PortalServices.app.service(path)
        let ticket = try await session.serviceTicket(for: service)
        #expect(try await portal.client().validate(ticket, for: service).user == PortalAccount.plain.name)
      }
      let strong = try await portal.signIn(.oneTimePassword).factor
      let answered = try await strong.answer(PortalAccount.oneTimePassword.generator())
      let service = try PortalServices.app.service("/strong")
      let ticket = try await answered.session.serviceTicket(for: service)
      #expect(try await portal.client().validate(ticket, for: service).user == PortalAccount.oneTimePassword.name)
    }

    @Test(
      "a refusal carries the portal's code, and the next ticket is for its own service",
      arguments: PortalKind.plain
    )
    func refused(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let session = try await portal.signIn(.plain).session
      let undeclared = try ServiceURL("https://other.example.test/")
      let unknown = await refusal { try await session.serviceTicket(for: undeclared) }
      #expect(unknown?.code == .refused && unknown?.portalCode == .unknownPartner && unknown?.facts.step == "ticket")
      let only = try PortalServices.only.service()
      let forbidden = await refusal { try await session.serviceTicket(for: only) }
      #expect(forbidden?.code == .refused && forbidden?.portalCode == .unauthorizedPartner)
      // From here on the portal remembers the request (sso document c.10).
      let strong = try PortalServices.strong.service()
      let weak = await refusal { try await session.serviceTicket(for: strong) }
      #expect(weak?.code == .refused && weak?.portalCode == .upgradeSession)
      let service = try PortalServices.app.service()
      let ticket = try await session.serviceTicket(for: service)
      #expect(try await portal.client().validate(ticket, for: service).user == PortalAccount.plain.name)
      #expect(try await session.isAlive())
    }

    @Test("a sign-in that is not fresh is refused with 85", arguments: PortalKind.plain)
    func renewed(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      let session = try await portal.signIn(.plain).session
      let service = try PortalServices.app.service()
      try await Task.sleep(for: kind.freshness)
      let stale = await refusal { try await session.serviceTicket(for: service, renewing: true) }
      #expect(stale?.code == .refused && stale?.portalCode == .renewSession)
      let ticket = try await session.serviceTicket(for: service)
      #expect(try await portal.client().validate(ticket, for: service).user == PortalAccount.plain.name)
    }

    @Test("coming back without a ticket is a refusal", arguments: PortalKind.plain)
    func gateway(_ kind: PortalKind) async throws {
      let portal = try await TestPortals.current.running(kind)
      /// Asks every time that no form be shown.
      struct Gateway: Transport {
        let transport: any Transport
        func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
          var request = request
          if request.address.path == "/cas/login", let asked = WebAddress("\(request.address)&gateway=true") {
            request.address = asked
          }
          return try await transport.send(request, limits: limits)
        }
      }
      let session = try await portal.signIn(.plain, over: Gateway(transport: portal.transport)).session
      let service = try PortalServices.app.service()
      _ = try await session.serviceTicket(for: service)
      try await session.signOut()
      let error = await refusal { try await session.serviceTicket(for: service) }
      #expect(error?.code == .refused && error?.portalCode == nil)
      let undeclared = try ServiceURL("https://other.example.test/")
      let unknown = await refusal { try await session.serviceTicket(for: undeclared) }
      #expect(unknown?.code == .refused && unknown?.portalCode == .unknownPartner)
    }
  }
}
