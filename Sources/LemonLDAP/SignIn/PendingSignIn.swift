import WebSession

/// A sign-in that waits for a person, as a value that can be stored: ``LemonLDAPPortal/resume(_:)`` goes on with it.
///
/// Holds no password. Encoding it writes the cookies and the form's one-time token down in the clear.
public struct PendingSignIn: Sendable, Codable {
  /// What is waited for.
  enum Stage: Sendable, Codable {
    case choice(PortalForm, [SecondFactorMethod])
    case code(PortalForm, SecondFactorMethod)
    case registration(PortalForm, secret: String?)
    case notice(PortalForm, String, [PortalNotice.Item])
  }

  /// The portal's address.
  public let portal: String
  /// The name that was typed.
  public var username: String { state.username }

  let state: SignInState
  let stage: Stage

  init(_ exchange: SignInExchange, _ stage: Stage) {
    portal = exchange.portal.address.description
    state = exchange.state
    self.stage = stage
  }

  /// The step that this is.
  func step(at portal: LemonLDAPPortal) -> PortalStep {
    let exchange = SignInExchange(portal: portal, state: state)
    func request(_ form: PortalForm, _ methods: [SecondFactorMethod], _ chosen: SecondFactorMethod?) -> PortalStep {
      .secondFactor(
        SecondFactorRequest(
          methods: methods,
          chosen: chosen,
          canResend: form.canBeSentAgain,
          isResendTooSoon: false,
          refusal: nil,
          message: nil,
          exchange: exchange,
          form: form
        )
      )
    }
    return switch stage {
    case .choice(let form, let methods): request(form, methods, nil)
    case .code(let form, let method): request(form, [method], method)
    case .registration(let form, let secret):
      .registrationOffered(BrowserRegistration(exchange: exchange, form: form, secret: secret.map { Secret($0) }))
    case .notice(let form, let text, let conditions):
      .notice(PortalNotice(text: text, conditions: conditions, exchange: exchange, form: form))
    }
  }
}

extension PendingSignIn: CustomStringConvertible, CustomReflectable {
  /// The portal and the name.
  public var description: String { "sign-in of \(username) at \(portal)" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["portal": portal, "username": username]) }
}
