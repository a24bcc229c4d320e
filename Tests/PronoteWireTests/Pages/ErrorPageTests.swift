import PronoteWire
import Testing

/// Session document 2.5 and 11.2: pages that are no session page, told apart by what they say.
@Suite struct `An error page` {
  private static func page(_ body: String, title: String = "PRONOTE") -> String {
    "<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(body)</body></html>"
  }

  @Test(arguments: [
    ("Votre adresse IP est provisoirement suspendue !", ErrorPage.Kind.suspended),
    ("Votre adresse&nbsp;IP est provisoirement suspendue.", .suspended),
    ("VOTRE ADRESSE IP EST PROVISOIREMENT SUSPENDUE", .suspended),
    ("La page a expiré ! (3)", .expired), ("La page a expir&eacute; ! (7)", .expired),
    ("La page a expir&#233;", .expired), ("La page a expir&#xE9;", .expired), ("La page a expire\u{301}", .expired),
    ("Vous avez dépassé le nombre d'erreurs d'authentification autorisées.", .rateLimited),
    ("Vous avez d&eacute;pass&eacute; le nombre d&#39;erreurs", .rateLimited),
    ("Le site n'est pas disponible", .unavailable), ("Le site n&rsquo;est pas disponible.", .unavailable),
    ("Le site n’est\npas disponible", .unavailable), ("La page demandée n'existe pas", .unavailable),
    ("Le site est momentanément indisponible", .busy), ("Le site est momentan&eacute;ment indisponible", .busy),
    ("<b>Le site</b> est <i>momentanément</i> indisponible", .busy),
    ("Accès refusé", .denied), ("Acc&egrave;s refus&eacute;", .denied), ("ACCÈS REFUSÉ", .denied),
    ("Impossible d'afficher la page", .cannotShow), ("Impossible d&#039;afficher la page", .cannotShow),
    ("Votre navigateur n'est pas compatible", .incompatibleBrowser), ("Navigateur incompatible", .incompatibleBrowser),
    ("Liste des navigateurs compatibles", .incompatibleBrowser),
    ("Your browser is not compatible", .incompatibleBrowser),
    ("HTTP Error 503. The service is unavailable.", .http(503)), ("<h2>HTTP Error 404</h2>", .http(404)),
  ])
  func `says what it is`(sentence: String, kind: ErrorPage.Kind) {
    for body in [
      sentence, "<div class=\"conteneur\"><p>\(sentence)</p></div>", "<p>Bonjour</p><p>\(sentence)</p><br>x",
    ] {
      #expect(ErrorPage(page: Self.page(body)).kind == kind)
    }
    #expect(ErrorPage(page: Self.page(sentence, title: "Autre site")).kind == kind)
  }

  @Test(arguments: [
    ("<p>Bonjour</p><p>La page a expir&eacute; ! (3)</p><p>Fin</p>", "La page a expiré ! (3)"),
    ("<div>Erreur : accès refusé à l'élève.</div>", "Erreur : accès refusé à l'élève."),
  ])
  func `gives its own sentence`(body: String, message: String) {
    #expect(ErrorPage(page: Self.page(body)).message == message)
  }

  @Test func `gives at most 200 characters`() {
    let page = ErrorPage(page: Self.page("La page a expiré " + String(repeating: "é", count: 1000)))
    #expect(page.message?.count == 200)
  }

  @Test(arguments: [
    "<p>IP</p>", "<p>Votre IP : 10.0.0.1</p>", "<p>Adresse IP</p>", "<p>SHIPPING IP adresse</p>",
    "<p>Les adresses IP ne sont pas suspendues</p>",
  ])
  func `that names IP is no ban`(body: String) {
    #expect(ErrorPage(page: Self.page(body)).kind == .unknown)
    #expect(ErrorPage(page: Self.page(body, title: "Autre")).kind == .notPronote)
  }

  @Test func `may carry one message in a container`() {
    let page = ErrorPage(page: Self.page("<div class='x conteneur'> L&#39;espace n'est pas <b>publié</b>. </div>"))
    #expect(page.kind == .message)
    #expect(page.message == "L'espace n'est pas publié.")
    #expect(ErrorPage(page: Self.page("<div class='conteneur'> </div>")).kind == .unknown)
    #expect(ErrorPage(page: Self.page("<div class='conteneurs'>x</div>")).kind == .unknown)
  }

  @Test(arguments: ["", "x", "<html><body>Portail ENT : connexion</body></html>", "\u{0}", "<", "{}"])
  func `without PRONOTE is another site`(page: String) {
    #expect(ErrorPage(page: page).kind == .notPronote)
  }

  @Test func `of another site keeps its title`() {
    #expect(ErrorPage(page: "<title>Mon&nbsp;ENT</title>").message == "Mon ENT")
    #expect(ErrorPage(page: Self.page("<p>Rien</p>")) == ErrorPage(kind: .unknown, message: "PRONOTE"))
  }

  @Test(arguments: ["HTTP Error 5", "HTTP Error abc", "HTTP Error "]) func `needs three digits`(body: String) {
    #expect(ErrorPage(page: Self.page(body)).kind == .unknown)
  }

  @Test func `does not speak through scripts and comments`() {
    let body = "<script>var t = 'La page a expiré';</script><!-- Accès refusé -->"
    #expect(ErrorPage(page: Self.page(body)).kind == .unknown)
  }

  @Test func `is made of any text at all`() {
    let base = Array(Self.page("<div class='conteneur'>La page a expir&eacute;\r\n\u{301} n&rsquo;est</div>").utf8)
    var random = SeededGenerator(404)
    var kinds: Set<ErrorPage.Kind> = []
    for _ in 0..<2000 {
      let text = random.mutate(base, alphabet: Array("<>&;\"'/ PRONOTEéaexpir\u{301}".utf8) + [0xcc, 0xff, 0])
      kinds.insert(ErrorPage(page: String(decoding: text, as: UTF8.self)).kind)
    }
    #expect(kinds.contains(.expired) && kinds.contains(.message))
  }
}
