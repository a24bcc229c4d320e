import Foundation

/// Everything that the CAS issuer remembers. Being an actor, it lets nobody spend a ticket twice.
actor CASIssuer {
  /// How long a service or proxy ticket is good, in seconds.
  static let ticketLife: TimeInterval = 10
  /// How long a browser stays signed in, in seconds.
  static let sessionLife: TimeInterval = 8 * 3600
  /// How many proxy-granting tickets a session can have; more make the oldest die.
  private static let maximumProxyGrants = 200

  private let now: @Sendable () -> Date
  private var tokens = CASLoginTokens()
  private var throttle = CASThrottle()
  private var sessions: [CASSession.ID: CASSession] = [:]
  private var grants: [String: CASGrant] = [:]
  private var proxyGrants: [String: CASProxyGrant] = [:]
  /// The proxy-granting tickets of a session, the oldest first.
  private var proxyGrantOrder: [CASSession.ID: [String]] = [:]

  /// When what is too old was dropped last.
  private var swept: Date?

  init(now: @escaping @Sendable () -> Date) {
    self.now = now
  }

  // MARK: - Forms

  /// A one-time token for a form.
  func loginToken() -> String { tokens.make(now: now()) }

  /// Whether a form with this token may be accepted. Asking spends the token.
  func spendLoginToken(_ token: String?) -> Bool {
    token.map { tokens.spend($0, now: now()) } ?? false
  }

  /// Whether a password for this name is looked at. Counts as a failure until ``succeed(_:)``.
  func mayTry(_ username: String) -> Bool { throttle.mayTry(username, now: now()) }

  /// Notes that the password was right.
  func succeed(_ username: String) { throttle.succeed(username) }

  // MARK: - Sessions

  /// The session with an id, while it lasts.
  func session(_ id: CASSession.ID?) -> CASSession? {
    guard let id, let session = sessions[id] else { return nil }
    if now().timeIntervalSince(session.authenticated) < CASIssuer.sessionLife { return session }
    forget(id)
    return nil
  }

  /// Starts a session with an id of its own, and ends the one that the browser had.
  ///
  /// A user who gives the password again keeps the services; those of another user are to be told.
  ///
  /// - Returns: the session, and the services whose user is gone.
  func open(
    _ account: AccountRecord,
    warns: Bool,
    replacing old: CASSession.ID?
  ) -> (session: CASSession, ended: [CASVisit]) {
    dropOld()
    let previous = session(old)
    if let previous { forget(previous.id) }
    let isSame = previous?.owner.account == account.key
    let session = CASSession(
      owner: CASSession.Owner(account),
      authenticated: now(),
      warns: warns,
      visits: isSame ? previous?.visits ?? [] : []
    )
    sessions[session.id] = session
    return (session, isSame ? [] : previous?.visits ?? [])
  }

  /// Starts a session for a browser of the portal, which has a cookie of its own.
  func open(_ owner: CASSession.Owner) -> CASSession {
    dropOld()
    let session = CASSession(owner: owner, authenticated: now(), warns: false)
    sessions[session.id] = session
    return session
  }

  /// Ends a session with all its tickets.
  ///
  /// - Returns: the services that are to be told.
  func close(_ id: CASSession.ID?) -> [CASVisit] {
    guard let session = session(id) else { return [] }
    forget(session.id)
    return session.visits
  }

  private func forget(_ id: CASSession.ID) {
    sessions[id] = nil
    grants = grants.filter { $0.value.session != id }
    for ticket in proxyGrantOrder.removeValue(forKey: id) ?? [] { proxyGrants[ticket] = nil }
  }

  /// Drops what is too old, once a second at most.
  private func dropOld() {
    let time = now()
    if let swept, (0..<1).contains(time.timeIntervalSince(swept)) { return }
    swept = time
    grants = grants.filter { time.timeIntervalSince($0.value.issued) < CASIssuer.ticketLife }
    for session in sessions.values
    where time.timeIntervalSince(session.authenticated) >= CASIssuer.sessionLife {
      forget(session.id)
    }
  }

  // MARK: - Tickets

  /// A ticket for a service; nil when the session is over.
  func serviceTicket(for service: String, in id: CASSession.ID, isFromNewLogin: Bool) -> String? {
    guard let session = session(id) else { return nil }
    let ticket = CASTicket.service.make()
    grant(ticket, for: service, in: session, isFromNewLogin: isFromNewLogin, proxies: nil)
    return ticket
  }

  /// A proxy ticket for a service.
  ///
  /// - Throws: ``CASFailure`` with code `INVALID_TICKET`.
  func proxyTicket(for service: String, from proxyGrantingTicket: String) throws(CASFailure) -> String {
    guard let grant = proxyGrants[proxyGrantingTicket], let session = session(grant.session) else {
      throw CASFailure(.invalidTicket, "The proxy-granting ticket is not known.")
    }
    let ticket = CASTicket.proxy.make()
    self.grant(ticket, for: service, in: session, isFromNewLogin: false, proxies: grant.chain)
    return ticket
  }

  private func grant(
    _ ticket: String,
    for service: String,
    in session: CASSession,
    isFromNewLogin: Bool,
    proxies: [String]?
  ) {
    dropOld()
    grants[ticket] = CASGrant(
      service: service,
      session: session.id,
      isFromNewLogin: isFromNewLogin,
      proxies: proxies,
      issued: now()
    )
  }

  /// Spends a ticket, whether it turns out to be good or not.
  ///
  /// - Returns: what it stood for, and the session that it came from.
  /// - Throws: ``CASFailure``.
  func spend(
    _ ticket: String,
    for service: String,
    acceptsProxyTickets: Bool,
    renews: Bool
  ) throws(CASFailure) -> (grant: CASGrant, session: CASSession) {
    guard let grant = grants.removeValue(forKey: ticket),
      now().timeIntervalSince(grant.issued) < CASIssuer.ticketLife, let session = session(grant.session)
    else { throw CASFailure(.invalidTicket, "The ticket is not known: it is wrong, too old, or was used before.") }
    guard grant.proxies == nil || acceptsProxyTickets else {
      throw CASFailure(.invalidTicketSpec, "Proxy tickets are accepted at proxyValidate only.")
    }
    guard grant.service.utf8.elementsEqual(service.utf8) else {
      throw CASFailure(.invalidService, "The ticket was made for another service.")
    }
    guard !renews || grant.isFromNewLogin else {
      throw CASFailure(.invalidTicket, "No password was given for this ticket, and renew asks for one.")
    }
    sessions[session.id]?.note(CASVisit(service: service, ticket: ticket))
    return (grant, session)
  }

  /// Spends a ticket that came in a request without a service.
  func discard(_ ticket: String) {
    grants[ticket] = nil
  }

  /// Keeps a proxy-granting ticket that was delivered.
  ///
  /// - Returns: false when the session ended meanwhile.
  func keep(_ proxyGrantingTicket: String, for grant: CASGrant, callback: String) -> Bool {
    guard session(grant.session) != nil else { return false }
    proxyGrants[proxyGrantingTicket] = CASProxyGrant(
      session: grant.session,
      chain: [callback] + (grant.proxies ?? [])
    )
    proxyGrantOrder[grant.session, default: []].append(proxyGrantingTicket)
    if let order = proxyGrantOrder[grant.session], order.count > CASIssuer.maximumProxyGrants {
      proxyGrants[order[0]] = nil
      proxyGrantOrder[grant.session]?.removeFirst()
    }
    return true
  }
}
