import Foundation
import WebSession

/// A portal that wants a second factor.
public struct SecondFactorRequest: Sendable {
  /// The factors that can be used. One only when the portal went straight to its form.
  public let methods: [SecondFactorMethod]
  /// The factor whose code is wanted; nil while there is a choice. A mail code was sent when this is `mail`.
  public let chosen: SecondFactorMethod?
  /// Whether the portal sends the same code again on ``resend()``.
  public let canResend: Bool
  /// Whether the last ``resend()`` came too early: nothing was sent.
  public let isResendTooSoon: Bool
  /// Why it is asked again: the last code was wrong (110). Nil when nothing was entered yet.
  public let refusal: PortalCode?
  /// What the page says, in the portal's language; nil when it leaves that to its scripts.
  public let message: String?

  let exchange: SignInExchange
  let form: PortalForm

  /// How far this machine's clock is ahead of the portal's, as its last answer says; nil when it does not say.
  public var clockDrift: Duration? { exchange.state.clockDrift }

  /// Chooses a factor. One request; the portal sends a mail code now. Nothing is sent when that factor is chosen already.
  ///
  /// - Throws: ``PortalError`` with code `notOffered`, or whatever the way to the portal may bring.
  public func choose(_ method: SecondFactorMethod) async throws -> PortalStep {
    guard chosen != method else { return .secondFactor(self) }
    guard chosen == nil, methods.contains(method) else {
      let offered = methods.map(\.rawValue).joined(separator: ", ")
      throw PortalError(
        .notOffered,
        "the portal does not offer \(method), but: \(offered)",
        facts: exchange.facts("second factor")
      )
    }
    return try await exchange.send(
      form.request(filling: [("sf", method.rawValue)] + exchange.wish),
      step: "second factor"
    )
  }

  /// Enters a code. One request.
  ///
  /// Blanks around and in the code are dropped. A wrong code ends the sign-in, unless the portal lets it be entered again:
  /// then the step that comes back asks once more, with a ``refusal``. It counts as a failed sign-in there, too.
  ///
  /// - Throws: ``PortalError`` with code `emptyCode` or `notOffered` before anything was sent; whatever the way to the
  ///   portal may bring.
  public func answer(code: String) async throws -> PortalStep {
    guard chosen != nil else {
      throw PortalError(.notOffered, "a factor has to be chosen first", facts: exchange.facts("code"))
    }
    let code = code.filter { !$0.isWhitespace }
    guard !code.isEmpty else {
      throw PortalError(.emptyCode, "there is no code to enter", facts: exchange.facts("code"))
    }
    return try await exchange.send(form.request(filling: [("code", code)] + exchange.wish), step: "code")
  }

  /// Chooses the authenticator app where there is a choice, and enters its code. One or two requests.
  ///
  /// The code is the one of the portal's clock, so that it is right when this machine's is wrong.
  ///
  /// - Throws: as ``answer(code:)``.
  public func answer(_ generator: OneTimePasswordGenerator) async throws -> PortalStep {
    guard chosen == .totp else {
      let step = try await choose(.totp)
      guard case .secondFactor(let next) = step, next.chosen == .totp else { return step }
      return try await next.answer(generator)
    }
    return try await answer(code: generator.code(at: exchange.portalTime))
  }

  /// Asks for the same code to be sent once more. One request; the form stays good for as long as it was.
  ///
  /// - Throws: ``PortalError`` with code `notOffered`, or whatever the way to the portal may bring.
  public func resend() async throws -> PortalStep {
    guard canResend else {
      throw PortalError(.notOffered, "the portal does not send this code again", facts: exchange.facts("resend"))
    }
    return try await exchange.send(form.request(isResend: true), step: "resend")
  }

  var pending: PendingSignIn {
    PendingSignIn(exchange, chosen.map { .code(form, $0) } ?? .choice(form, methods))
  }
}
