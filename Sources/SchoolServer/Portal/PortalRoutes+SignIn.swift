import Foundation
import Hummingbird
import PronoteWire
import WebSession

extension PortalRoutes {
  /// `/`, and every path that is nothing else: the menu, or the login form.
  func showPortal(_ exchange: inout PortalExchange) async throws -> Response {
    if exchange.has("logout") { return await signOut(&exchange) }
    if exchange["cancel"] != nil, !exchange.isPost { return redirect(to: portal) }
    guard let session = exchange.session else { return try await signIn(&exchange) }
    if let code = control(&exchange) { return await refuse(code, exchange) }
    if let address = exchange.address {
      exchange.memory.keepRequestOnly()
      return redirect(to: address)
    }
    if exchange.wantsJSON { return json(["error": "0", "result": 1]) }
    return page(await menu(session.user))
  }

  private func menu(_ user: PortalUser) async -> CASPage {
    let school = school.origins.school.map { "\($0)/pronote/eleve.html" }
    return pages.menu(
      user: user.name,
      applications: school.map { [("PRONOTE", $0)] } ?? [],
      logins: await state.logins(of: user)
    )
  }

  private func signOut(_ exchange: inout PortalExchange) async -> Response {
    exchange.memory = PortalMemory()
    if let session = exchange.session {
      await cas.channel.end(await state.close(session, forgettingBrowser: true), now: now)
      exchange.removeBrowser()
    }
    exchange.removeSession()
    return exchange.wantsJSON ? json(["result": 1, "error": number(.loggedOut)]) : page(pages.notice(of: .loggedOut))
  }

  /// Reads where the browser wants to go afterwards (field `url`).
  ///
  /// - Returns: what is wrong with it; nil when nothing is.
  func control(_ exchange: inout PortalExchange) -> PortalCode? {
    guard let text = exchange["url"] ?? exchange.memory.address else { return nil }
    exchange.memory.address = nil
    guard let bytes = Data(base64Encoded: text), let address = String(validating: bytes, as: UTF8.self),
      CASServices.address(address) != nil
    else { return .badURL }
    guard isTrusted(address) else { return .unprotectedURL }
    exchange.address = address
    exchange.memory.address = text
    return nil
  }

  /// Whether browsers may be sent there: to the portal, to the school, or to a declared service.
  private func isTrusted(_ address: String) -> Bool { address.hasPrefix(portal) || accepts(address) }

  // MARK: - The password

  /// The login form, or what becomes of it.
  ///
  /// - Parameter request: the request to the CAS issuer that is answered at once when nothing else is asked for.
  func signIn(_ exchange: inout PortalExchange, answering request: CASRequest? = nil) async throws -> Response {
    if let code = control(&exchange) { return await refuse(code, exchange) }
    if let known = try await recognize(&exchange, answering: request) { return known }
    let username = exchange["user"]
    if let username, username.wholeMatch(of: /[A-Za-z0-9_.@-]+/) == nil {
      return await refuse(.malformedUser, exchange)
    }
    guard exchange.isPost, exchange.has("user") else { return await welcome(&exchange) }
    guard let username, let password = exchange["password"] else {
      return await refuse(.formEmpty, exchange, username: username)
    }
    guard let token = exchange["token"] else { return await refuse(.noToken, exchange, username: username) }
    guard case .login = await state.purpose(of: token) else {
      return await refuse(.tokenExpired, exchange, username: username)
    }
    guard let user = try users.user(named: username) else {
      return await refuse(.badCredentials, exchange, username: username)
    }
    // Whoever has to wait has to with the right password, too.
    if let seconds = await state.wait(user) { return refuseWithoutForm(.wait, exchange, seconds: seconds) }
    guard user.password == password else {
      await state.fail(user)
      return await refuse(.badCredentials, exchange, username: username)
    }
    if let refusal = await refuse(user, exchange) { return refusal }
    let attempt = attempt(of: user, exchange)
    if let challenge = await challenge(attempt, &exchange) { return challenge }
    if !user.factors.isEmpty { return try await askForFactor(attempt, exchange) }
    return try await finish(attempt, &exchange, answering: request)
  }

