import Hummingbird

extension PortalRoutes {
  /// The page on which a known browser proves itself; nil for every other browser (sso document c.6).
  func challenge(_ attempt: PortalAttempt, _ exchange: inout PortalExchange) async -> Response? {
    guard let registration = await registration(&exchange)?.value, registration.user == attempt.user.name else {
      return nil
    }
    let token = await state.token(.challenge(attempt))
    return page(pages.browser("/checkbrowser", secret: nil, token: token, checkLogins: "", url: ""))
  }

  /// What a known browser gets where it stands in for the password, too: the page on which it proves itself, and then
  /// the session. Nil for every other browser, and for one whose proof is wrong: that is lost, and the form is next.
  func recognize(
    _ exchange: inout PortalExchange,
    answering request: CASRequest?
  ) async throws -> Response? {
    guard school.configuration.portal.staysConnected, exchange.session == nil,
      let registration = await registration(&exchange)
    else { return nil }
    guard let answer = exchange["fg"], let token = exchange["token"] else {
      let token = await state.token(.recognition)
      return page(pages.browser("#", secret: nil, token: token, checkLogins: "", url: ""))
    }
    // As at a real portal, any token will do.
    guard await state.purpose(of: token) != nil else { return nil }
    guard registration.value.proof.accepts(answer, at: now) else {
      await state.forget(registration.id)
      exchange.removeBrowser()
      return nil
    }
    guard let user = try users.user(named: registration.value.user) else { return nil }
    if let seconds = await state.wait(user) { return refuseWithoutForm(.wait, exchange, seconds: seconds) }
    if let refusal = await refuse(user, exchange) { return refusal }
    var attempt = attempt(of: user, exchange)
    attempt.registration = registration.id
    return try await finish(attempt, &exchange, answering: request)
  }

  /// The registration that the browser's cookie stands for. A cookie that stands for none is removed.
  private func registration(
    _ exchange: inout PortalExchange
  ) async -> (id: String, value: PortalRegistration)? {
    guard let id = exchange.cookies[PortalExchange.browserCookie] else { return nil }
    if let value = await state.registration(id) { return (id, value) }
    exchange.removeBrowser()
    return nil
  }

  /// `/checkbrowser`: a wrong proof loses the registration.
  func checkBrowser(_ exchange: inout PortalExchange) async throws -> Response {
    guard let registration = await registration(&exchange), let answer = exchange["fg"],
      let token = exchange["token"], let purpose = await state.purpose(of: token)
    else { return refuseLater(.error, exchange) }
    guard registration.value.proof.accepts(answer, at: now) else {
      await state.forget(registration.id)
      exchange.removeBrowser()
      return refuseLater(.error, exchange)
    }
    guard case .challenge(var attempt) = purpose, attempt.user.name == registration.value.user else {
      return refuseLater(.error, exchange, showingForm: true)
    }
    attempt.registration = registration.id
    return try await finish(attempt, &exchange)
  }

  /// The page on which a browser can become a known one. The session comes with the answer.
  func offerRegistration(_ attempt: PortalAttempt, _ exchange: PortalExchange) async -> Response {
    let secret = TimeCode.random()
    let token = await state.token(.registration(attempt, secret))
    return page(
      pages.browser(
        "/registerbrowser",
        secret: secret.base32,
        token: token,
        checkLogins: exchange["checkLogins"] ?? "0",
        url: attempt.address ?? ""
      )
    )
  }

  /// `/registerbrowser`: without the right proof the user is signed in all the same.
  func register(_ exchange: inout PortalExchange) async throws -> Response {
    guard let token = exchange["token"], case .registration(var attempt, let secret) = await state.purpose(of: token)
    else { return refuseLater(.error, exchange, showingForm: true) }
    if let answer = exchange["fg"], let proof = PortalRegistration.Proof(answer, secret: secret, at: now) {
      let id = await state.register(attempt.user, proof)
      attempt.registration = id
      exchange.setBrowser(id)
    }
    return try await openSession(attempt, &exchange)
  }
}
