/// Pages as a portal of release 2.21 makes them, without their decoration.
enum Pages {
  static func page(_ content: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><title trspan="authPortal">Authentication portal</title>
    <meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head>
    <body>\(content)<span trspan="gplSoft">free software</span></body></html>
    """
  }

  static func message(_ code: Int) -> String {
    "<div class=\"message message-negative alert\" role=\"alert\"><span trmsg=\"\(code)\"></span></div>"
  }

  static func hidden(_ name: String, _ value: String) -> String {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\" />"
  }

  private static let token = hidden("token", Marks.token)
  static let loginFields =
    hidden("url", "") + hidden("skin", "bootstrap") + token
    + "<input name=\"user\" type=\"text\" value=\"\" /><input name=\"password\" type=\"password\" />"

  /// The form to sign in with.
  static func login(_ code: Int? = 9, action: String = "#", fields: String = loginFields) -> String {
    page(
      (code.map(message) ?? "") + "<form id=\"lform\" action=\"\(action)\" method=\"post\">\(fields)"
        + "<button type=\"submit\">Connect</button></form>"
    )
  }

  static let information = page(
    "<form id=\"form\" action=\"/\" method=\"get\"><h3 trspan=\"info\">Information</h3>"
      + "<h3 trspan=\"The portal rests at night\">The portal rests at night</h3></form>"
  )

  static let choice = page(
    "<form action=\"/2fchoice\" method=\"POST\">\(token)"
      + "<button type=\"submit\" name=\"sf\" value=\"totp\">1</button>"
      + "<button type=\"submit\" name=\"sf\" value=\"mail\">2</button></form>"
  )

  /// The form of a mail code, with a button to send it again.
  static func mailCode(resend: String = "/mail2fresend?skin=bootstrap") -> String {
    page(
      "<form action=\"/mail2fcheck?skin=bootstrap\" method=\"post\">\(token)<input name=\"code\" type=\"text\" />"
        + "<button type=\"submit\" formaction=\"\(resend)\">Again</button></form>"
    )
  }

  static let totpCode = page(
    "<form action=\"/totp2fcheck\" method=\"post\">\(token)<input name=\"code\" type=\"text\" /></form>"
  )

  static let registration = page(
    "<form id=\"form\" action=\"/registerbrowser\" method=\"post\">"
      + hidden("usetotp", "1") + hidden("totpsecret", Marks.totpSecret) + token + hidden("fg", "") + "</form>"
  )

  /// Asks a known browser for its proof.
  static func check(action: String = "/checkbrowser") -> String {
    page(
      "<form id=\"form\" action=\"\(action)\" method=\"post\">"
        + hidden("usetotp", "1") + hidden("totpsecret", "") + token + hidden("fg", "") + "</form>"
    )
  }

  static let notice = page(
    "<form action=\"/notifback\" method=\"post\">" + hidden("reference1x1", Marks.token)
      + "<h2 class=\"notifText\">Read</h2><p class=\"notifCheck\"><input type=\"checkbox\" name=\"check1x1x1\" "
      + "value=\"accepted\"/><label>I accept</label></p></form>"
  )
}
