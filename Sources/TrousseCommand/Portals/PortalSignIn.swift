import Foundation
import LemonLDAP
import WebSession

/// A sign-in at a portal, step by step: with what was given beforehand, and with what a person answers.
struct PortalSignIn {
  let portal: LemonLDAPPortal
  let username: String
  let options: PortalSignInOptions
  let records: PortalRecords
  let console: Console
  /// Whether nobody is to be asked.
  let isUnattended: Bool
  /// Whether the session is for later commands, too.
  var keepsSession = true

  private static let maximumSteps = 24

  private var canAsk: Bool { !isUnattended && Question.canBeAsked }

  /// Signs in, or goes on with a sign-in that waits for a code, and stores the session.
  ///
  /// - Parameter password: reads the password; nil when none was given. Not called when a stored sign-in goes on.
  /// - Throws: ``CommandFailure``; `PortalError`; `VaultError`.
  func run(password: (() throws -> Secret<String>)?) async throws -> PortalSession {
    var record = try records.record(portal, username)
    let generator = try options.generator()
    var step: PortalStep
    var code = options.code
    if code != nil, let pending = record.pending, record.waits(at: Date()) {
      step = try portal.resume(pending)
    } else {
      guard let password = try password?() else {
        throw CommandFailure.usage(
          "no sign-in of \(username) waits for a code at \(portal.address); give the password, too",
          step: "password"
        )
      }
      console.progress("Signing in at \(portal.address.host)")
      step = try await portal.signIn(
        username: username,
        password: password,
        remembering: options.trust,
        trusted: record.trusted
      )
    }
    record.pending = nil
    try records.save(record)
    for _ in 0..<PortalSignIn.maximumSteps {
      console.progress(nil)
      switch step {
      case .signedIn(let session):
        if keepsSession { record.session = await session.stored() }
        record.trusted = session.trustedBrowser
        try records.save(record)
        if session.lostTrust { Console.warn("trousse: the portal has forgotten this machine") }
        if let information = session.information { Console.warn(information.printable) }
        return session
      case .refused(let refusal):
        if refusal.lostTrust {
          record.trusted = nil
          try records.save(record)
        }
        throw CommandFailure(refusal)
      case .registrationOffered(let registration):
        step = try await options.trust ? registration.register() : registration.decline()
      case .notice(let notice): step = try await accept(notice)
      case .secondFactor(let request):
        if let refusal = request.refusal, !canAsk, !options.codeStdin {
          try wait(step, &record)
          throw CommandFailure(refusal, step: "code")
        }
        step = try await answer(request, step, generator, &code, &record)
      }
    }
    throw CommandFailure(.unexpected, step: "portal", "the portal asks on and on", status: .unreadableInput)
  }

  // MARK: - Answers

  private func answer(
    _ request: SecondFactorRequest,
    _ step: PortalStep,
    _ generator: OneTimePasswordGenerator?,
    _ code: inout String?,
    _ record: inout PortalRecord
  ) async throws -> PortalStep {
    guard let chosen = request.chosen else {
      return try await request.choose(method(request, generator))
    }
    // The same secret would only make the same wrong code again.
    if chosen == .totp, request.refusal == nil, let generator { return try await request.answer(generator) }
    if let given = code {
      code = nil
      return try await request.answer(code: given)
    }
    if chosen == .mail {
      // Some portals show where to.
      let address = request.message.flatMap { $0.split(separator: " ").first { $0.contains("@") } }
      Console.warn("The portal sent a code by mail" + (address.map { " to \(String($0).printable)" } ?? "") + ".")
    }
    if options.codeStdin { return try await request.answer(code: Question.nextLine("Code", step: "code")) }
    guard canAsk else {
      try wait(step, &record)
      throw CommandFailure(
        .needsSecondFactor,
        step: "second factor",
        "the portal wants a code (\(chosen)): go on with --code, within two minutes as a rule",
        status: .needsPerson
      )
    }
    if request.refusal != nil { Console.warn("That code was wrong.") }
    let isMailed = request.canResend
    let text = try Question.shown(isMailed ? "Code (r: send it again)" : "Code", step: "code")
    guard isMailed, text == "r" else { return try await request.answer(code: text) }
    let next = try await request.resend()
    if case .secondFactor(let again) = next, again.isResendTooSoon {
      Console.warn("That was too early: nothing was sent.")
    }
    return next
  }

  private func method(
    _ request: SecondFactorRequest,
    _ generator: OneTimePasswordGenerator?
  ) throws -> SecondFactorMethod {
    if let name = options.method { return SecondFactorMethod(rawValue: name) }
    // A code that is known before the portal asks for it is none that it mails.
    if generator != nil || options.code != nil, request.methods.contains(.totp) { return .totp }
    if request.methods.count == 1 { return request.methods[0] }
    let names = request.methods.map(\.rawValue).joined(separator: ", ")
    guard canAsk else {
      throw CommandFailure(
        .needsSecondFactor,
        step: "second factor",
        "the portal offers several factors: choose one with --method (\(names.printable))",
        status: .needsPerson
      )
    }
    while true {
      let answer = try Question.shown(
        "Second factor (\(names.printable))",
        suggestion: request.methods.first?.rawValue,
        step: "second factor"
      )
      if let method = request.methods.first(where: { $0.rawValue == answer }) { return method }
      Console.warn("'\(answer.printable)' is not one of them.")
    }
  }

  private func accept(_ notice: PortalNotice) async throws -> PortalStep {
    for line in notice.text.split(separator: "\n") { Console.warn(String(line).printable) }
    for condition in notice.conditions { Console.warn("[ ] \(condition.condition.printable)") }
    if options.acceptNotices { return try await notice.accept() }
    guard canAsk, try Question.shown("Accept (yes or no)", suggestion: "no", step: "notice") == "yes" else {
      throw CommandFailure(
        .needsSecondFactor,
        step: "notice",
        "the portal shows a notice that has to be accepted (--accept-notices)",
        status: .needsPerson
      )
    }
    return try await notice.accept()
  }

  /// Stores a sign-in for the command that brings the code.
  private func wait(_ step: PortalStep, _ record: inout PortalRecord) throws {
    record.pending = step.pending
    record.pendingSince = Date()
    try records.save(record)
  }
}