  /// The answer to whom the administrator does not let in; nil for everybody else.
  func refuse(_ user: PortalUser, _ exchange: PortalExchange) async -> Response? {
    switch user.admission {
    case .granted: nil
    case .refused: await refuse(.sessionNotGranted, exchange, username: user.name)
    case .closed(let message): close(message, exchange)
    }
  }

  /// A sign-in of somebody whose password, or whose browser, is right.
  func attempt(of user: PortalUser, _ exchange: PortalExchange) -> PortalAttempt {
    PortalAttempt(user: user, address: exchange.address, retries: school.configuration.portal.retries)
  }

  /// The login form for those who have not sent it.
  private func welcome(_ exchange: inout PortalExchange) async -> Response {
    guard exchange.cookies[PortalExchange.sessionCookie] != nil else { return await refuse(.firstAccess, exchange) }
    exchange.removeSession()
    return await refuse(.sessionExpired, exchange)
  }

  private func close(_ message: String, _ exchange: PortalExchange) -> Response {
    if exchange.wantsJSON { return refuseWithoutForm(.sessionNotGranted, exchange) }
    return page(
      pages.information(
        [MarkupElement("h3", [("trspan", message)], text: message)],
        address: exchange.address ?? portal,
        keepsSkin: false
      )
    )
  }

  // MARK: - The session

  /// What comes after everything that the user was asked for: the registration of the browser, if it is wanted, and
  /// the session.
  func finish(
    _ attempt: PortalAttempt,
    _ exchange: inout PortalExchange,
    answering request: CASRequest? = nil
  ) async throws -> Response {
    if exchange["stayconnected"] != nil, attempt.registration == nil {
      return await offerRegistration(attempt, exchange)
    }
    return try await openSession(attempt, &exchange, answering: request)
  }

  func openSession(
    _ attempt: PortalAttempt,
    _ exchange: inout PortalExchange,
    answering request: CASRequest? = nil
  ) async throws -> Response {
    let opened = await state.open(attempt)
    exchange.setSession(opened.cookie)
    if opened.isWithheld {
      guard exchange.wantsJSON else { return page(pages.notice()) }
      return json(
        ["ciphered_id": .string(opened.cookie), "result": 0, "error": number(.notification)],
        status: .badRequest
      )
    }
    if let wanted = exchange["checkLogins"], wanted != "0", !exchange.wantsJSON {
      return page(
        pages.information(
          PortalPages.logins(await state.logins(of: attempt.user)),
          address: attempt.address ?? portal,
          keepsSkin: attempt.address == nil
        )
      )
    }
    if let request {
      exchange.memory = PortalMemory()
      return try await answer(request, opened.session, &exchange)
    }
    exchange.memory.keepRequestOnly()
    if exchange.wantsJSON { return json(["result": 1, "id": .string(opened.session.id), "error": "0"]) }
    return redirect(to: attempt.address ?? portal)
  }

  // MARK: - The notice

  /// `/notifback`
  func acceptNotice(_ exchange: inout PortalExchange) async throws -> Response {
    guard let cookie = exchange.cookies[PortalExchange.sessionCookie],
      let user = await state.withheldUser(cookie)
    else { return try await showPortal(&exchange) }
    if exchange["cancel"] != nil {
      await state.abandon(cookie)
      exchange.removeSession()
      return redirect(to: portal)
    }
    guard exchange["reference1x1"] == PortalPages.noticeReference, exchange["check1x1x1"] == "accepted",
      let entry = await state.accept(cookie)
    else {
      if let again = await state.seal(cookie) { exchange.setSession(again) }
      return page(pages.notice(isAgain: true))
    }
    exchange.setSession(entry.session.id)
    guard let address = entry.address else { return page(await menu(user)) }
    exchange.memory.keepRequestOnly()
    return redirect(to: address)
  }

  // MARK: - What scripts ask

  /// `/mysession/?whoami` and `/mysession/?gettoken`
  func describeSession(_ exchange: PortalExchange) async -> Response {
    if exchange.has("whoami"), let session = exchange.session { return json(["result": .string(session.user.name)]) }
    if exchange.has("gettoken") { return json(["token": .string(await state.token(.login))]) }
    return json(["result": 0, "error": "400"], status: .badRequest)
  }
}
