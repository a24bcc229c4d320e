/// Where a sign-in stands. Each step but the first and the last goes on with one call.
///
/// ```swift
/// var step = try await portal.signIn(username: "lou", password: Secret("…"))
/// if case .secondFactor(let factor) = step { step = try await factor.answer(generator) }
/// guard case .signedIn(let session) = step else { … }
/// ```
public enum PortalStep: Sendable {
  /// Done.
  case signedIn(PortalSession)
  /// A second factor is wanted.
  case secondFactor(SecondFactorRequest)
  /// The portal offers to remember this browser, as it was asked to.
  case registrationOffered(BrowserRegistration)
  /// A notice has to be accepted first.
  case notice(PortalNotice)
  /// The portal said no. The sign-in is over.
  case refused(PortalRefusal)

  /// What can be stored to go on later, in another process too; nil for a step that is an end.
  ///
  /// It holds the one-time token and the cookies of the sign-in: whoever has it can try to finish the sign-in for as long
  /// as the portal's form lives (two minutes by default).
  public var pending: PendingSignIn? {
    switch self {
    case .signedIn, .refused: nil
    case .secondFactor(let request): request.pending
    case .registrationOffered(let registration): registration.pending
    case .notice(let notice):
      PendingSignIn(notice.exchange, .notice(notice.form, notice.text, notice.conditions))
    }
  }
}
