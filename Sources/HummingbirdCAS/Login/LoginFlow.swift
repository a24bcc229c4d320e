import CAS
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// From the first click to the session: what happens at the login path and at the callback.
struct LoginFlow: Sendable {
  let protection: CASProtection

  init(_ protection: CASProtection) {
    self.protection = protection
  }

  private var client: CASClient { protection.client }
  private var settings: CASSettings { protection.settings }

  /// `GET` of the login path.
  func start(_ request: Request) async throws -> Response {
    let wanted = protection.returnPath(request.uri.queryParameters["return"].map(String.init))
    let path = wanted ?? protection.defaultReturn
    if try await protection.identity(for: request) != nil {
      return .casRedirect(to: protection.address(path.text))
    }
    return try begin(returningTo: path, attempt: 0, silently: false, for: request)
  }

  /// Sends a browser to the CAS server.
  func begin(
    returningTo path: ReturnPath,
    attempt: Int,
    silently: Bool,
    for request: Request
  ) throws -> Response {
    var cookie = protection.cookies.loginCookie(in: request) ?? .init(browser: SessionID.random())
    let state = LoginState(
      startedAt: Int(protection.now().timeIntervalSince1970),
      attempt: attempt,
      isSilent: silently,
      returnPath: path
    )
    let text = state.text(sealedBy: seal(cookie.browser))
    cookie.state = settings.serviceCarriesState ? nil : text
    let service = try service(for: text)
    var response = Response.casRedirect(
      to: client.loginURL(for: service, renew: settings.renew && !silently, gateway: silently)
    )
    response.setCookie(protection.cookies.login(cookie))
    return response
  }

  /// `GET` of the callback: a ticket, or none after a silent question.
  func arrive(_ request: Request, _ logger: Logger) async throws -> Response {
    let cookie = protection.cookies.loginCookie(in: request)
    let carried = settings.serviceCarriesState ? request.uri.queryParameters["state"].map(String.init) : cookie?.state
    let text = carried ?? ""
    var arrival = Arrival(text: text, state: LoginState(reading: text), cookie: cookie)
    arrival.isGenuine = isGenuine(arrival)
    let ticket: CASTicket?
    do {
      ticket = try client.ticket(from: protection.address(request.pathAndQuery))
    } catch {
      return try refuse(arrival, request, .init(kind: .refused, serverText: error.message))
    }
    guard let ticket else { return try await arriveWithoutTicket(arrival, request) }
    guard arrival.isGenuine else {
      if try await protection.identity(for: request) != nil { return goOn(arrival) }
      return try refuse(arrival, request, .init(kind: arrival.cookie == nil ? .cookiesNeeded : .notStartedHere))
    }
    return try await validate(ticket, arrival, request, logger)
  }

  /// Whether a request at the callback ends a login, or, where both have one path, starts one.
  func isArrival(_ request: Request) -> Bool {
    let names = Set((request.uri.query ?? "").split(separator: "&").map { $0.prefix { $0 != "=" } })
    if names.contains("ticket") || names.contains("state") { return true }
    guard !settings.serviceCarriesState, let state = protection.cookies.loginCookie(in: request)?.state else {
      return false
    }
    return LoginState(reading: state)?.isSilent == true
  }

  // MARK: - Steps

  private struct Arrival {
    var text: String
    /// What the service URL says, proven only if ``isGenuine``.
    var state: LoginState?
    var cookie: CookieShelf.LoginCookie?
    var isGenuine = false
  }

  private func isGenuine(_ arrival: Arrival) -> Bool {
    guard let state = arrival.state, let cookie = arrival.cookie, seal(cookie.browser).isOn(arrival.text) else {
      return false
    }
    let age = protection.now().timeIntervalSince1970 - Double(state.startedAt)
    return age >= -1 && age < settings.loginLifetime / .seconds(1)
  }

  private func arriveWithoutTicket(_ arrival: Arrival, _ request: Request) async throws -> Response {
    if try await protection.identity(for: request) != nil { return goOn(arrival) }
    guard let state = arrival.state, state.isSilent else { return notice(.init(kind: .noTicket), arrival) }
    return goOnUnknown(arrival)
  }

  /// On to the page after a silent question that brought nobody; not to be asked again. A browser that keeps no cookies
  /// would be asked for ever.
  private func goOnUnknown(_ arrival: Arrival) -> Response {
    guard var cookie = arrival.cookie else { return notice(.init(kind: .cookiesNeeded), arrival) }
    cookie.hasTriedSilently = true
    cookie.state = nil
    var response = goOn(arrival)
    response.setCookie(protection.cookies.login(cookie))
    return response
  }

