package import Foundation
import PronoteWire
public import SchoolModel
public import WebSession

/// Signs in to schools.
///
/// ```swift
/// try await AsyncHTTPTransport.withTransport { transport in
///   let client = PronoteClient(transport: transport)
///   let school = try School(url: "https://0310047h.index-education.net/pronote/eleve.html")
///   let credentials = Credentials.password(username: "lou", password: Secret("…"))
///   guard case .signedIn(let session) = try await client.signIn(
///     school: school, space: .student, credentials: credentials)
///   else { return }
///   let week = try await session.timetable(for: session.students[0], in: monday...friday)
///   await session.signOut()
/// }
/// ```
public struct PronoteClient: Sendable {
  /// How calls behave.
  public struct Configuration: Sendable {
    /// How long one call may take, waiting for its turn not included. 30 seconds unless set.
    public var deadline: Duration = .seconds(30)

    /// How often a call is posted again after a network failure. The official client does it up to 20 times.
    public var replays = 3

    /// How long to wait before posting again. The official client waits 3 seconds.
    public var replaySpacing: Duration = .seconds(3)

    /// Whether a session that expired is renewed, once, by signing in again. Off unless set: it costs five requests,
    /// counts as a login at the school, and keeps the credentials in memory.
    public var renewsExpiredSessions = false

    /// The user agent of all requests of a session. Servers refuse old and unknown ones.
    public var userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 Trousse/0.1"

    /// The user agent of sessions that sign in as an app does, with a pairing code or a token. Mobile pages accept
    /// what holds "PRONOTE Mobile APP" (session document 2.3).
    public var appUserAgent =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
      + "Mobile/15E148 PRONOTE Mobile APP Version/2.0.11 Trousse/0.1"

    /// The largest answer that is read, in bytes. 64 MB unless set.
    public var maximumAnswerBytes = 64 << 20

    package var date: @Sendable () -> Date = { Date() }
    package var now: @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now }
    package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    package var randomBytes: @Sendable (Int) -> [UInt8] = { count in
      // Eight bytes a draw: each one is a call of the system.
      var generator = SystemRandomNumberGenerator()
      let words = (0..<(count + 7) / 8).map { _ in generator.next() as UInt64 }
      return words.flatMap { word in withUnsafeBytes(of: word) { Array($0) } }.prefix(count).map { $0 }
    }

    /// The defaults.
    public init() {}

    var limits: WebLimits {
      var limits = WebLimits()
      limits.deadline = deadline
      limits.maximumBodyBytes = maximumAnswerBytes
      return limits
    }
  }

  let transport: any Transport
  let configuration: Configuration

  /// A client over a transport.
  public init(transport: any Transport, configuration: Configuration = Configuration()) {
    self.transport = transport
    self.configuration = configuration
  }

  /// What the school tells without a login: name, version, spaces, central sign-in. One request; two when the school
  /// has no `infoMobileApp.json`.
  ///
  /// - Throws: ``PronoteError``: `notPronote`, `unavailable`, `busy`, `suspended`, `unreachable`, `timedOut`, ….
  public func describe(_ school: School) async throws -> SchoolDescription {
    let browser = makeBrowser()
    do {
      if let info = try await mobileInformation(of: school, with: browser) { return SchoolDescription(info) }
      let page = try await sessionPage(of: school, space: school.space ?? .student, with: browser)
      let conclusion = page.evidence.conclusion
      return SchoolDescription(
        name: nil,
        version: page.evidence.version?.description,
        dialect: conclusion.profile.dialect.rawValue,
        isNewerThanKnown: page.evidence.version.map(WireProfile.isNewerThanKnown) ?? false,
        spaces: [],
        centralSignIn: nil
      )
    } catch {
      throw PronoteError.describing(error, step: "school information", host: school.host)
    }
  }

  /// Signs in. Five requests: the session page and four calls.
  ///
  /// - Parameters:
  ///   - browserIdentity: what an earlier session of this account gave (``PronoteSession/browserIdentity``), so that
  ///     the server recognises the browser and asks for no second factor.
  ///   - keep: gets the app token of a login that brings one. It has to be stored for good when the call returns:
  ///     the credentials that were used are spent by then. ``openSession(of:in:isFresh:isUnattended:)`` does all of this.
  /// - Throws: ``PronoteError``: `wrongCredentials`, `pairingRefused`, `accountDisabled`, `notAuthorised`,
  ///   `portalRequired`, `rateLimited` or `suspended` with `retryAfter`, whatever the way to the school may bring, and
  ///   what `keep` throws.
  public func signIn(
    school: School,
    space: AccountSpace,
    credentials: Credentials,
    browserIdentity: String? = nil,
    keep: @escaping TokenKeeper = { _ in }
  ) async throws -> LoginStep {
    var login = Login(client: self, school: school, space: space, credentials: credentials)
    login.browserIdentity = browserIdentity
    login.keep = keep
    return try await step(of: login)
  }

  /// Runs a login, as what the caller gets to see.
  func step(of login: Login) async throws -> LoginStep {
    switch try await login.run() {
    case .finished(let connection, let outcome):
      .signedIn(try await PronoteSession.open(login: login, connection: connection, outcome: outcome))
    case .secondFactor(let pending):
      .needsSecondFactor(SecondFactor(login: pending))
    }
  }

  func makeBrowser(isApp: Bool = false) -> Browser {
    makeBrowser(userAgent: isApp ? configuration.appUserAgent : configuration.userAgent)
  }

  func makeBrowser(userAgent: String, cookies: CookieJar = CookieJar()) -> Browser {
    Browser(transport: transport, userAgent: userAgent, limits: configuration.limits, cookies: cookies)
  }

  /// `infoMobileApp.json`; nil when the school has none.
  func mobileInformation(of school: School, with browser: Browser) async throws -> InfoMobileApp? {
    let response = try await browser.send(
      .get(try school.address(InfoMobileApp.path)),
      redirects: .sameOrigin(maximum: 3)
    )
    guard response.status == 200, let document = try? JSONDocument(response.body) else { return nil }
    return try? InfoMobileApp(document.root)
  }
}
