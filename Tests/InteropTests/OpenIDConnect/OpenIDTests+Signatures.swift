import LemonLDAP
import OpenIDConnect
import Testing
import WebSession

extension OpenIDTests {
  @Suite("signatures")
  struct Signatures {
    @Test("other algorithms with the portal's key", arguments: [RealServer.lemonldap216, .lemonldap221])
    func accepted(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let session = try await portal.signIn("msmith")
      for algorithm in server.program == .lemonldap216 ? ["RS512"] : ["RS512", "PS256"] {
        let client = try portal.client(.signed(algorithm))
        let tokens = try await client.tokens(for: try await portal.code(client, session))
        #expect(tokens.idToken.subject == "msmith", "\(algorithm)")
        #expect(tokens.idToken.claims["at_hash"] != nil, "\(algorithm)")
      }
    }

    @Test("a shared secret, and no signature at all", arguments: [RealServer.lemonldap216, .lemonldap221])
    func refused(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let session = try await portal.signIn("msmith")
      for algorithm in ["HS256", "none"] {
        let client = try portal.client(.signed(algorithm))
        let code = try await portal.code(client, session)
        let error = await #expect(throws: OpenIDError.self) { try await client.tokens(for: code) }
        #expect(error?.code == .badToken, "\(algorithm)")
        #expect(error?.facts.check == "alg", "\(algorithm)")
      }
    }
  }
}
