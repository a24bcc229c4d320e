package import SchoolModel

extension PageCahierDeTexte {
  /// The tab of the request selects which of the two lists is there.
  package struct Response: WireMessage, Hashable {
    package var listeTravauxAFaire: [TravailAFaire]?
    package var listeCahierDeTextes: [Entree]?
    /// Items that could not be read.
    package var diagnostics: [Diagnostic]

    package init(listeTravauxAFaire: [TravailAFaire]? = nil, listeCahierDeTextes: [Entree]? = nil) {
      self.listeTravauxAFaire = listeTravauxAFaire
      self.listeCahierDeTextes = listeCahierDeTextes
      diagnostics = []
    }

    package init(_ view: JSONView) throws(WireError) {
      var diagnostics: [Diagnostic] = []
      listeTravauxAFaire =
        view.field("ListeTravauxAFaire") == nil
        ? nil
        : view.lossyList("ListeTravauxAFaire", &diagnostics) { item throws(WireError) in try TravailAFaire(item) }
      listeCahierDeTextes =
        view.field("ListeCahierDeTextes") == nil
        ? nil
        : view.lossyList("ListeCahierDeTextes", &diagnostics) { item throws(WireError) in try Entree(item) }
      self.diagnostics = diagnostics
    }

    package var json: JSONValue {
      var json = JSONValue.object(present: [
        "ListeTravauxAFaire": listeTravauxAFaire.map { .elements($0.map(\.json)) },
        "ListeCahierDeTextes": listeCahierDeTextes.map { .elements($0.map(\.json)) },
      ])
      if listeCahierDeTextes != nil {
        let none: JSONValue = .element(["listeRessources": .elements([]), "listeMatieres": .elements([])])
        json = json.adding("ListeRessourcesPedagogiques", none).adding("ListeRessourcesNumeriques", none)
      }
      return json
    }
  }
}
