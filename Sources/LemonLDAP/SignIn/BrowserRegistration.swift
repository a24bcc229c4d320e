import WebSession

/// A portal that offers to remember this browser, so that later sign-ins need no second factor.
public struct BrowserRegistration: Sendable {
  let exchange: SignInExchange
  let form: PortalForm
  /// The secret that the portal hands over; nil where any text does (releases before 2.18).
  let secret: Secret<String>?

  /// Accepts. One request. The session that comes back holds the ``TrustedBrowser`` to keep.
  ///
  /// A proof that the portal does not accept leaves the user signed in and the browser unknown.
  ///
  /// - Throws: ``PortalError``.
  public func register() async throws -> PortalStep {
    let proof: TrustedBrowser.Proof =
      if let secret {
        .oneTimePassword(secret)
      } else {
        .fingerprint(Secret(TrustedBrowser.makeFingerprint()))
      }
    var exchange = exchange
    exchange.state.offered = proof
    let text = try proof.text(at: exchange.portalTime)
    return try await exchange.send(form.request(filling: [("fg", text)]), step: "browser registration")
  }

  /// Does not accept. One request; the user is signed in.
  ///
  /// - Throws: ``PortalError``.
  public func decline() async throws -> PortalStep {
    try await exchange.send(form.request(filling: [("fg", "")]), step: "browser registration")
  }

  var pending: PendingSignIn { PendingSignIn(exchange, .registration(form, secret: secret?.reveal())) }
}
