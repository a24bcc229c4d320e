import Foundation
import PronoteWire

/// Everything that the portal remembers. Being an actor, it lets nobody spend a token twice.
actor PortalState {
  /// How long a request to the CAS issuer is remembered, in seconds.
  static let requestSeconds = 120
  /// How long a page that asks for a newer login is good, in seconds.
  private static let renewalSeconds = 600

  private let now: @Sendable () -> Date
  private let settings: PortalSettings
  private let issuer: CASIssuer
  private var tokens = PortalTokens()
  private var history = PortalHistory()
  private var sessions: [String: PortalSession] = [:]
  /// Sessions whose user has a notice to accept, by what the cookie holds meanwhile.
  private var withheld: [String: (session: PortalSession, address: String?)] = [:]
  private var registrations: [String: PortalRegistration] = [:]
  /// Who accepted the notice.
  private var informed: Set<String> = []

  init(school: School) {
    now = school.configuration.now
    settings = school.configuration.portal
    issuer = school.casIssuer
  }

  // MARK: - Tokens

  func token(_ purpose: PortalPurpose) -> String {
    let seconds =
      switch purpose {
      case .request: PortalState.requestSeconds
      case .renewal: PortalState.renewalSeconds
      default: settings.formSeconds
      }
    return tokens.make(purpose, seconds: seconds, now: now())
  }

  /// What a token is good for. Asking spends it, unless it is kept.
  func purpose(of token: String, keeping: Bool = false) -> PortalPurpose? {
    tokens.purpose(of: token, keeping: keeping, now: now())
  }

  func update(_ token: String, _ purpose: PortalPurpose) { tokens.update(token, purpose) }

  // MARK: - Failures

  func fail(_ user: PortalUser) { history.fail(user.name, now: now()) }

  /// How many seconds a user has to wait still; nil when there is no need to.
  func wait(_ user: PortalUser) -> Int? { history.wait(user.name, lockSeconds: settings.lockSeconds, now: now()) }

  func logins(of user: PortalUser) -> (successes: [Date], failures: [Date]) { history.logins(of: user.name) }

  // MARK: - Sessions

  /// Opens a session, which ``session(_:)`` knows unless its user has a notice to accept first.
  ///
  /// - Returns: what the cookie has to hold, and whether that is the session.
  func open(_ attempt: PortalAttempt) async -> (cookie: String, isWithheld: Bool, session: PortalSession) {
    let user = attempt.user
    history.succeed(user.name, now: now())
    let cas = await issuer.open(CASSession.Owner(user))
    let session = PortalSession(user: user, cas: cas.id, registration: attempt.registration)
    guard user.hasNotice, !informed.contains(user.name) else {
      sessions[session.id] = session
      return (session.id, false, session)
    }
    let cookie = PortalState.sealed()
    withheld[cookie] = (session, attempt.address)
    return (cookie, true, session)
  }

  /// As long as the sealed id of a real portal.
  private static func sealed() -> String { Data(RandomBytes.make(112)).base64EncodedString() }

  /// Another cookie for a session that is withheld still.
  func seal(_ cookie: String) -> String? {
    guard let entry = withheld.removeValue(forKey: cookie) else { return nil }
    let next = PortalState.sealed()
    withheld[next] = entry
    return next
  }

  /// The session of a cookie, while it lasts.
  func session(_ id: String?) async -> PortalSession? {
    guard let id, let session = sessions[id] else { return nil }
    if await issuer.session(session.cas) != nil { return session }
    sessions[id] = nil
    return nil
  }

  /// The CAS session behind a session.
  func casSession(of session: PortalSession) async -> CASSession? { await issuer.session(session.cas) }

  /// Notes that a notice was accepted.
  func accept(_ cookie: String) -> (session: PortalSession, address: String?)? {
    guard let entry = withheld.removeValue(forKey: cookie) else { return nil }
    informed.insert(entry.session.user.name)
    sessions[entry.session.id] = entry.session
    return entry
  }

  /// Who has a notice to accept.
  func withheldUser(_ cookie: String) -> PortalUser? { withheld[cookie]?.session.user }

  /// Ends a session that was withheld.
  func abandon(_ cookie: String) async {
    if let entry = withheld.removeValue(forKey: cookie) { _ = await issuer.close(entry.session.cas) }
  }

  /// Ends a session, and forgets that its browser was known when the user says so.
  ///
  /// - Returns: the services that are to be told.
  func close(_ session: PortalSession, forgettingBrowser: Bool) async -> [CASVisit] {
    sessions[session.id] = nil
    if forgettingBrowser, let registration = session.registration { registrations[registration] = nil }
    return await issuer.close(session.cas)
  }

  // MARK: - Known browsers

  /// Registers a browser.
  ///
  /// - Returns: what its cookie has to hold.
  func register(_ user: PortalUser, _ proof: PortalRegistration.Proof) -> String {
    let id = Hex.encode(RandomBytes.make(32))
    let expiry = now().addingTimeInterval(PortalRegistration.life)
    registrations[id] = PortalRegistration(user: user.name, proof: proof, expiry: expiry)
    return id
  }

  /// The registration of a browser, while it lasts.
  func registration(_ id: String) -> PortalRegistration? {
    guard let registration = registrations[id], registration.expiry > now() else {
      registrations[id] = nil
      return nil
    }
    return registration
  }

  func forget(_ registration: String) { registrations[registration] = nil }
}
