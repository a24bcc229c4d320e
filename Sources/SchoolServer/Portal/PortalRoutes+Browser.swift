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
      let token = exchange["token"], case .challenge(var attempt) = await state.purpose(of: token),
      attempt.user.name == registration.value.user
    else { return refuseLater(.error, exchange) }
    guard registration.value.proof.accepts(answer, at: now) else {
      await state.forget(registration.id)
      exchange.removeBrowser()
      return refuseLater(.error, exchange)
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
