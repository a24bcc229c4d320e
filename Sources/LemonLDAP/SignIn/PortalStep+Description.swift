import WebSession

extension PortalStep: CustomStringConvertible {
  /// Where the sign-in stands: `secondFactor(one of totp, mail)`.
  public var description: String {
    switch self {
    case .signedIn(let session): "signedIn(\(session))"
    case .secondFactor(let request): "secondFactor(\(request.words))"
    case .registrationOffered: "registrationOffered"
    case .notice(let notice): "notice(\(notice.words))"
    case .refused(let refusal): "refused(\(refusal))"
    }
  }
}

extension SecondFactorRequest: CustomStringConvertible, CustomReflectable {
  fileprivate var words: String {
    let names = methods.map(\.rawValue).joined(separator: ", ")
    return [
      chosen.map { "a code of \($0)" } ?? "one of \(names)", refusal.map { "the last one was refused: \($0)" },
      isResendTooSoon ? "too early to send it again" : nil,
    ]
    .compactMap(\.self).joined(separator: ", ")
  }

  /// What is wanted: `SecondFactorRequest(one of totp, mail)`, `SecondFactorRequest(a code of mail)`.
  public var description: String { "SecondFactorRequest(\(words))" }
  /// What can be read, and nothing of the form and the cookies.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "methods": methods, "chosen": chosen as Any, "canResend": canResend, "isResendTooSoon": isResendTooSoon,
        "refusal": refusal as Any, "message": message as Any,
      ]
    )
  }
}

extension BrowserRegistration: CustomStringConvertible, CustomReflectable {
  /// The portal. None of the secrets that it hands over.
  public var description: String { "BrowserRegistration(\(exchange.portal.address))" }
  /// No more than the description.
  public var customMirror: Mirror { Mirror(self, children: ["portal": exchange.portal.address.description]) }
}

extension PortalNotice: CustomStringConvertible, CustomReflectable {
  fileprivate var words: String {
    let title = text.prefix { !$0.isNewline }
    let count = conditions.count
    return "\(title)" + (count == 0 ? "" : ", \(count) \(count == 1 ? "condition" : "conditions")")
  }

  /// The first line, and how much has to be agreed to: `PortalNotice(New rules, 2 conditions)`.
  public var description: String { "PortalNotice(\(words))" }
  /// What can be read.
  public var customMirror: Mirror {
    Mirror(self, children: ["text": text, "conditions": conditions.map(\.condition)])
  }
}