  private func validate(
    _ ticket: CASTicket,
    _ arrival: Arrival,
    _ request: Request,
    _ logger: Logger
  ) async throws -> Response {
    guard protection.validations.start(ticket.digest) else {
      return try refuse(arrival, request, .init(kind: .refused))
    }
    let outcome: Result<String, any Error>
    do {
      outcome = .success(try await signIn(ticket, service: try service(for: arrival.text), request))
    } catch {
      outcome = .failure(error)
    }
    let hasEnded = protection.validations.finish(ticket.digest)
    switch outcome {
    case .success(let id):
      if hasEnded {
        try await protection.sessions.close(id)
        return try refuse(arrival, request, .init(kind: .refused))
      }
      var response = goOn(arrival)
      response.setCookie(protection.cookies.session(id))
      response.setCookie(protection.cookies.endOfLogin())
      return response
    case .failure(let error as CASError) where LoginFlow.refusals.contains(error.code):
      logger.notice("a login was refused: \(error)")
      var reason = SealedNotice(kind: .refused, serverCode: error.serverCode)
      reason.serverText = error.serverText?.replacing(ticket.text, with: "…")
      return try refuse(arrival, request, reason)
    case .failure(let error as CASError):
      logger.error("a login could not be validated: \(error)")
      return notice(.init(kind: .unavailable, error: error.code.rawValue), arrival)
    case .failure(let error): throw error
    }
  }

  /// Validates a ticket, ends the session that the browser had, and opens a new one. Returns its id.
  private func signIn(_ ticket: CASTicket, service: ServiceURL, _ request: Request) async throws -> String {
    let delivers = settings.proxyGrantingTickets != nil
    let authentication = try await client.validate(
      ticket,
      for: service,
      renew: settings.renew,
      proxyCallback: delivers ? protection.address(settings.paths.proxyCallback) : nil
    )
    var granting: ProxyGrantingTicket?
    if let iou = authentication.proxyGrantingTicketIOU { granting = try await settings.proxyGrantingTickets?.take(iou) }
    let identity = CASIdentity(
      user: authentication.user,
      attributes: authentication.attributes,
      proxies: authentication.proxies,
      signedInAt: protection.now(),
      authenticationDate: authentication.authenticationDate,
      isFromNewLogin: authentication.isFromNewLogin,
      proxyGrantingTicket: granting
    )
    if let old = protection.cookies.sessionID(in: request) { try await protection.sessions.close(old) }
    return try await protection.sessions.open(identity, ticketDigest: ticket.digest)
  }

  /// What is wrong with the ticket, as against what is wrong with the server.
  private static let refusals: Set<CASError.Code> = [.refused, .malformedTicket, .proxyNotAllowed]

  /// Starts anew after the first refused ticket, and shows what happened after the second in a row.
  private func refuse(_ arrival: Arrival, _ request: Request, _ reason: SealedNotice) throws -> Response {
    if arrival.state?.isSilent == true { return goOnUnknown(arrival) }
    // The count comes from a text that anybody may have written. All that a lie achieves is a page.
    // Without any, a browser that keeps no cookies would go round for ever.
    let attempt = arrival.state?.attempt ?? (settings.serviceCarriesState ? 0 : 1)
    guard attempt == 0 else { return notice(reason, arrival) }
    return try begin(
      returningTo: protection.returnPath(arrival.state?.returnPath.text) ?? protection.defaultReturn,
      attempt: attempt + 1,
      silently: false,
      for: request
    )
  }

  /// On to the page that the login was for, without the ticket in the address.
  private func goOn(_ arrival: Arrival) -> Response {
    let path = protection.returnPath(arrival.state?.returnPath.text) ?? protection.defaultReturn
    return .casRedirect(to: protection.address(path.text))
  }

  /// Sends the browser to the notice's own address.
  private func notice(_ notice: SealedNotice, _ arrival: Arrival) -> Response {
    var notice = notice
    notice.returnPath = arrival.state?.returnPath.text
    guard let text = notice.text(sealedBy: noticeSeal) else { return protection.answer(notice.notice) }
    return .casRedirect(to: protection.address(settings.paths.callback) + "?notice=" + text)
  }

  /// `GET` of a notice's address.
  func tell(_ text: String) -> Response {
    guard let sealed = SealedNotice.read(text, sealedBy: noticeSeal) else {
      return .casRedirect(to: protection.signInURL())
    }
    var notice = sealed.notice
    notice.signIn = protection.signInURL(returningTo: protection.returnPath(sealed.returnPath)?.text)
    return protection.answer(notice)
  }

  /// Not bound to a browser: one that keeps no cookies has to be told so.
  private var noticeSeal: LoginState.Seal { seal("notice") }

  private func service(for state: String) throws -> ServiceURL {
    try client.service(
      settings.paths.callback,
      query: settings.serviceCarriesState ? [(name: "state", value: state)] : []
    )
  }

  private func seal(_ browser: String) -> LoginState.Seal {
    .init(secret: settings.secret, base: client.configuration.serviceBase, browser: browser)
  }
}
