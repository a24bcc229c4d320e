import LemonLDAP
import OpenIDConnect
import Testing
import WebSession

extension OpenIDTests {
  @Suite("signing out")
  struct Logout {
    @Test("of an application, with and without coming back", arguments: RealServer.portals)
    func signsOut(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.web)
      for returnURI in [OpenIDPortal.farewell, nil] {
        let session = try await portal.signIn("msmith")
        let tokens = try await client.tokens(for: try await portal.code(client, session))
        let request = try await client.logoutRequest(for: tokens.idToken, returningTo: returnURI)
        let location = try await session.endSession(request)
        #expect(location == returnURI.map { "\($0)?state=\(request.state)" })
        #expect(try await !session.isAlive())
        let error = await #expect(throws: OpenIDError.self) {
          try await session.endSession(try await client.logoutRequest(for: tokens.idToken))
        }
        #expect(error?.code == .noSession)
      }
    }

    @Test("an address that is not declared", arguments: RealServer.portals)
    func undeclared(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.web)
      let session = try await portal.signIn("msmith")
      let tokens = try await client.tokens(for: try await portal.code(client, session))
      let request = try await client.logoutRequest(for: tokens.idToken, returningTo: "http://127.0.0.1:9/elsewhere")
      let error = await #expect(throws: OpenIDError.self) { try await session.endSession(request) }
      #expect(error?.code == .refusedByPortal)
      #expect(error?.portalCode == PortalCode.unauthorizedURL)
      #expect(try await !session.isAlive())
    }
  }
}
