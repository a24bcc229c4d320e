package import SchoolModel

extension PageCahierDeTexte {
  /// A piece of homework.
  package struct TravailAFaire: WireMessage, Hashable {
    package var n: String?
    /// HTML.
    package var descriptif: String
    package var pourLe: LocalDate
    package var donneLe: LocalDate?
    package var tafFait: Bool
    package var matiere: WireElement
    package var couleurFond: String?
    package var niveauDifficulte: Int
    /// Minutes; 0 for unknown.
    package var duree: Int
    package var listePieceJointe: [PieceJointe]
    package var listeThemes: [WireElement]
    package var genreRendu: Int
    package var peuRendre: Bool
    package var cours: String?
    package var cahierDeTextes: String?

    package init(descriptif: String, pourLe: LocalDate, matiere: WireElement) {
      n = nil
      self.descriptif = descriptif
      self.pourLe = pourLe
      self.matiere = matiere
      tafFait = false
      niveauDifficulte = 0
      duree = 0
      listePieceJointe = []
      listeThemes = []
      genreRendu = 0
      peuRendre = false
    }

    package init(_ view: JSONView) throws(WireError) {
      let view = view.unwrapped
      guard view.isObject else { throw WireError(.unexpected, "", "expected an object") }
      n = view.id("N")
      descriptif = view.text("descriptif") ?? ""
      pourLe = try view.requiredDate("PourLe").date
      donneLe = try view.date("DonneLe")?.date
      tafFait = view.flag("TAFFait")
      matiere = view.element("Matiere") ?? WireElement()
      couleurFond = view.label("CouleurFond")
      niveauDifficulte = view.integer("niveauDifficulte") ?? 0
      duree = view.integer("duree") ?? 0
      listePieceJointe = view.list("ListePieceJointe").map { PieceJointe($0) }
      listeThemes = view.elements("ListeThemes")
      genreRendu = view.integer("genreRendu") ?? 0
      peuRendre = view.flag("peuRendre")
      cours = view.element("cours")?.n
      cahierDeTextes = view.element("cahierDeTextes")?.n
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "descriptif": .typed(WireType.html, .string(descriptif)),
        "PourLe": .wireDate(pourLe),
        "DonneLe": donneLe.map { .wireDate($0) },
        "TAFFait": .bool(tafFait),
        "Matiere": .element(matiere.json),
        "CouleurFond": couleurFond.map { .string($0) },
        "niveauDifficulte": .integer(niveauDifficulte),
        "duree": .integer(duree),
        "genreRendu": .integer(genreRendu),
        "peuRendre": peuRendre ? true : nil,
        "ListePieceJointe": .elements(listePieceJointe.map(\.json)),
        "ListeThemes": .elements(listeThemes.map(\.json)),
        "cours": cours.map { .element(["N": .string($0)]) },
        "cahierDeTextes": cahierDeTextes.map { .element(["N": .string($0)]) },
      ])
    }
  }
}
