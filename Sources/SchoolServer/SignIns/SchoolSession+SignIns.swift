import PronoteWire

/// What a session tells the journal of sign-ins.
extension SchoolSession {
  /// Notes a challenge, or why there is none.
  func note(_ attempt: LoginAttempt) {
    school.signIns.begin(record(attempt, .unanswered), session: number)
  }

  /// Notes that a sign-in was not looked at.
  func noteRateLimit(_ request: Identification.Request) {
    let record = SignInRecord(
      time: school.now,
      login: request.pourENT ? "" : SchoolSession.shortened(request.identifiant),
      space: accountSpace,
      secret: request.pourENT ? .portal : LoginSecret(request).kind,
      outcome: .rateLimited
    )
    school.signIns.end(record, session: number)
  }

  /// Notes how a sign-in ended.
  func note(_ attempt: LoginAttempt, _ outcome: SignInRecord.Outcome, token: SignInRecord.Token?) {
    school.signIns.end(record(attempt, outcome, token), session: number)
  }

  private func record(
    _ attempt: LoginAttempt,
    _ outcome: SignInRecord.Outcome,
    _ token: SignInRecord.Token? = nil
  ) -> SignInRecord {
    // What the portal gave to a page is a secret, not a login.
    let sent = attempt.isForPortal ? "" : SchoolSession.shortened(attempt.login)
    return SignInRecord(
      time: school.now,
      login: attempt.account?.login ?? sent,
      space: accountSpace,
      secret: attempt.isForPortal && attempt.secret.kind == .password ? .portal : attempt.secret.kind,
      token: token,
      outcome: outcome
    )
  }

  private static func shortened(_ login: String) -> String { String(login.trimmingBlanks.prefix(64)) }

  /// What is known about the app token that an answer was made with; nil where it was no app token.
  ///
  /// - Parameter proven: which of the accepted tokens it proves.
  func token(of attempt: LoginAttempt, proven: Int?, answer: String) throws -> SignInRecord.Token? {
    guard case .token(let uuid) = attempt.secret, let account = attempt.account else { return nil }
    if let proven { return proven == attempt.acceptedCount - 1 ? .newest : .previous }
    guard try school.database.device(account: account.key, uuid: uuid) != nil else { return .unknownDevice }
    let replaced = school.replacedTokens.all(account: account.key, uuid: uuid)
    return replaced.contains { attempt.isAnswer(answer, madeWith: $0, timeline) } ? .replaced : .unknown
  }
}
