extension DernieresNotes {
  /// A subject with its averages.
  package struct Service: WireMessage, Hashable {
    package var n: String?
    package var l: String
    package var ordre: Int?
    package var couleur: String?
    package var estServiceEnGroupe: Bool
    package var moyEleve: WireMark?
    package var baremeMoyEleve: WireMark?
    package var moyClasse: WireMark?
    package var moyMin: WireMark?
    package var moyMax: WireMark?

    package init(n: String?, l: String) {
      self.n = n
      self.l = l
      estServiceEnGroupe = false
    }

    package init(_ view: JSONView) throws(WireError) {
      let view = view.unwrapped
      n = view.id("N")
      l = try view.requiredText("L").trimmingBlanks
      ordre = view.integer("ordre")
      couleur = view.label("couleur")
      estServiceEnGroupe = view.flag("estServiceEnGroupe") || view.flag("estServiceGroupe")
      moyEleve = view.mark("moyEleve")
      baremeMoyEleve = view.mark("baremeMoyEleve")
      moyClasse = view.mark("moyClasse")
      moyMin = view.mark("moyMin")
      moyMax = view.mark("moyMax")
    }

    package var json: JSONValue {
      .object(present: [
        "L": .string(l),
        "N": n.map { .string($0) },
        "ordre": ordre.map { .integer($0) },
        "couleur": couleur.map { .string($0) },
        "estServiceEnGroupe": .bool(estServiceEnGroupe),
        "moyEleve": moyEleve.map { .wireMark($0) },
        "baremeMoyEleve": baremeMoyEleve.map { .wireMark($0) },
        "baremeMoyEleveParDefaut": baremeMoyEleve.map { .wireMark($0) },
        "moyClasse": moyClasse.map { .wireMark($0) },
        "moyMin": moyMin.map { .wireMark($0) },
        "moyMax": moyMax.map { .wireMark($0) },
      ])
    }
  }
}
