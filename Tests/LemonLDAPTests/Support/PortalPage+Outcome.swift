import LemonLDAP

extension PortalPage {
  /// What was made of a page, in one line: the kind and what goes with it, the code, the pause.
  var outcome: String {
    let told: String =
      switch kind {
      case .redirect(let address): "redirect \(address.map { "\($0)" } ?? "nowhere")"
      case .login(let form): form.hasToken ? "login with token" : "login"
      case .choice(_, let methods): "choice of \(methods.map(\.rawValue).joined(separator: " "))"
      case .code(_, let method): "code of \(method)"
      case .registration(_, let secret): secret.map { "registration, secret of \($0.utf8.count)" } ?? "registration"
      case .browserCheck(_, let isOneTimePassword): isOneTimePassword ? "check by TOTP" : "check"
      case .notice(_, let items): "notice '\(items.map(\.condition).joined(separator: "|"))'"
      case .information(let text): "information '\(text)'"
      case .renewal(let code): "renewal \(code.rawValue)"
      case .confirmation: "confirmation"
      case .foreignForm: "foreign form"
      case .other: "other"
      }
    return told + (code.map { ", \($0.rawValue)" } ?? "") + (waitSeconds.map { ", wait \($0)" } ?? "")
      + (isResendTooSoon ? ", too soon" : "")
  }
}
