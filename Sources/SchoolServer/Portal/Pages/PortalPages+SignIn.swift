extension PortalPages {
  /// What a form carries from page to page.
  struct Carried: Sendable {
    var checkLogins: String
    var stayConnected: String

    init(_ exchange: PortalExchange) {
      checkLogins = exchange["checkLogins"] ?? ""
      stayConnected = exchange["stayconnected"] ?? ""
    }
  }

  /// The login form. Without a token it cannot be sent.
  ///
  /// - Parameter renewal: the token of whoever is signed in already, and gives the password again.
  func login(
    _ code: PortalCode,
    token: String?,
    url: String?,
    username: String,
    carried: Carried,
    renewal: String? = nil
  ) -> CASPage {
    func box(_ name: String, _ key: String, _ text: String, isOn: Bool) -> MarkupElement {
      MarkupElement(
        "label",
        [("for", name)],
        [
          MarkupElement(
            "input",
            [("type", "checkbox"), ("id", name), ("name", name)] + (isOn ? [("checked", "checked")] : [])
          ), MarkupElement("span", [("trspan", key)], text: text),
        ]
      )
    }
    let token = token.map { [PortalPages.hidden("token", $0, id: "token")] } ?? []
    let fields =
      (renewal.map { [PortalPages.hidden("upgrading", $0)] } ?? []) + [
        PortalPages.hidden("url", url ?? ""), PortalPages.hidden("timezone", nil),
        PortalPages.hidden("skin", PortalPages.skin),
      ] + token + [
        MarkupElement("label", [("for", "userfield")], [MarkupElement("span", [("trspan", "login")], text: "Login")]),
        MarkupElement(
          "input",
          [
            ("id", "userfield"), ("name", "user"), ("type", "text"), ("value", username), ("required", "required"),
            ("autocomplete", "username"), ("autocapitalize", "none"),
          ]
        ),
        MarkupElement(
          "label",
          [("for", "passwordfield")],
          [MarkupElement("span", [("trspan", "pwd")], text: "Password")]
        ),
        MarkupElement(
          "input",
          [
            ("id", "passwordfield"), ("name", "password"), ("type", "password"), ("required", "required"),
            ("autocomplete", "current-password"),
          ]
        ),
        box("checkLogins", "checkLastLogins", "Check my last logins", isOn: !carried.checkLogins.isEmpty),
        box("stayconnected", "stayConnected", "Stay connected on this device", isOn: !carried.stayConnected.isEmpty),
        PortalPages.button("connect", "Connect"),
      ]
    return page(
      "Sign in",
      [
        MarkupElement("div", [("id", "errormsg")], [PortalPages.message(code)]),
        MarkupElement(
          "form",
          [("id", "lform"), ("action", "#"), ("method", "post"), ("class", "login"), ("role", "form")],
          fields
        ),
      ]
    )
  }

  private func hidden(_ token: String, _ carried: Carried) -> [MarkupElement] {
    [
      PortalPages.hidden("token", token, id: "token"),
      PortalPages.hidden("checkLogins", carried.checkLogins, id: "checkLogins"),
      PortalPages.hidden("stayconnected", carried.stayConnected, id: "stayconnected"),
      PortalPages.hidden("skin", PortalPages.skin),
    ]
  }

  /// The choice of a second factor.
  func choice(_ factors: [PortalUser.Factor], token: String, carried: Carried) -> CASPage {
    let buttons = factors.map { factor in
      MarkupElement(
        "button",
        [("type", "submit"), ("name", "sf"), ("value", factor.rawValue)],
        [MarkupElement("h4", [("trspan", "\(factor.rawValue)2f")], text: factor == .mail ? "Code by mail" : "TOTP")]
      )
    }
    return page(
      "Second factor",
      [
        MarkupElement(
          "div",
          [("class", "message message-positive alert"), ("trspan", "choose2f")],
          text: "Please choose how you prove who you are."
        ), MarkupElement("form", [("action", "/2fchoice"), ("method", "POST")], hidden(token, carried) + buttons),
        cancel,
      ]
    )
  }

  /// What the page of a code says.
  enum Legend: Sendable {
    case enterCode
    case tooSoon
    case retry
  }

  /// The form for a code.
  func code(_ factor: PortalUser.Factor, _ legend: Legend, token: String, carried: Carried) -> CASPage {
    func message(_ key: String, _ text: String) -> MarkupElement {
      MarkupElement(
        "div",
        [("class", "message message-positive alert")],
        [MarkupElement("span", [("trspan", key)], text: text)]
      )
    }
    let top =
      switch (legend, factor) {
      case (.retry, _): PortalPages.message(.retry)
      case (.tooSoon, _): message("resendTooSoon", "That was too soon. Please wait for the mail.")
      case (.enterCode, .mail): message("enterMail2fCode", "Please type the code that was sent to you by mail.")
      case (.enterCode, .totp): message("enterTotpCode", "Please type the code that your device shows.")
      }
    let query = "?skin=\(PortalPages.skin)"
    let input = MarkupElement(
      "input",
      [("name", "code"), ("value", ""), ("type", "text"), ("id", "extcode"), ("autocomplete", "one-time-code")]
    )
    var fields =
      hidden(token, carried) + [
        MarkupElement("label", [("for", "extcode")], text: "Code"), input, PortalPages.button("connect", "Connect"),
      ]
    if factor == .mail {
      fields.append(PortalPages.button("resendCode", "Re-send code", [("formaction", "/mail2fresend\(query)")]))
    }
    let action = factor == .mail ? "/mail2fcheck\(query)" : "/totp2fcheck"
    return page(
      "Second factor",
      [
        top,
        MarkupElement(
          "form",
          [("action", action), ("method", "post"), ("class", "password"), ("role", "form")],
          fields + [cancel]
        ),
      ]
    )
  }

  /// The form that registers a browser, or lets a known one prove itself (sso document c.6). A real portal's page sends
  /// it by script; here, whoever has no client that does so sends it as it is, and is not remembered.
  func browser(_ action: String, secret: String?, token: String, checkLogins: String, url: String) -> CASPage {
    page(
      "This device",
      [
        MarkupElement(
          "form",
          [("id", "form"), ("action", action), ("method", "post")],
          [
            PortalPages.hidden("usetotp", "1", id: "usetotp"),
            PortalPages.hidden("totpsecret", secret ?? "", id: "totpsecret"), PortalPages.hidden("token", token),
            PortalPages.hidden("checkLogins", checkLogins, id: "checkLogins"), PortalPages.hidden("url", url),
            PortalPages.hidden("fg", "", id: "fg"),
            MarkupElement("button", [("type", "submit")], text: "Go on"),
          ]
        )
      ]
    )
  }
}
