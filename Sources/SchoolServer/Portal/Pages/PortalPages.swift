import WebSession

/// The pages of the portal: those of LemonLDAP::NG 2.21 in what clients look at, which are form actions, field names,
/// ids and the keys `trmsg` and `trspan` (sso document c.3, c.7). The words are here, not in a script.
struct PortalPages: Sendable {
  static let skin = "bootstrap"

  private static let style: StaticString = """
    body{font:1rem/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;\
    background:#fff}label{display:block;margin-top:1rem}input[type=text],input[type=password],button{font:inherit;\
    box-sizing:border-box;width:100%;padding:.5rem;border:1px solid #666;border-radius:.25rem}button{margin-top:1.5rem;\
    background:#3b3b6d;color:#fff;border-color:#3b3b6d}a{color:#3b3b6d}.message{border-left:.25rem solid #3b3b6d;\
    padding:.25rem .75rem}.message-negative{border-color:#a40000}.message-warning{border-color:#b58900}
    """

  /// The name of the school.
  let school: String
  /// The portal's address, with a slash at its end.
  let portal: String

  // MARK: - Parts

  static func hidden(_ name: String, _ value: String?, id: String? = nil) -> MarkupElement {
    MarkupElement(
      "input",
      [("type", "hidden")] + (id.map { [("id", $0)] } ?? []) + [("name", name)] + (value.map { [("value", $0)] } ?? [])
    )
  }

  static func button(_ key: String, _ text: String, _ attributes: [(name: String, value: String)] = []) -> MarkupElement
  {
    MarkupElement(
      "button",
      [("type", "submit")] + attributes,
      [MarkupElement("span", [("trspan", key)], text: text)]
    )
  }

  func link(_ key: String, _ text: String, to path: String) -> MarkupElement {
    MarkupElement(
      "div",
      [("class", "buttons")],
      [
        MarkupElement(
          "a",
          [("href", portal + path), ("role", "button")],
          [MarkupElement("span", [("trspan", key)], text: text)]
        )
      ]
    )
  }

  var cancel: MarkupElement { link("cancel", "Cancel", to: "?cancel=1&skin=\(PortalPages.skin)") }

  /// What the portal says, by its code.
  static func message(_ code: PortalCode, seconds: Int? = nil) -> MarkupElement {
    var message = MarkupElement(
      "div",
      [
        ("class", "message message-\(code.tone) alert"), ("role", code.tone == "negative" ? "alert" : "status"),
      ],
      [MarkupElement("span", [("trmsg", "\(code.rawValue)")], text: code.text)]
    )
    if let seconds {
      message.content += [
        .text(" \(seconds) "), .element(MarkupElement("span", [("trspan", "seconds")], text: "seconds")), .text("."),
      ]
    }
    return message
  }

  /// A page without frills around its elements.
  func page(_ title: String, _ children: [MarkupElement]) -> CASPage {
    let nonce = Base64URL.encode(RandomBytes.make(16))
    let html = MarkupElement(
      "html",
      [("lang", "en")],
      [
        MarkupElement(
          "head",
          [],
          [
            MarkupElement("title", [("trspan", "authPortal")], text: "\(title) - \(school)"),
            MarkupElement("meta", [("http-equiv", "Content-Type"), ("content", "text/html; charset=utf-8")]),
            MarkupElement("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
            MarkupElement("style", [("nonce", nonce)], source: PortalPages.style),
          ]
        ),
        MarkupElement("body", [], [MarkupElement("main", [], [MarkupElement("h1", text: school)] + children)]),
      ]
    )
    return CASPage(html: "<!DOCTYPE html>\n\(html.text)\n", nonce: nonce)
  }
}
