import Foundation
import LemonLDAP
import OpenIDConnect
import Testing
import WebSession

extension OpenIDTests {
  @Suite("the whole flow")
  struct Flow {
    @Test("code, tokens and claims, for an application with a secret", arguments: RealServer.portals)
    func confidential(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let recorder = RecordingTransport(portal.transport)
      let client = try portal.client(.web, over: recorder)
      let session = try await portal.signIn("zoe")
      let request = try await client.authorizationRequest()
      guard case .code(let code) = try await session.authorize(request) else {
        Issue.record("there is no code")
        return
      }
      let tokens = try await client.tokens(for: code)
      #expect(tokens.idToken.subject == "zoe")
      #expect(tokens.idToken.issuer == portal.issuer)
      #expect(tokens.idToken.audiences == ["web"])
      #expect(tokens.idToken.authenticationLevel == (server.usesTLS ? "loa-2" : "loa-1"))
      #expect(tokens.idToken.claims["nonce"]?.string == request.nonce)
      #expect(tokens.idToken.claims["at_hash"] != nil)
      #expect(abs(tokens.idToken.issued.timeIntervalSinceNow) < 60)
      #expect(tokens.idToken.expires > Date(timeIntervalSinceNow: 60))
      #expect(try #require(tokens.idToken.authenticated) <= Date(timeIntervalSinceNow: 1))
      #expect(try #require(tokens.accessTokenExpires) > Date(timeIntervalSinceNow: 60))
      let user = try await client.userInfo(for: tokens)
      #expect(user.subject == "zoe")
      #expect(user.claims.name == "Zoé Lefèvre-Œuf")
      #expect(user.claims.givenName == "Zoé")
      #expect(user.claims.familyName == "Lefèvre-Œuf")
      #expect(user.claims.preferredUsername == "zoe")
      #expect(user.claims.email == "zoe@loopback.test")
      // Discovery, tokens, keys, user info: each once, and never a cookie.
      let requests = await recorder.requests
      #expect(
        requests.map(\.address.path) == [
          "/.well-known/openid-configuration", "/oauth2/token", "/oauth2/jwks", "/oauth2/userinfo",
        ]
      )
      #expect(requests.allSatisfy { $0.header("Cookie") == nil })
    }

    @Test("a public client with an address that has a query", arguments: RealServer.portals)
    func publicClient(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.kiosk)
      let session = try await portal.signIn("msmith")
      let tokens = try await client.tokens(for: try await portal.code(client, session))
      #expect(tokens.idToken.subject == "msmith")
      #expect(tokens.refreshToken == nil)
      await #expect(throws: OpenIDError.self) { try await client.refresh(tokens) }
      #expect(try await client.userInfo(for: tokens).claims.email == "msmith@badwolf.org")
    }

    @Test("a request that the portal remembers is not answered", arguments: [RealServer.lemonldap216, .lemonldap221])
    func remembered(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let (web, kiosk) = (try portal.client(.web), try portal.client(.kiosk))
      let stale = try await portal.signIn("msmith")
      try await stale.signOut()
      let first = try await web.authorizationRequest()
      await #expect(throws: OpenIDError.self) { try await stale.authorize(first) }
      let memory = try #require(
        await stale.browser.cookies.value(of: "lemonldappdata", for: portal.portal.address, now: 0)
      )
      let session = try await portal.signIn("msmith")
      let second = try await kiosk.authorizationRequest()
      // What would happen otherwise.
      await session.browser.setCookie(name: "lemonldappdata", value: memory.reveal(), for: portal.portal.address)
      let answer = try await session.send(.get(second.url), step: "authorization")
      #expect(!second.isReached(by: answer.header("Location") ?? ""))
      await session.browser.setCookie(name: "lemonldappdata", value: memory.reveal(), for: portal.portal.address)
      guard case .code(let code) = try await session.authorize(second) else {
        Issue.record("there is no code")
        return
      }
      #expect(try await kiosk.tokens(for: code).idToken.audiences == ["kiosk"])
    }

    @Test("only what the scopes allow is told", arguments: [RealServer.lemonldap216, .lemonldap221])
    func fewScopes(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.web, scopes: ["email"])
      let session = try await portal.signIn("msmith")
      let tokens = try await client.tokens(for: try await portal.code(client, session))
      let claims = try await client.userInfo(for: tokens).claims
      #expect(claims.email == "msmith@badwolf.org")
      #expect(claims.name == nil)
    }

    @Test("new tokens without the user", arguments: RealServer.portals)
    func refresh(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.web)
      let session = try await portal.signIn("dwho")
      let first = try await client.tokens(for: try await portal.code(client, session))
      let second = try await client.refresh(first)
      #expect(second.accessToken != first.accessToken)
      #expect(second.idToken.subject == "dwho")
      #expect(second.idToken.text != first.idToken.text)
      #expect(second.refreshToken != nil)
      #expect(try await client.userInfo(for: second).subject == "dwho")
      // The refresh token belongs to the session of the user.
      try await session.signOut()
      let error = await #expect(throws: OpenIDError.self) { try await client.refresh(second) }
      #expect(error?.code == .refused)
      #expect(error?.serverCode == .invalidGrant)
    }

    @Test("a certificate of nobody's stops everything", arguments: RealServer.portals.filter(\.usesTLS))
    func untrusted(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let other = try await OpenIDPortals.current.running(
        RealServer(program: server.program, usesTLS: false)
      )
      let client = try portal.client(.web, over: other.transport)
      let error = await #expect(throws: OpenIDError.self) { try await client.discover() }
      #expect(error?.code == .tlsFailure)
    }
  }
}
