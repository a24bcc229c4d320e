package import Foundation
public import WebSession

/// A LemonLDAP::NG portal, and signing in to it without a browser.
///
/// ```swift
/// let portal = try LemonLDAPPortal(url: "https://auth.example.org/", transport: transport)
/// var step = try await portal.signIn(username: "lou", password: Secret("…"))
/// if case .secondFactor(let factor) = step { step = try await factor.answer(generator) }
/// guard case .signedIn(let session) = step else { return }
/// let ticket = try await session.serviceTicket(for: ServiceURL("https://app.example.org/login"))
/// ```
///
/// Reads every form instead of assuming it, sends all hidden fields back, follows no redirect behind a password, and sends
/// a password to the portal's own origin only. Knows the releases 2.16 to 2.21 (sso document part c).
public struct LemonLDAPPortal: Sendable {
  /// How a portal is talked to.
  public struct Configuration: Sendable {
    /// The name of the portal's session cookie, which administrators can change.
    public var sessionCookie = "lemonldap"
    /// The name of the cookie of trusted browsers.
    public var trustedBrowserCookie = "llngconnection"
    /// How long one request may take.
    public var deadline: Duration = .seconds(30)
    /// The longest page that is read, in bytes.
    public var maximumPageBytes = 2 << 20
    /// The user agent of all requests.
    public var userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 Trousse/0.1"

    package var now: @Sendable () -> Date = { Date() }

    /// The usual settings.
    public init() {}
  }

  /// The portal's address, with a slash at its end.
  public let address: WebAddress
  /// How it is talked to.
  public let configuration: Configuration
  let transport: any Transport

  /// How often the sign-in page is asked for when something else comes first.
  private static let maximumPages = 5

  /// A portal.
  ///
  /// - Throws: ``PortalError`` with code `badAddress`: no address, or `http` anywhere but on this machine.
  public init(
    url: String,
    transport: any Transport,
    configuration: Configuration = Configuration()
  ) throws(PortalError) {
    guard let address = WebAddress(url.trimmingCharacters(in: .whitespacesAndNewlines))?.withoutQuery else {
      throw PortalError(.badAddress, "this is no http or https address")
    }
    guard address.isSecure || address.isLoopback else {
      throw PortalError(.badAddress, "\(address.origin) has to be https: a password goes there")
    }
    self.address = address.path.hasSuffix("/") ? address : WebAddress("\(address)/") ?? address
    self.configuration = configuration
    self.transport = transport
  }

  /// The portal of the University of Limoges, `https://cas.unilim.fr/`.
  public static func limoges(transport: any Transport) throws(PortalError) -> LemonLDAPPortal {
    try LemonLDAPPortal(url: "https://cas.unilim.fr/", transport: transport)
  }

  /// Signs in. Two requests; three with a trusted browser; up to four more where pages of information come first.
  ///
  /// User name and password are sent once, or not at all where a trusted browser stands in for them.
  ///
  /// - Parameters:
  ///   - username: the name as the portal knows it.
  ///   - password: the password. It is kept nowhere.
  ///   - isRemembering: whether the portal is asked to remember this browser, which it may offer after the factor.
  ///   - trusted: what an earlier session kept, in place of a second factor. That of another user is not sent.
  /// - Throws: ``PortalError`` when there is no answer, or none that is a step of a sign-in.
  public func signIn(
    username: String,
    password: Secret<String>,
    remembering isRemembering: Bool = false,
    trusted: TrustedBrowser? = nil
  ) async throws -> PortalStep {
    var exchange = SignInExchange(portal: self, state: SignInState(username: username))
    exchange.state.isRemembering = isRemembering
    exchange.state.trusted = trusted
    if let trusted, trusted.belongs(to: username) { exchange.state.cookies = trusted.cookies }
    var page = try await exchange.fetchSignInPage(pages: LemonLDAPPortal.maximumPages)
    var step = "sign-in page"
    if case .browserCheck(let form, _) = page.kind {
      page = try await exchange.prove(form, page)
      step = "trusted browser"
    }
    guard case .login(let form) = page.kind else { return try await exchange.advance(page, step: step) }
    return try await exchange.send(
      form.form.request(filling: [(form.username, username), (form.password, password.reveal())] + exchange.wish),
      step: "password"
    )
  }

  /// Goes on with a sign-in that was stored. No request.
  ///
  /// The portal's form may have become too old meanwhile: the next call says so, by code 82.
  ///
  /// - Throws: ``PortalError`` with code `badState` for one at another portal.
  public func resume(_ pending: PendingSignIn) throws(PortalError) -> PortalStep {
    guard pending.portal == address.description else {
      throw PortalError(.badState, "this sign-in was begun at another portal")
    }
    return pending.step(at: self)
  }

  /// A session that was stored. No request: ``PortalSession/isAlive()`` asks whether the portal still knows it.
  ///
  /// - Throws: ``PortalError`` with code `badState` for one of another portal.
  public func session(_ stored: StoredPortalSession) throws(PortalError) -> PortalSession {
    guard stored.portal == address.description else {
      throw PortalError(.badState, "this is a session of another portal")
    }
    return PortalSession(
      portal: self,
      username: stored.username,
      trustedBrowser: nil,
      lostTrust: false,
      information: nil,
      clockDrift: nil,
      cookies: stored.cookies
    )
  }

  // MARK: - Browsing

  func makeBrowser(cookies: CookieJar) -> Browser {
    Browser(
      transport: transport,
      userAgent: configuration.userAgent,
      limits: WebLimits(deadline: configuration.deadline, maximumBodyBytes: configuration.maximumPageBytes),
      cookies: cookies,
      now: { [now = configuration.now] in Int64(now().timeIntervalSince1970) }
    )
  }

  /// The session cookie in a jar.
  package func sessionCookie(in cookies: CookieJar) -> Secret<String>? {
    cookies.value(
      of: configuration.sessionCookie,
      for: address,
      now: Int64(configuration.now().timeIntervalSince1970)
    )
  }
}

extension SignInExchange {
  /// The page to sign in on. Information pages may come first: they are asked past, a few times.
  fileprivate mutating func fetchSignInPage(pages: Int) async throws -> PortalPage {
    let step = "sign-in page"
    var last: PortalPage?
    for _ in 0..<pages {
      let page = try await fetch(.get(portal.address), step: step, redirects: .sameOrigin(maximum: 5))
      switch page.kind {
      case .login, .browserCheck: return page
      case .information: last = page
      case .foreignForm, .redirect, .choice, .code, .registration, .notice, .renewal, .confirmation, .other:
        if case .foreignForm = page.kind { return page }
        // "Nobody is signed in" is no refusal: there just is no form.
        if let code = page.code, code != .firstAccess { return page }
        throw PortalError(.unknownPage, "the page has no form to sign in with", facts: facts(step, page))
      }
    }
    throw PortalError(.unknownPage, "\(pages) times another page came first", facts: facts(step, last))
  }
}
