import LemonLDAP
import OpenIDConnect
import Testing
import WebSession

extension OpenIDTests {
  @Suite("what portals refuse")
  struct Refusals {
    @Test("a client that they do not know, an address that is not declared", arguments: RealServer.portals)
    func undeclared(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let session = try await portal.signIn("msmith")
      let stranger = OpenIDPortal.Application(id: "nobody", redirectURI: "http://127.0.0.1:9/oidc")
      let elsewhere = "http://127.0.0.1:9/oidc/elsewhere"
      for (client, code) in [
        (try portal.client(stranger), PortalCode.unknownPartner),
        (try portal.client(.web, redirectURI: elsewhere), PortalCode.unauthorizedURL),
      ] {
        let request = try await client.authorizationRequest()
        let error = await #expect(throws: OpenIDError.self) { try await session.authorize(request) }
        #expect(error?.code == .refusedByPortal)
        #expect(error?.portalCode == code)
        #expect(error?.facts.step == "authorization")
      }
      #expect(try await session.isAlive())
    }

    @Test("users whom an application, or OpenID Connect, is not for", arguments: RealServer.portals)
    func users(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let staff = try portal.client(.staff)
      let user = try await portal.signIn(OpenIDPortal.staffUser)
      #expect(try await staff.tokens(for: portal.code(staff, user)).idToken.subject == OpenIDPortal.staffUser)
      for (name, code) in [
        ("msmith", PortalCode.unauthorizedPartner), (OpenIDPortal.refusedUser, PortalCode.openIDNotAllowed),
      ] {
        let session = try await portal.signIn(name)
        let request = try await staff.authorizationRequest()
        let error = await #expect(throws: OpenIDError.self) { try await session.authorize(request) }
        #expect(error?.code == .refusedByPortal)
        #expect(error?.portalCode == code)
      }
    }

    @Test("a code twice, and a wrong secret", arguments: RealServer.portals)
    func codeTwice(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.web)
      let session = try await portal.signIn("msmith")
      let code = try await portal.code(client, session)
      _ = try await client.tokens(for: code)
      let error = await #expect(throws: OpenIDError.self) { try await client.tokens(for: code) }
      #expect(error?.code == .refused)
      #expect(error?.serverCode == .invalidGrant)
      var application = OpenIDPortal.Application.web
      application.secret = "p+q/r:s%t=v"
      let forger = try portal.client(application)
      let other = try await portal.code(client, session)
      let refusal = await #expect(throws: OpenIDError.self) { try await forger.tokens(for: other) }
      #expect(refusal?.code == .refused)
      #expect(refusal?.serverCode == .invalidClient)
    }

    @Test("the code of another request: by its verifier, or by its nonce", arguments: RealServer.portals)
    func injectedCode(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let session = try await portal.signIn("msmith")
      for application in [OpenIDPortal.Application.kiosk, .web] {
        let client = try portal.client(application)
        let stolen = try await portal.code(client, session)
        let request = try await client.authorizationRequest()
        let separator = application.redirectURI.contains("?") ? "&" : "?"
        let code = try request.code(
          from: "\(application.redirectURI)\(separator)code=\(stolen.code.reveal())&state=\(request.state)"
        )
        let error = await #expect(throws: OpenIDError.self) { try await client.tokens(for: code) }
        if application.secret == nil || server.checksEveryVerifier {
          #expect(error?.code == .refused)
          #expect(error?.serverCode == .invalidGrant)
        } else {
          #expect(error?.code == .badToken)
          #expect(error?.facts.check == "nonce")
        }
      }
    }

    @Test("a request without PKCE, and an answer to another request", arguments: RealServer.portals)
    func withoutChallenge(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let session = try await portal.signIn("msmith")
      let request = try await portal.client(.kiosk).authorizationRequest()
      let fields = try #require(request.url.query).split(separator: "&").filter { !$0.hasPrefix("code_challenge") }
      let bare = try #require(WebAddress("\(request.url.withoutQuery)?\(fields.joined(separator: "&"))"))
      let refusal = try await session.send(.get(bare), step: "authorization")
      let error = #expect(throws: OpenIDError.self) { try request.code(from: try #require(refusal.header("Location"))) }
      #expect(error?.code == .refused)
      #expect(error?.serverCode == .invalidRequest)
      let answer = try await session.send(.get(request.url), step: "authorization")
      let location = try #require(answer.header("Location"))
      let other = try await portal.client(.kiosk).authorizationRequest()
      let mixup = #expect(throws: OpenIDError.self) { try other.code(from: location) }
      #expect(mixup?.code == .wrongState)
      #expect(throws: Never.self) { try request.code(from: location) }
    }

    @Test("user info with a token that is none", arguments: RealServer.portals)
    func badToken(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.web)
      let error = await #expect(throws: OpenIDError.self) {
        try await client.userInfo(accessToken: Secret("nope"), subject: "msmith")
      }
      #expect(error?.code == .refused)
      #expect(error?.serverCode == .invalidRequest)
      #expect(error?.facts.httpStatus == 401)
      let session = try await portal.signIn("msmith")
      let tokens = try await client.tokens(for: try await portal.code(client, session))
      let swapped = await #expect(throws: OpenIDError.self) {
        try await client.userInfo(accessToken: tokens.accessToken, subject: "dwho")
      }
      #expect(swapped?.code == .wrongSubject)
    }

    @Test("somebody who is not signed in", arguments: RealServer.portals)
    func noSession(_ server: RealServer) async throws {
      let portal = try await OpenIDPortals.current.running(server)
      let client = try portal.client(.web)
      let session = try await portal.signIn("msmith")
      try await session.signOut()
      let request = try await client.authorizationRequest()
      let error = await #expect(throws: OpenIDError.self) { try await session.authorize(request) }
      #expect(error?.code == .noSession)
      let silent = try await client.authorizationRequest(prompt: OpenIDPrompt.none)
      let refusal = await #expect(throws: OpenIDError.self) { try await session.authorize(silent) }
      if server.program == .lemonldap216 {
        #expect(refusal?.code == .noSession)
      } else {
        #expect(refusal?.code == .refused)
        #expect(refusal?.serverCode == .loginRequired)
      }
    }
  }
}
