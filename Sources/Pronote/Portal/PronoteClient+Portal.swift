import AccountVault
import CAS
import PronoteWire
public import SchoolModel
import WebSession

extension PronoteClient {
  private static let maximumRedirects = 5

  /// Where the users of a school sign in. One request or two.
  ///
  /// A school that sends its users to a CAS server says so by a redirect of its page; one that leaves it to them says so in
  /// `infoMobileApp.json` (session document 13).
  ///
  /// - Throws: ``PronoteError``: `portalUnknown` when neither names a CAS server, with the page in the facts; whatever the
  ///   way to the school may bring.
  public func portalEntrance(of school: School, space: AccountSpace) async throws -> PortalEntrance {
    let step = "entrance"
    do {
      let browser = makeBrowser()
      let page = try school.address("\(space.rawValue).html")
      let response = try await outermost(page, with: browser)
      var facts = PronoteError.Facts(step: step, host: school.host, httpStatus: response.status)
      if response.isRedirect {
        let target = response.header("Location").flatMap { response.address.resolving($0) }
        if let target, let entrance = PortalEntrance(target, ofSchoolAt: page) { return entrance }
        facts.page = target.map { "a redirect to \($0.withoutQuery)" }
        throw PronoteError(.portalUnknown, "the school sends its users to a site that is no CAS server", facts: facts)
      }
      if PronoteError.isTelling(response.status) {
        throw PronoteError(ErrorPage(page: response.text), in: response, facts: facts)
      }
      let info = try await mobileInformation(of: school, with: browser)
      guard info?.casActif == true, let text = info?.casURL, let cas = PronoteClient.server(text) else {
        facts.page = HTMLPage(response.text).outline
        throw PronoteError(.portalUnknown, "the school names no portal", facts: facts)
      }
      return PortalEntrance(cas: cas, service: try ServiceURL(page.description))
    } catch {
      throw PronoteError.describing(error, step: step, host: school.host)
    }
  }

  /// The answer of a page, redirects within the school followed: the last one may lead out of it.
  private func outermost(_ page: WebAddress, with browser: Browser) async throws -> WebResponse {
    var address = page
    for _ in 0..<PronoteClient.maximumRedirects {
      let response = try await browser.send(.get(address))
      guard response.isRedirect, let next = response.header("Location").flatMap({ response.address.resolving($0) }),
        next.origin == page.origin, PortalEntrance(next, ofSchoolAt: page) == nil
      else { return response }
      address = next
    }
    throw WebError(.tooManyRedirects, "more than \(PronoteClient.maximumRedirects) redirects in a row", host: page.host)
  }

  /// A CAS server's address without a slash at its end; nil for one that tickets may not go to.
  private static func server(_ text: String) -> String? {
    guard let address = WebAddress(text)?.withoutQuery, address.isSecure || address.isLoopback else { return nil }
    var server = address.description
    if server.hasSuffix("/login") { server.removeLast("/login".count) }
    while server.hasSuffix("/") { server.removeLast() }
    return server
  }

  /// Fetches the page that a ticket opens, with what to sign in with in it. One request.
  func sessionPage(opening ticket: PortalTicket, with browser: Browser) async throws -> FetchedPage {
    let text = ticket.service.text
    guard let address = WebAddress(text + (text.contains("?") ? "&" : "?") + "ticket=" + ticket.ticket.text) else {
      throw PronoteError(.badAddress, "the service is no address")
    }
    let response: WebResponse
    do {
      response = try await browser.send(.get(address), redirects: .sameOrigin(maximum: PronoteClient.maximumRedirects))
    } catch let error as WebError where error.code == .redirectRefused {
      throw PronoteError(.portalRefused, "the school did not accept the portal's ticket", cause: error)
    }
    var facts = PronoteError.Facts(host: address.host, httpStatus: response.status)
    let fetched: FetchedPage
    do {
      fetched = try read(response, facts: facts)
    } catch var error as PronoteError where error.code == .serverError {
      error.code = .portalRefused
      error.message = "the school did not take the portal's word: " + error.message
      throw error
    }
    guard fetched.evidence.start.portalCredentials != nil else {
      facts.page = HTMLPage(response.text).outline
      throw PronoteError(.portalRefused, "the school's page came without the login for the portal's user", facts: facts)
    }
    return fetched
  }

  /// Signs in with a portal's ticket and asks for a pairing code at once: neither the portal nor its password is needed
  /// afterwards. Six requests and one login.
  func pairingCode(
    school: School,
    space: AccountSpace,
    credentials: Credentials,
    gate: RequestGate
  ) async throws -> PairingCode.Contents {
    let login = Login(client: self, school: school, space: space, credentials: credentials)
    switch try await counted(gate, at: school, { try await self.step(of: login) }) {
    case .needsSecondFactor(let factor):
      await factor.cancel()
      throw PronoteError(
        .needsSecondFactor,
        "the school wants more than the portal's word: \(factor.summary)",
        facts: .init(step: "Authentification", host: school.host)
      )
    case .signedIn(let session):
      let pin = try PairingPIN(PronoteClient.randomPIN())
      do {
        let contents = try await session.makePairingCode(pin: pin).contents(pin: pin)
        await session.signOut()
        return contents
      } catch {
        await session.signOut()
        throw error
      }
    }
  }

  private static func randomPIN() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }
}
