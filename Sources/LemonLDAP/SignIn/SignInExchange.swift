import Foundation
import WebSession

/// A sign-in between two pages: sends what comes next, and says what the answer is a step of.
struct SignInExchange: Sendable {
  let portal: LemonLDAPPortal
  var state: SignInState

  /// What is sent along with every form by somebody who wants to be remembered. Some skins drop the field.
  var wish: [(name: String, value: String)] { state.isRemembering ? [("stayconnected", "1")] : [] }

  /// The time on the portal's clock.
  var portalTime: Date {
    portal.configuration.now().addingTimeInterval(-Double(state.secondsAhead ?? 0))
  }

  func facts(_ step: String, _ page: PortalPage? = nil) -> PortalError.Facts {
    PortalError.Facts(step: step, host: portal.address.host, httpStatus: page?.status, page: page?.outline)
  }

  // MARK: - Requests

  /// Sends a form and reads the answer as a step.
  func send(_ request: WebRequest?, step: String) async throws -> PortalStep {
    guard let request else {
      throw PortalError(.unknownPage, "the form leads to no address", facts: facts(step))
    }
    var exchange = self
    let page = try await exchange.fetch(request, step: step)
    return try await exchange.advance(page, step: step)
  }

  /// Sends a request and takes in the cookies and the clock of the answer.
  mutating func fetch(
    _ request: WebRequest,
    step: String,
    redirects: Browser.Redirects = .none
  ) async throws -> PortalPage {
    // Forms are read from the portal's own pages, but a stored sign-in can be anybody's.
    guard request.address.origin == portal.address.origin else {
      throw PortalError(.foreignForm, "the form leads away from the portal", facts: facts(step))
    }
    let browser = portal.makeBrowser(cookies: state.cookies)
    let response: WebResponse
    do {
      response = try await browser.send(request, redirects: redirects)
    } catch let error as WebError {
      throw PortalError(error, facts: facts(step))
    }
    state.cookies = await browser.cookies
    if let date = response.header("Date").flatMap({ CookieDate.parse($0) }) {
      state.secondsAhead = Int64(portal.configuration.now().timeIntervalSince1970.rounded(.down)) - date
    }
    let page = PortalPage(response)
    noteSession(response, page)
    if (500..<600).contains(response.status) {
      throw PortalError(
        .unavailable,
        "the portal answers with status \(response.status)",
        portalCode: page.code,
        facts: facts(step, page)
      )
    }
    return page
  }

  /// The cookie of a notice's page is there, but is encrypted and opens nothing (sso document c.8).
  private mutating func noteSession(_ response: WebResponse, _ page: PortalPage) {
    let prefix = portal.configuration.sessionCookie + "="
    if response.headers("Set-Cookie").contains(where: { $0.hasPrefix(prefix) }) { state.hasSession = true }
    let value = portal.sessionCookie(in: state.cookies)?.reveal() ?? ""
    if value.isEmpty || value == "0" { state.hasSession = false }
    if case .notice = page.kind { state.hasSession = false }
  }

  // MARK: - Steps

  /// What a page is a step of.
  func advance(_ page: PortalPage, step: String) async throws -> PortalStep {
    switch page.kind {
    case .redirect:
      guard state.hasSession else {
        throw PortalError(.redirected, "the portal points elsewhere and gives no session", facts: facts(step, page))
      }
      return signedIn()
    case .choice(let form, let methods):
      return .secondFactor(request(page, form, methods, chosen: nil))
    case .code(let form, let method):
      return .secondFactor(request(page, form, [method], chosen: method))
    case .registration(let form, let secret):
      return .registrationOffered(BrowserRegistration(exchange: self, form: form, secret: secret.map { Secret($0) }))
    case .browserCheck(let form, _):
      var exchange = self
      let next = try await exchange.prove(form, page)
      return try await exchange.advance(next, step: "trusted browser")
    case .notice(let form, let conditions):
      return .notice(
        PortalNotice(text: page.noticeText ?? "", conditions: conditions, exchange: self, form: form)
      )
    case .information(let text):
      if state.hasSession { return signedIn(information: text) }
      return .refused(PortalRefusal(text: text, step: step))
    case .renewal(let code):
      var refusal = PortalRefusal(page, step: step)
      refusal.code = code
      refusal.text = code.text
      return .refused(refusal)
    case .foreignForm:
      throw unknown(.foreignForm, "the page's form leads away from the portal", page, step)
    case .login:
      return refused(page, step)
    case .confirmation, .other:
      if page.code != nil { return refused(page, step) }
      if state.hasSession { return signedIn() }
      throw unknown(.unknownPage, "the page is no step of a sign-in", page, step)
    }
  }

