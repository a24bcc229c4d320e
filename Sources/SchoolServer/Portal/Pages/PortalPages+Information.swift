import Foundation

extension PortalPages {
  /// An error that no login form goes with.
  func error(_ code: PortalCode, seconds: Int? = nil) -> CASPage {
    page(
      "Error",
      [
        MarkupElement("div", [("id", "errorcontent")], [PortalPages.message(code, seconds: seconds)]),
        link("goToPortal", "Go to portal", to: "?cancel=1&skin=\(PortalPages.skin)"),
      ]
    )
  }

  /// After signing out, and for an address that cannot be read: what there is to say in the place of the login form.
  func notice(of code: PortalCode) -> CASPage {
    page(
      "Portal",
      [
        MarkupElement("div", [("id", "errormsg")], [PortalPages.message(code)]),
        MarkupElement("div", [("id", "logout")], [link("goToPortal", "Go to portal", to: "?cancel=1")]),
      ]
    )
  }

  /// Asks for a newer or a stronger sign-in, which an application wants.
  func renewal(_ renewal: PortalRenewal, token: String, url: String) -> CASPage {
    page(
      "Sign in again",
      [
        MarkupElement(
          "div",
          [("class", "message message-positive alert")],
          [MarkupElement("span", [("trspan", renewal.question)], text: renewal.text)]
        ),
        MarkupElement(
          "form",
          [("id", "upgrd"), ("action", renewal.action), ("method", "post")],
          [
            PortalPages.hidden("confirm", token), PortalPages.hidden("forceUpgrade", "", id: "forceUpgrade"),
            PortalPages.hidden("url", url), PortalPages.button(renewal.button, "Sign in again"),
          ]
        ), link("goToPortal", "Go to portal", to: ""),
      ]
    )
  }

  /// The notice that has to be accepted.
  ///
  /// - Parameter isAgain: whether it was sent without having been accepted.
  func notice(isAgain: Bool = false) -> CASPage {
    // Two slashes, as the real portal has them.
    let url = isAgain ? [PortalPages.hidden("url", Data("\(portal)/notifback".utf8).base64EncodedString())] : []
    let box = MarkupElement(
      "input",
      [("type", "checkbox"), ("name", "check1x1x1"), ("id", "1x1x1"), ("value", "accepted")]
    )
    return page(
      "Notice",
      [
        MarkupElement(
          "form",
          [("action", "/notifback"), ("method", "post"), ("class", "notif"), ("role", "form")],
          url + [
            MarkupElement("h3", [("trspan", "gotNewMessages")], text: "You have some new messages"),
            PortalPages.hidden("reference1x1", PortalPages.noticeReference),
            MarkupElement("h2", [("class", "notifText")], text: "Please read"),
            MarkupElement("p", [("class", "notifText")], text: "Terms have changed."),
            MarkupElement(
              "p",
              [("class", "notifCheck")],
              [box, MarkupElement("label", [("for", "1x1x1")], text: "I accept the terms")]
            ),
            link("cancel", "Cancel", to: "notifback?cancel=1"), PortalPages.button("accept", "Accept"),
          ]
        )
      ]
    )
  }

  /// The name of the notice.
  static let noticeReference = "welcome"

  /// Something to read before going on.
  func information(_ content: [MarkupElement], address: String, keepsSkin: Bool) -> CASPage {
    page(
      "Information",
      [
        MarkupElement(
          "form",
          [("id", "form"), ("action", address), ("method", "get"), ("class", "info"), ("role", "form")],
          (keepsSkin ? [PortalPages.hidden("skin", PortalPages.skin)] : [])
            + [MarkupElement("h3", [("trspan", "info")], text: "Information")] + content
            + [PortalPages.button("continue", "Continue")]
        )
      ]
    )
  }

  /// When a user signed in and failed.
  static func logins(_ logins: (successes: [Date], failures: [Date])) -> [MarkupElement] {
    func table(_ key: String, _ title: String, _ dates: [Date]) -> [MarkupElement] {
      if dates.isEmpty { return [] }
      let rows = dates.map { date in
        MarkupElement(
          "li",
          [("class", "localeDate"), ("val", "\(Int(date.timeIntervalSince1970))")],
          text: date.formatted(.iso8601)
        )
      }
      return [MarkupElement("h3", [("trspan", key)], text: title), MarkupElement("ul", [("class", "info")], rows)]
    }
    return table("lastLogins", "Last logins", logins.successes)
      + table("lastFailedLogins", "Last failed logins", logins.failures)
  }

  /// For people who are signed in and want nothing else.
  func menu(
    user: String,
    applications: [(name: String, address: String)],
    logins: (successes: [Date], failures: [Date])
  ) -> CASPage {
    page(
      "Portal",
      [
        MarkupElement(
          "p",
          [],
          [
            MarkupElement("span", [("trspan", "connectedAs")], text: "Connected as"),
            MarkupElement("b", [("id", "user")], text: " \(user)"),
          ]
        ), MarkupElement("h2", [("trspan", "yourApps")], text: "Your applications"),
        MarkupElement(
          "ul",
          [("id", "appslist")],
          applications.map { name, address in
            MarkupElement("li", [], [MarkupElement("a", [("href", address)], text: name)])
          }
        ), link("logout", "Logout", to: "?logout=1"),
      ] + PortalPages.logins(logins)
    )
  }
}
