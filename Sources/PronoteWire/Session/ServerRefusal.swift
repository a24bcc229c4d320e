/// An error that the server answered with: `{"Erreur":{"G":10,"Titre":"La page a expiré ! (3)","Message":""}}`
/// (session document 11.1).
package struct ServerRefusal: Error, Sendable, Hashable {
  /// The kind, `G`.
  package var code: Int
  /// The title, `Titre`.
  package var title: String
  /// The text, `Message`.
  package var message: String

  package init(code: Int, title: String, message: String = "") {
    self.code = code
    self.title = title
    self.message = message
  }

  /// Reads an error object; nil when there is none.
  package init?(in view: JSONView) {
    guard let error = view.field("Erreur") else { return nil }
    self.init(
      code: error.integer("G") ?? -1,
      title: error.text("Titre") ?? "",
      message: error.text("Message") ?? view.text("MessageErreur") ?? ""
    )
  }

  /// The whole body of an error answer. Both texts are always there: a known client reads them blindly.
  package var body: JSONValue {
    ["Erreur": ["G": .integer(code), "Titre": .string(title), "Message": .string(message)]]
  }

  package static let accessDenied = ServerRefusal(code: 3, title: "Accès refusé")
  package static let suspended = ServerRefusal(
    code: 5,
    title: "Votre adresse IP est provisoirement suspendue !",
    message: "Votre adresse IP est provisoirement suspendue !"
  )
  package static let sessionUnknown = ServerRefusal(code: 10, title: "La page a expiré ! (3)")
  package static let wrongOrder = ServerRefusal(code: 14, title: "La page a expiré ! (7)")
  package static let unknownObject = ServerRefusal(code: 20, title: "Objet inconnu")
  package static let cannotProcess = ServerRefusal(code: 21, title: "Impossible d'afficher la page")
  package static let foreignObject = ServerRefusal(code: 22, title: "Objet d'une session précédente")
  package static let rateLimited = ServerRefusal(
    code: 25,
    title: "Vous avez dépassé le nombre d'erreurs d'authentification autorisées. "
      + "Veuillez patienter avant de réessayer.",
    message: "Vous avez dépassé le nombre d'erreurs d'authentification autorisées. "
      + "Veuillez patienter avant de réessayer."
  )

  /// Whether the title starts a page-expired error, whatever the code.
  package var saysExpired: Bool { title.hasPrefix("La page a expir") }
}