  /// Proves that this is the browser that the portal remembers: once in a sign-in, because a wrong proof is the last one.
  mutating func prove(_ form: PortalForm, _ page: PortalPage) async throws -> PortalPage {
    let step = "trusted browser"
    guard let trusted = state.trusted, trusted.belongs(to: state.username), !state.hasProven else {
      throw unknown(.unknownPage, "the portal wants a proof that was not asked for", page, step)
    }
    state.hasProven = true
    let proof = try trusted.proof.text(at: portalTime)
    guard let request = form.request(filling: [("fg", proof)]) else {
      throw unknown(.unknownPage, "the form leads to no address", page, step)
    }
    return try await fetch(request, step: step)
  }

  private func request(
    _ page: PortalPage,
    _ form: PortalForm,
    _ methods: [SecondFactorMethod],
    chosen: SecondFactorMethod?
  ) -> SecondFactorRequest {
    SecondFactorRequest(
      methods: methods,
      chosen: chosen,
      canResend: form.canBeSentAgain,
      isResendTooSoon: page.isResendTooSoon,
      refusal: page.code,
      message: page.message,
      exchange: self,
      form: form
    )
  }

  private func refused(_ page: PortalPage, _ step: String) -> PortalStep {
    var refusal = PortalRefusal(page, step: step)
    if refusal.code == nil { refusal.text = "the portal shows its form again and does not say why" }
    refusal.lostTrust = hasLostTrust
    return .refused(refusal)
  }

  private var hasLostTrust: Bool {
    guard let trusted = state.trusted, trusted.belongs(to: state.username) else { return false }
    return state.cookies.value(ofTrusted: portal) == nil
  }

  private func unknown(_ code: PortalError.Code, _ message: String, _ page: PortalPage, _ step: String) -> PortalError {
    PortalError(code, message, portalCode: page.code, facts: facts(step, page))
  }

  private func signedIn(information: String? = nil) -> PortalStep {
    var trusted = state.trusted
    if let proof = state.offered {
      trusted = TrustedBrowser(
        cookies: state.cookies.only(named: portal.configuration.trustedBrowserCookie),
        proof: proof,
        username: state.username
      )
    }
    // Without being asked for a proof, this browser is nobody's, or somebody else's.
    let hasCookie = state.cookies.value(ofTrusted: portal) != nil
    let isKnown = hasCookie && (state.hasProven || state.offered != nil)
    return .signedIn(
      PortalSession(
        portal: portal,
        username: state.username,
        trustedBrowser: isKnown ? trusted : nil,
        lostTrust: state.trusted != nil && !isKnown,
        information: information.flatMap { $0.isEmpty ? nil : $0 },
        clockDrift: state.clockDrift,
        cookies: state.cookies
      )
    )
  }
}

extension CookieJar {
  /// The cookie by which a portal knows this browser.
  fileprivate func value(ofTrusted portal: LemonLDAPPortal) -> Secret<String>? {
    value(
      of: portal.configuration.trustedBrowserCookie,
      for: portal.address,
      now: Int64(portal.configuration.now().timeIntervalSince1970)
    )
  }
}
