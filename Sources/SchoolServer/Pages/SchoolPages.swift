import Foundation
import PronoteWire
import SchoolModel

/// The pages of a school: the session pages, and the pages that are shown in their place when something is wrong.
struct SchoolPages: Sendable {
  let school: School

  /// A session page in the shape that the version has (session document 2.4): `Start` in the body's `onload` up to
  /// dialect d, in a script from e on. Flags that are false are left out, because one client takes any key as true.
  ///
  /// - Parameter login: what the page signs in with by itself, for whoever comes from the portal.
  func sessionPage(session: Int, space: SpaceNumber, number: Int, login: PortalLogin? = nil) -> String {
    let start = startCall(session: session, number: number, login: login)
    let profile = school.profile
    let onload = profile.startsInOnload ? " onload=\"try { \(start) } catch (e) { messageErreur (e) } \"" : ""
    let script =
      profile.startsInOnload
      ? ""
      : "<script>window.addEventListener('load', function () { try { \(start); } catch (e) { messageErreur(e) } });</script>"
    return """
      <!DOCTYPE html>
      <html lang="fr" xmlns="http://www.w3.org/1999/xhtml">
       <head>
        <meta charset="utf-8" />
        <title>\(SchoolPages.escape(space.name)) - \(SchoolPages.escape(school.database.establishment.name))</title>
        \(script)
       </head>
       <body id="id_body" role="application"\(onload) class="EspaceIndex">
        <div class="nom">\(SchoolPages.escape(school.database.establishment.name))</div>
        <div class="version">PRONOTE \(school.version)</div>
       </body>
      </html>
      """
  }

  private func startCall(session: Int, number: Int, login: PortalLogin?) -> String {
    let profile = school.profile
    var pairs = ["h:" + (profile.quotesSession ? "'\(session)'" : "\(session)")]
    switch profile.flags {
    case .skip:
      if !school.configuration.encrypt { pairs.append("sCrA:true") }
      if !school.configuration.compress { pairs.append("sCoA:true") }
    case .perform:
      if school.configuration.encrypt { pairs.append("CrA:true") }
      if school.configuration.compress { pairs.append("CoA:true") }
    }
    pairs.append("a:\(number)")
    pairs.append("d:true")
    // 3: a token of the portal (session document 2.4).
    if let login { pairs += ["e:'\(login.identifier)'", "f:'\(login.password)'", "g:3"] }
    if let key = school.privateKey?.publicKey {
      pairs.append("MR:'\(Hex.encode(key.modulus, uppercase: true))'")
      pairs.append("ER:'\(Hex.encode(key.exponent, uppercase: true))'")
    }
    return "Start ({\(pairs.joined(separator: ","))})"
  }

  /// The list of spaces, for people who open the root in a browser.
  func index() -> String {
    let links = SpaceNumber.all.map { space in
      "<li><a href=\"\(space.space.rawValue).html\">\(SchoolPages.escape(space.name))</a></li>"
    }
    return message(
      title: school.database.establishment.name,
      body: "<h1>\(SchoolPages.escape(school.database.establishment.name))</h1><ul>\(links.joined())</ul>"
        + "<div class=\"version\">PRONOTE \(school.version)</div>"
    )
  }

  /// The mails that the school would have sent, for whoever plays their readers. The school is reached over loopback.
  func mail(_ mails: [MailRecord]) -> String {
    let entries = mails.map { mail in
      "<li><time>\(mail.sent.formatted(.iso8601))</time> <b>\(SchoolPages.escape(mail.recipient))</b> "
        + "<i>\(SchoolPages.escape(mail.subject))</i> <p>\(SchoolPages.escape(mail.text))</p></li>"
    }
    return message(title: "Courrier", body: "<h1>Courrier</h1><ul>\(entries.joined(separator: "\n"))</ul>")
  }

  /// For somebody whom the portal vouches for, and who has nothing to do in this space.
  func refusedAfterPortal() -> String {
    message("Votre identification par le portail n'a pas abouti, ou ce compte n'ouvre pas cet espace.")
  }

  /// A page that stands in for a session page.
  func standIn(_ page: Fault.Page) -> (status: Int, page: String) {
    switch page {
    case .suspended:
      (200, message("Votre adresse IP est provisoirement suspendue suite à un nombre trop important d'échecs."))
    case .closed: (200, message("Le site n'est pas disponible"))
    case .busy: (200, message("Le site est momentanément indisponible"))
    case .browser: (200, message("Votre navigateur n'est pas compatible avec PRONOTE."))
    case .message: (200, message("L'établissement prépare la rentrée."))
    case .address: (200, message("Contact : service VIP, adresse IP du serveur 192.0.2.1."))
    case .http: (503, "<html><head><title>HTTP Error 503</title></head><body>HTTP Error 503. Service.</body></html>")
    case .foreign:
      (
        200,
        "<html><head><title>Portail</title></head><body><form action=\"/login\"><input name=\"user\"></form></body></html>"
      )
    }
  }

  /// What is answered to an obviously old browser.
  func incompatibleBrowser() -> String {
    message("Votre navigateur n'est pas compatible avec PRONOTE.")
  }

  private func message(_ text: String) -> String {
    message(title: "PRONOTE", body: "<div class=\"conteneur\">\(SchoolPages.escape(text))</div>")
  }

  private func message(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="fr"><head><meta charset="utf-8" /><title>\(SchoolPages.escape(title))</title></head>
    <body>\(body)</body></html>
    """
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
