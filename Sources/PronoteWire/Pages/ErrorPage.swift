import Foundation
import WebSession

/// A page that is no session page, as far as it says what it is (session document 2.5).
///
/// Only sentences that were seen count. Two capital letters somewhere prove nothing: a page that holds `IP` is not a
/// ban.
package struct ErrorPage: Sendable, Hashable {
  /// What the page says.
  package enum Kind: Sendable, Hashable {
    /// "Votre adresse IP est provisoirement suspendue": the address is banned for a while.
    case suspended
    /// "La page a expiré": the session is gone.
    case expired
    /// "Vous avez dépassé le nombre…": too many attempts.
    case rateLimited
    /// "Le site n'est pas disponible": the instance is closed.
    case unavailable
    /// "Le site est momentanément indisponible": busy or being updated.
    case busy
    /// "accès refusé".
    case denied
    /// "Impossible d'afficher la page": the server could not process the call; also what an old client gets that
    /// speaks the wrong dialect.
    case cannotShow
    /// The browser-compatibility page: the user agent was not accepted.
    case incompatibleBrowser
    /// `HTTP Error 503` and the like, from the web server in front.
    case http(Int)
    /// A page of PRONOTE with one message in an element of class `conteneur`.
    case message
    /// A page that never names PRONOTE: another site.
    case notPronote
    /// A page of PRONOTE that says nothing known.
    case unknown
  }

  /// What the page says.
  package let kind: Kind

  /// The sentence that says so, in the page's own words and at most 200 characters, or the page's title.
  package let message: String?

  package init(kind: Kind, message: String?) {
    self.kind = kind
    self.message = message
  }

  /// Tells what a page is. Total: every text is some page.
  package init(page: String) {
    let html = HTMLPage(page)
    let text = html.text
    let folded = ErrorPage.fold(text)
    for (needle, kind) in ErrorPage.sentences {
      if let range = folded.range(of: needle) {
        self.init(
          kind: kind,
          message: ErrorPage.sentence(in: text, at: folded.distance(from: folded.startIndex, to: range.lowerBound))
        )
        return
      }
    }
    if let status = ErrorPage.httpStatus(in: folded) {
      self.init(kind: .http(status), message: html.title)
    } else if let container = html.elements(withClass: "conteneur").first?.trimmingBlanks, !container.isEmpty {
      self.init(kind: .message, message: String(container.prefix(200)))
    } else if ErrorPage.fold(page).contains("pronote") {
      self.init(kind: .unknown, message: html.title)
    } else {
      self.init(kind: .notPronote, message: html.title)
    }
  }

  /// Sentences, folded (lower case, no accents, straight apostrophes), in the order in which they are looked for.
  private static let sentences: [(String, Kind)] = [
    ("la page a expire", .expired),
    ("adresse ip est provisoirement suspendue", .suspended),
    ("adresse ip est suspendue", .suspended),
    ("vous avez depasse le nombre", .rateLimited),
    ("le site n'est pas disponible", .unavailable),
    ("le site est momentanement indisponible", .busy),
    ("impossible d'afficher la page", .cannotShow),
    ("la page demandee n'existe pas", .unavailable),
    ("acces refuse", .denied),
    ("navigateur n'est pas compatible", .incompatibleBrowser),
    ("navigateur est incompatible", .incompatibleBrowser),
    ("navigateur incompatible", .incompatibleBrowser),
    ("navigateurs compatibles", .incompatibleBrowser),
    ("browser is not compatible", .incompatibleBrowser),
    ("browser not compatible", .incompatibleBrowser),
  ]

  /// Lower case without accents, with straight apostrophes; as many characters as before.
  static func fold(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "’", "‘", "´", "`": return "'"
        case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": return "e"
        case "à", "â", "ä", "À", "Â", "Ä": return "a"
        case "î", "ï", "Î", "Ï": return "i"
        case "ô", "ö", "Ô", "Ö": return "o"
        case "ù", "û", "ü", "Ù", "Û", "Ü": return "u"
        case "ç", "Ç": return "c"
        case "\u{a0}", "\u{202f}", "\n", "\t", "\r", "\r\n": return " "
        default:
          let lower = character.lowercased()
          return lower.count == 1 ? Character(lower) : character
        }
      }
    )
  }

  private static func sentence(in text: String, at offset: Int) -> String {
    let start = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.startIndex
    let lineStart = text[..<start].lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.startIndex
    let line = text[lineStart...].prefix { !$0.isNewline }
    return String(line.prefix(200)).trimmingBlanks
  }

  private static func httpStatus(in folded: String) -> Int? {
    guard let range = folded.range(of: "http error ") else { return nil }
    let digits = folded[range.upperBound...].prefix(3)
    return digits.count == 3 ? Int(digits) : nil
  }
}
