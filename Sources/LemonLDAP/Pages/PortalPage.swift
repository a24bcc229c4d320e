package import WebSession

/// What a portal's answer is, told by its forms and codes and never by its texts, which skins change (sso document c.2,
/// c.3).
package struct PortalPage {
  /// The kinds.
  package enum Kind {
    /// Leads elsewhere; nil when that is no address.
    case redirect(WebAddress?)
    /// Asks for user name and password.
    case login(LoginForm)
    /// Offers several second factors.
    case choice(PortalForm, [SecondFactorMethod])
    /// Asks for the code of a second factor.
    case code(PortalForm, SecondFactorMethod)
    /// Offers to remember this browser. The secret is nil where any text does as a fingerprint.
    case registration(PortalForm, secret: String?)
    /// Wants the proof of a browser that it remembers.
    case browserCheck(PortalForm, isOneTimePassword: Bool)
    /// Wants notices to be accepted.
    case notice(PortalForm, [PortalNotice.Item])
    /// Says something, and lets go on.
    case information(String)
    /// Wants a newer or a stronger sign-in.
    case renewal(PortalCode)
    /// Wants a confirmation: the consent of OpenID Connect, signing out.
    case confirmation(PortalForm)
    /// A form of this portal that would be sent elsewhere.
    case foreignForm
    /// Anything else: a menu, an error page, something that is no portal.
    case other
  }

  /// The form for user name and password.
  package struct LoginForm {
    let form: PortalForm
    let username: String
    let password: String
    /// Whether there is a one-time token in it.
    package var hasToken: Bool { form.value(of: "token")?.isEmpty == false }
  }

  /// What it is.
  package let kind: Kind
  /// The status of the answer.
  package let status: Int
  /// The code in `trmsg`; nil without one.
  package let code: PortalCode?
  /// How long the portal wants a pause, in seconds (code 86).
  package let waitSeconds: Int?
  /// Whether a mail was asked for too early.
  package let isResendTooSoon: Bool
  /// What it says above its form, in the portal's language; often nothing, because scripts fill it in.
  package let message: String?
  /// What a notice says, title first; nil on other pages.
  package let noticeText: String?
  /// The kind of page in words, for reports.
  package let outline: String

  /// Reads an answer.
  package init(_ response: WebResponse) {
    status = response.status
    if response.isRedirect {
      kind = .redirect(response.header("Location").flatMap { response.address.resolving($0) })
      (code, waitSeconds, isResendTooSoon, message, noticeText) = (nil, nil, false, nil, nil)
      outline = "a redirect"
      return
    }
    let page = HTMLPage(response.text)
    let spans = page.elements(named: "span")
    code = spans.lazy.compactMap { $0["trmsg"].flatMap { Int($0) } }.first.map(PortalCode.init)
    let keys = Set(page.attributes(named: "trspan"))
    isResendTooSoon = keys.contains("resendTooSoon")
    let texts = page.elements(withClass: "message").filter { !$0.isEmpty }
    message = texts.first
    waitSeconds = code == .wait ? texts.lazy.compactMap(PortalPage.number).first : nil
    let notices = page.elements(withClass: "notifText").filter { !$0.isEmpty }
    noticeText = notices.isEmpty ? nil : notices.joined(separator: "\n")
    outline = page.outline
    kind = PortalPage.kind(of: page, at: response.address, keys: keys)
  }

  // MARK: - Kinds

  private static func kind(of page: HTMLPage, at address: WebAddress, keys: Set<String>) -> Kind {
    for form in page.forms {
      if let kind = kind(of: form, page, at: address) { return kind }
    }
    return keys.contains("info") ? .information(page.informationText) : .other
  }

  private static func kind(of form: HTMLForm, _ page: HTMLPage, at address: WebAddress) -> Kind? {
    let names = Set(form.fields.map(\.name))
    let path = form.action.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last.map(String.init) ?? ""
    let make: (PortalForm) -> Kind
    if names.contains("sf") {
      let methods = form.fields.filter { $0.name == "sf" && !$0.value.isEmpty }.map(\.value)
      make = { .choice($0, methods.map(SecondFactorMethod.init)) }
    } else if let method = factor(path) {
      make = { .code($0, method) }
    } else if names.contains("fg") {
      let isOneTimePassword = names.contains("totpsecret")
      let secret = form.value(of: "totpsecret").flatMap { $0.isEmpty ? nil : $0 }
      make = {
        path == "registerbrowser"
          ? .registration($0, secret: secret) : .browserCheck($0, isOneTimePassword: isOneTimePassword)
      }
    } else if path == "notifback" {
      let items = PortalNotice.items(of: form, page)
      make = { .notice($0, items) }
    } else if path == "renewsession" || path == "upgradesession" {
      make = { _ in .renewal(path == "renewsession" ? .renewSession : .upgradeSession) }
    } else if names.contains("confirm") {
      make = { .confirmation($0) }
    } else if let login = loginFields(of: form) {
      make = { .login(LoginForm(form: $0, username: login.username, password: login.password)) }
    } else {
      return nil
    }
    return PortalForm(form, at: address).map(make) ?? .foreignForm
  }

  /// The factor whose form goes to `/<factor>2fcheck`.
  private static func factor(_ path: String) -> SecondFactorMethod? {
    guard path.hasSuffix("2fcheck"), path.utf8.count > 7 else { return nil }
    return SecondFactorMethod(rawValue: String(path.dropLast(7)))
  }

  /// The fields of a form to sign in with. One to change a password has several passwords, and no user name.
  private static func loginFields(of form: HTMLForm) -> (username: String, password: String)? {
    let passwords = form.fields.filter { $0.type == "password" }
    guard passwords.count == 1,
      let username = form.fields.first(where: { $0.name == "user" && isTyped($0) })
        ?? form.fields.first(where: isTyped)
    else { return nil }
    return (username.name, passwords[0].name)
  }

  /// Whether a person types a name into it.
  private static func isTyped(_ field: HTMLForm.Field) -> Bool {
    !field.isDisabled && ["text", "email", "tel", "number"].contains(field.type)
  }

  /// The first whole number of a text.
  private static func number(in text: String) -> Int? {
    text.split { !$0.isASCII || !$0.isNumber }.lazy.compactMap { Int($0) }.first
  }
}

extension HTMLPage {
  /// What an information page says: the headline is a key for scripts and its English text in one.
  fileprivate var informationText: String {
    let keys: Set = ["info", "lastLogins", "redirectedIn"]
    let headlines = elements(named: "h3").compactMap { $0["trspan"] }.filter { !keys.contains($0) && !$0.isEmpty }
    return String(headlines.joined(separator: " ").prefix(500))
  }
}
