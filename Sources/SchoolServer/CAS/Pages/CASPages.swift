import WebSession

/// The pages of the CAS issuer, for people. Small, and without scripts but for one.
struct CASPages: Sendable {
  /// A form field, or a list of them.
  typealias Field = (name: String, value: String)

  private static let style: StaticString = """
    body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;\
    background:#fff}label{display:block;margin-top:1rem}input:not([type=checkbox]),button{font:inherit;\
    box-sizing:border-box;width:100%;padding:.5rem;border:1px solid #666;border-radius:.25rem}button{margin-top:1.5rem;\
    background:#0b4f8a;color:#fff;border-color:#0b4f8a}a{color:#0b4f8a}.alert{border-left:.25rem solid #a40000;\
    padding:.25rem .75rem}code{overflow-wrap:anywhere}
    """

  private static let submission: StaticString = "document.forms[0].submit()"

  /// The name of the school.
  let school: String

  // MARK: - Signing in

  /// The form that asks for a name and a password.
  func login(token: String, service: String?, keeping fields: [Field], alert: String? = nil, username: String = "")
    -> CASPage
  {
    var children: [MarkupElement] = []
    if let alert { children.append(MarkupElement("p", [("class", "alert"), ("role", "alert")], text: alert)) }
    if let service { children.append(sentence("You are on your way to ", code: service)) }
    let inputs = [
      MarkupElement("label", [("for", "username")], text: "User name"),
      MarkupElement(
        "input",
        [
          ("id", "username"), ("name", "username"), ("autocomplete", "username"), ("autocapitalize", "none"),
          ("required", "required"), ("value", username),
        ]
      ),
      MarkupElement("label", [("for", "password")], text: "Password"),
      MarkupElement(
        "input",
        [
          ("id", "password"), ("name", "password"), ("type", "password"), ("autocomplete", "current-password"),
          ("required", "required"),
        ]
      ),
      MarkupElement(
        "label",
        [("for", "warn")],
        [
          MarkupElement("input", [("id", "warn"), ("name", "warn"), ("type", "checkbox"), ("value", "true")]),
          MarkupElement("span", text: " Ask me before other services learn who I am"),
        ]
      ),
      MarkupElement("button", [("type", "submit")], text: "Sign in"),
    ]
    children.append(form(token: token, service: service, keeping: fields, inputs))
    return page("Sign in", children)
  }

  /// Asks before a service is told who somebody is.
  func confirmation(user: String, token: String, service: String, keeping fields: [Field]) -> CASPage {
    page(
      "Go on?",
      [
        sentence("You are signed in as ", code: user),
        sentence("This service wants to know who you are: ", code: service),
        form(
          token: token,
          service: service,
          keeping: fields + [("confirm", "true")],
          [MarkupElement("button", [("type", "submit")], text: "Go on")]
        ),
        link("logout", "Sign out instead"),
      ]
    )
  }

  private func form(token: String, service: String?, keeping fields: [Field], _ inputs: [MarkupElement])
    -> MarkupElement
  {
    let hidden = [("lt", token)] + (service.map { [("service", $0)] } ?? []) + fields
    return MarkupElement(
      "form",
      [("method", "post"), ("action", "/cas/login"), ("accept-charset", "utf-8")],
      hidden.map { MarkupElement("input", [("type", "hidden"), ("name", $0.0), ("value", $0.1)]) } + inputs
    )
  }

  /// For people who are signed in and want nothing else.
  func signedIn(user: String) -> CASPage {
    page("Signed in", [sentence("You are signed in as ", code: user), link("logout", "Sign out")])
  }

  /// Sends a ticket to a service by POST, at once where scripts run.
  func posting(ticket: String, to service: String) -> CASPage {
    page(
      "Signed in",
      [
        sentence("You are on your way to ", code: service),
        MarkupElement(
          "form",
          [("method", "post"), ("action", service)],
          [
            MarkupElement("input", [("type", "hidden"), ("name", "ticket"), ("value", ticket)]),
            MarkupElement("button", [("type", "submit")], text: "Go on"),
          ]
        ),
      ],
      submits: true
    )
  }

  /// Goes with a ticket in the header, for clients that are no browsers.
  func delivered(service: String) -> CASPage {
    page("Signed in", [sentence("The ticket is in the header, for ", code: service)])
  }

  // MARK: - Leaving and failing

  /// After signing out.
  func signedOut(link address: String? = nil, alert: String? = nil) -> CASPage {
    var children = [MarkupElement("p", text: "You are signed out here, and at the services that you used.")]
    if let alert { children.insert(MarkupElement("p", [("class", "alert"), ("role", "alert")], text: alert), at: 0) }
    if let address { children.append(link(address, "Go on to \(address)")) }
    return page("Signed out", children + [link("login", "Sign in again")])
  }

  /// Something that cannot be done.
  func failure(_ title: String, _ message: String) -> CASPage {
    page(title, [MarkupElement("p", [("class", "alert"), ("role", "alert")], text: message)])
  }

  // MARK: - Parts

  private func sentence(_ text: String, code: String) -> MarkupElement {
    MarkupElement("p", [], [MarkupElement("span", text: text), MarkupElement("code", text: code)])
  }

  private func link(_ address: String, _ text: String) -> MarkupElement {
    let target = address.contains(":") ? address : "/cas/\(address)"
    return MarkupElement("p", [], [MarkupElement("a", [("href", target), ("rel", "noreferrer")], text: text)])
  }

  private func page(_ title: String, _ children: [MarkupElement], submits: Bool = false) -> CASPage {
    let nonce = Base64URL.encode(RandomBytes.make(16))
    var body = [MarkupElement("main", [], [MarkupElement("h1", text: title)] + children)]
    if submits { body.append(MarkupElement("script", [("nonce", nonce)], source: CASPages.submission)) }
    let html = MarkupElement(
      "html",
      [("lang", "en")],
      [
        MarkupElement(
          "head",
          [],
          [
            MarkupElement("meta", [("charset", "utf-8")]),
            MarkupElement("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
            MarkupElement("title", text: "\(title) - \(school)"),
            MarkupElement("style", [("nonce", nonce)], source: CASPages.style),
          ]
        ),
        MarkupElement("body", [], body),
      ]
    )
    return CASPage(html: "<!DOCTYPE html>\n\(html.text)\n", nonce: nonce)
  }
}
