import Foundation
import LemonLDAP
import Testing
import WebSession

/// What is asked for or sent a number of times, and never once more.
@Suite(.timeLimit(.minutes(1))) struct OnceTests {
  /// A browser that the portal knows.
  private func trusted() async throws -> TrustedBrowser {
    let cookie = "llngconnection=\(Marks.trust); path=/; max-age=2592000"
    let known = PortalStub.Answer.redirect(PortalStub.url, cookies: [cookie, "lemonldap=\(Marks.cookie); path=/"])
    let stub = PortalStub(.page(Pages.login()), .page(Pages.registration), known)
    guard case .registrationOffered(let offer) = try await stub.signIn(remembering: true),
      case .signedIn(let session) = try await offer.register()
    else { throw UnexpectedStep("not registered") }
    return try #require(session.trustedBrowser)
  }

  @Test(arguments: 0...6) func `Information pages are asked past five times`(count: Int) async throws {
    let stub = PortalStub { request, number in
      request.method == .post ? .done : .page(number < count ? Pages.information : Pages.login())
    }
    if count < 5 {
      guard case .signedIn = try await stub.signIn() else { throw UnexpectedStep("not signed in") }
      #expect(stub.paths == Array(repeating: "GET /", count: count + 1) + ["POST /"])
    } else {
      let error = await stub.failure()
      #expect(error?.code == .unknownPage && error?.facts.step == "sign-in page")
      #expect(stub.paths == Array(repeating: "GET /", count: 5))
    }
  }

  @Test(arguments: [nil, 5, 81, 82, 86, 9]) func `The password is sent once, whatever comes back`(code: Int?)
    async throws
  {
    let stub = PortalStub(.page(Pages.login()), .page(Pages.login(code)))
    guard case .refused(let refusal) = try await stub.signIn() else { throw UnexpectedStep("not refused") }
    #expect(refusal.code?.rawValue == code && !refusal.text.isEmpty && refusal.step == "password")
    #expect(stub.bodies.count == 1)
  }

  @Test func `The password is not asked of a page that comes after another step`() async throws {
    let stub = PortalStub(.page(Pages.login()), .page(Pages.totpCode), .page(Pages.login(82)))
    guard case .secondFactor(let factor) = try await stub.signIn(),
      case .refused = try await factor.answer(code: Marks.code)
    else { throw UnexpectedStep("not refused") }
    #expect(stub.bodies.filter { $0.contains(Marks.password) }.count == 1)
  }

  @Test func `An information page after the password is the end, with a session or without`() async throws {
    let session = PortalStub(
      .page(Pages.login()),
      .page(Pages.information, cookies: ["lemonldap=\(Marks.cookie); path=/"])
    )
    guard case .signedIn(let signedIn) = try await session.signIn() else {
      throw UnexpectedStep("not signed in")
    }
    #expect(signedIn.information == "The portal rests at night")
    guard case .refused(let refusal) = try await PortalStub(.page(Pages.login()), .page(Pages.information)).signIn()
    else { throw UnexpectedStep("not refused") }
    #expect(refusal.code == nil && refusal.text == "The portal rests at night")
  }

  @Test func `The proof of a browser is sent once`() async throws {
    let browser = try await trusted()
    // Asked for again after it, and asked for again after the password.
    for answers in [
      [Pages.check(action: "#"), Pages.check(action: "#")], [Pages.login(), Pages.check(), Pages.check()],
      [Pages.check(action: "#"), Pages.login(), Pages.check()],
    ] {
      let stub = PortalStub { _, number in .page(answers[min(number, answers.count - 1)]) }
      let error = await stub.failure(trusted: browser)
      #expect(error?.code == .unknownPage && error?.facts.step == "trusted browser")
      #expect(stub.bodies.filter { $0.contains("fg=TOTP_") }.count == 1)
      #expect(stub.bodies.filter { $0.contains(Marks.password) }.count <= 1)
    }
  }

  @Test func `A proof that nobody has is not made up`() async {
    let stub = PortalStub(.page(Pages.login()), .page(Pages.check()))
    let error = await stub.failure()
    #expect(error?.code == .unknownPage && error?.facts.step == "trusted browser")
    #expect(stub.bodies.count == 1)
  }

  @Test func `The cookie of a trusted browser goes along, no other of its session does`() async throws {
    let browser = try await trusted()
    let stub = PortalStub(.page(Pages.login()), .page(Pages.check()), .done)
    guard case .signedIn(let session) = try await stub.signIn(trusted: browser) else {
      throw UnexpectedStep("not signed in")
    }
    #expect(stub.asked[0].header("Cookie") == "llngconnection=\(Marks.trust)")
    #expect(session.trustedBrowser == browser && !session.lostTrust)
  }

  @Test func `The cookie of somebody else's browser stays at home`() async throws {
    let browser = try await trusted()
    let stub = PortalStub(.page(Pages.login()), .done)
    guard case .signedIn(let session) = try await stub.signIn(as: "max", trusted: browser) else {
      throw UnexpectedStep("not signed in")
    }
    #expect(stub.asked.allSatisfy { $0.header("Cookie") == nil })
    #expect(session.trustedBrowser == nil && session.lostTrust)

    let wrong = PortalStub(.page(Pages.login()), .page(Pages.login(5)))
    guard case .refused(let refusal) = try await wrong.signIn(as: "max", trusted: browser) else {
      throw UnexpectedStep("not refused")
    }
    #expect(!refusal.lostTrust, "it is still good for its owner")

    let asking = PortalStub(.page(Pages.check(action: "#")), .done)
    await #expect(throws: PortalError.self) { _ = try await asking.signIn(as: "max", trusted: browser) }
    #expect(asking.bodies.isEmpty)
  }

  @Test func `A browser is its owner's in any letters, and anybody's when it was stored without a name`() async throws {
    let browser = try await trusted()
    let encoded = try JSONEncoder().encode(browser)
    var json = try #require(JSONSerialization.jsonObject(with: encoded) as? [String: Any])
    #expect(json.removeValue(forKey: "username") as? String == "lou")
    let old = try JSONDecoder().decode(TrustedBrowser.self, from: JSONSerialization.data(withJSONObject: json))
    for (name, browser) in [("Lou", browser), ("max", old)] {
      let stub = PortalStub(.page(Pages.login()), .page(Pages.check()), .done)
      guard case .signedIn(let session) = try await stub.signIn(as: name, trusted: browser) else {
        throw UnexpectedStep("not signed in")
      }
      #expect(stub.asked[0].header("Cookie") == "llngconnection=\(Marks.trust)")
      #expect(!session.lostTrust)
    }
  }
}
