import LemonLDAP
import OpenIDConnect
import Testing
import WebSession

extension OpenIDTests {
  @Suite("consent")
  struct Consent {
    @Test("accepted, remembered, and asked again for more", arguments: RealServer.portals)
    func accepted(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.mobile)
      let session = try await portal.signIn("dwho")
      let first = try await session.authorize(try await client.authorizationRequest())
      guard case .consentNeeded(let consent) = first else {
        Issue.record("nobody asks for consent")
        return
      }
      #expect(consent.application == "Mobile")
      #expect(consent.items.map(\.key) == ["yourIdentity", "yourProfile", "yourEmail"])
      #expect(consent.scopes == ["openid", "profile", "email"])
      let tokens = try await client.tokens(for: try await consent.accept())
      #expect(tokens.idToken.subject == "dwho")
      #expect(tokens.idToken.audiences == ["mobile"])
      #expect(try await client.userInfo(for: tokens).claims.email == "dwho@badwolf.org")
      // The same again, in a new session: nobody asks.
      let again = try await portal.code(client, try await portal.signIn("dwho"))
      #expect(try await client.tokens(for: again).idToken.subject == "dwho")
      let more = try portal.client(.mobile, scopes: ["profile", "email", "phone", "weather"])
      let second = try await session.authorize(try await more.authorizationRequest())
      guard case .consentNeeded(let larger) = second else {
        Issue.record("nobody asks for more")
        return
      }
      #expect(larger.items.map(\.key).contains("yourPhone"))
      #expect(larger.items.last == ConsentItem(key: "anotherInformation", scope: "weather"))
    }

    @Test("refused, and nothing is remembered", arguments: RealServer.portals)
    func refused(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.mobile)
      let session = try await portal.signIn("rtyler")
      for _ in 0..<2 {
        let step = try await session.authorize(try await client.authorizationRequest())
        guard case .consentNeeded(let consent) = step else {
          Issue.record("nobody asks for consent")
          return
        }
        #expect(try await consent.refuse() == .consentRequired)
      }
      #expect(try await session.isAlive())
    }

    @Test("no page was to be shown, but the user has not consented", arguments: RealServer.portals)
    func silent(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.mobile)
      let session = try await portal.signIn("davros")
      let request = try await client.authorizationRequest(prompt: OpenIDPrompt.none)
      let error = await #expect(throws: OpenIDError.self) { try await session.authorize(request) }
      #expect(error?.code == .refused)
      #expect(error?.serverCode == .consentRequired)
    }

    @Test("access while the user is away", arguments: [RealServer.lemonldap216, .lemonldap221])
    func offline(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.mobile, scopes: ["profile", "offline_access"])
      let session = try await portal.signIn("zoe")
      let step = try await session.authorize(try await client.authorizationRequest(prompt: .consent))
      guard case .consentNeeded(let consent) = step else {
        Issue.record("nobody asks for consent")
        return
      }
      #expect(consent.items.map(\.key).contains("yourOffline"))
      let tokens = try await client.tokens(for: try await consent.accept())
      try await session.signOut()
      let later = try await client.refresh(tokens)
      #expect(later.idToken.subject == "zoe")
      #expect(later.accessToken != tokens.accessToken)
    }
  }
}
