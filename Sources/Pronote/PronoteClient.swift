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

    /// The largest answer that is read, in bytes. 64 MB unless set.
    public var maximumAnswerBytes = 64 << 20

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
  /// - Throws: ``PronoteError``: `wrongCredentials`, `accountDisabled`, `notAuthorised`, `portalRequired`,
  ///   `rateLimited` or `suspended` with `retryAfter`, and whatever the way to the school may bring.
  public func signIn(school: School, space: AccountSpace, credentials: Credentials) async throws -> LoginStep {
    let login = Login(client: self, school: school, space: space, credentials: credentials)
    switch try await login.run() {
    case .finished(let connection, let outcome):
      return .signedIn(PronoteSession(login: login, connection: connection, outcome: outcome))
    case .secondFactor(let actions):
      return .needsSecondFactor(SecondFactor(actions: actions.map(SecondFactor.Action.init(rawValue:))))
    }
  }

  func makeBrowser() -> Browser {
    Browser(transport: transport, userAgent: configuration.userAgent, limits: configuration.limits)
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
