import Foundation
import Hummingbird
import PronoteWire

extension PortalRoutes {
  /// Asks for the only factor, or for a choice.
  func askForFactor(_ attempt: PortalAttempt, _ exchange: PortalExchange) async throws -> Response {
    guard let only = attempt.user.factors.first, attempt.user.factors.count == 1 else {
      let token = await state.token(.factor(attempt))
      return page(
        pages.choice(attempt.user.factors, token: token, carried: PortalPages.Carried(exchange))
      )
    }
    return try await ask(only, attempt, exchange, .enterCode)
  }

  /// Shows the form for a code. For a code by mail, sends it.
  private func ask(
    _ factor: PortalUser.Factor,
    _ attempt: PortalAttempt,
    _ exchange: PortalExchange,
    _ legend: PortalPages.Legend
  ) async throws -> Response {
    var attempt = attempt
    if factor == .mail {
      guard let address = attempt.user.mail else { return refuseWithoutForm(.mustHaveMail, exchange) }
      let code = String(String(Int.random(in: 1_000_000...1_999_999)).dropFirst())
      attempt.mailed = (code, now)
      try send(code, to: address)
    }
    let token = await state.token(.factor(attempt))
    return page(pages.code(factor, legend, token: token, carried: PortalPages.Carried(exchange)))
  }

  private func send(_ code: String, to address: String) throws {
    try school.database.add(
      MailRecord(
        recipient: address,
        subject: "[\(school.database.establishment.name)] Your login code",
        text: "Your login code is \(code)",
        sent: now
      )
    )
  }

  /// What a token says of a second factor.
  private enum Pending {
    case attempt(PortalAttempt)
    case refused(Response)
  }

  /// Spends the token of a form.
  private func pending(_ exchange: PortalExchange) async -> Pending {
    guard let token = exchange["token"] else { return .refused(refuseLater(.noToken, exchange, showingForm: true)) }
    switch await state.purpose(of: token) {
    case .factor(let attempt): return .attempt(attempt)
    case nil: return .refused(refuseLater(.tokenExpired, exchange))
    default: return .refused(refuseLater(.error, exchange))
    }
  }

  /// `/2fchoice`
  func choose(_ exchange: inout PortalExchange) async throws -> Response {
    switch await pending(exchange) {
    case .refused(let response): return response
    case .attempt(let attempt):
      let factor = exchange["sf"].flatMap(PortalUser.Factor.init(rawValue:))
      guard let factor, attempt.user.factors.contains(factor) else {
        return refuseLater(.error, exchange, showingForm: true)
      }
      return try await ask(factor, attempt, exchange, .enterCode)
    }
  }

  /// `/totp2fcheck` and `/mail2fcheck`
  func check(_ factor: PortalUser.Factor, _ exchange: inout PortalExchange) async throws -> Response {
    var attempt: PortalAttempt
    switch await pending(exchange) {
    case .refused(let response): return response
    case .attempt(let pending): attempt = pending
    }
    guard let code = verdict(factor, attempt, exchange["code"]) else {
      return try await finish(attempt, &exchange)
    }
    guard attempt.retries > 0 else {
      await state.fail(attempt.user)
      guard exchange.wantsJSON else { return page(pages.error(code)) }
      return json(["result": 0, "error": .string("\(code.rawValue)")], status: .badRequest)
    }
    attempt.retries -= 1
    return try await ask(factor, attempt, exchange, .retry)
  }

  /// What is wrong with a code; nil when it is right.
  private func verdict(_ factor: PortalUser.Factor, _ attempt: PortalAttempt, _ code: String?) -> PortalCode? {
    guard let code else { return .formEmpty }
    switch factor {
    case .mail:
      guard let mailed = attempt.mailed else { return .error }
      return code == mailed.code ? nil : .badCode
    case .totp:
      let device = attempt.user.totpSecret.flatMap(TimeCode.init(base32:))
      return device?.accepts(code, at: now) == true ? nil : .badCode
    }
  }

  /// `/mail2fresend`: the same code and the same token once more.
  func resend(_ exchange: inout PortalExchange) async throws -> Response {
    guard let token = exchange["token"] else { return refuseLater(.noToken, exchange) }
    let purpose = await state.purpose(of: token, keeping: true)
    guard case .factor(var attempt) = purpose, let mailed = attempt.mailed, let address = attempt.user.mail else {
      return refuseLater(purpose == nil ? .tokenExpired : .error, exchange)
    }
    let time = now
    let passed = Int(time.timeIntervalSince1970) - Int(mailed.time.timeIntervalSince1970)
    let isDue = passed > school.configuration.portal.resendSeconds
    if isDue {
      try send(mailed.code, to: address)
      attempt.mailed = (mailed.code, time)
      await state.update(token, .factor(attempt))
    }
    return page(
      pages.code(.mail, isDue ? .enterCode : .tooSoon, token: token, carried: PortalPages.Carried(exchange))
    )
  }
}
