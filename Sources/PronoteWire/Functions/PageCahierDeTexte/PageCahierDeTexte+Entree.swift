package import SchoolModel

extension PageCahierDeTexte {
  /// What was done in one lesson.
  package struct Entree: WireMessage, Hashable {
    package var n: String?
    package var cours: String?
    package var matiere: WireElement
    package var couleurFond: String?
    package var listeProfesseurs: [String]
    package var listeGroupes: [String]
    package var date: LocalDateTime
    package var dateFin: LocalDateTime?
    package var dateTAF: LocalDate?
    package var listeContenus: [Contenu]

    package init(matiere: WireElement, date: LocalDateTime) {
      n = nil
      self.matiere = matiere
      self.date = date
      listeProfesseurs = []
      listeGroupes = []
      listeContenus = []
    }

    package init(_ view: JSONView) throws(WireError) {
      let view = view.unwrapped
      n = view.id("N")
      cours = view.element("cours")?.n
      matiere = view.element("Matiere") ?? WireElement()
      couleurFond = view.label("CouleurFond")
      listeProfesseurs = view.elements("listeProfesseurs").compactMap(\.l)
      listeGroupes = view.elements("listeGroupes").compactMap(\.l)
      date = try view.requiredDate("Date")
      dateFin = try view.date("DateFin")
      dateTAF = try view.date("dateTAF")?.date
      listeContenus = view.list("listeContenus").map { Contenu($0) }
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "cours": cours.map { .element(["N": .string($0)]) },
        "verrouille": false,
        "Matiere": .element(matiere.json),
        "CouleurFond": couleurFond.map { .string($0) },
        "listeGroupes": .elements(listeGroupes.map { ["L": .string($0)] }),
        "listeProfesseurs": .elements(listeProfesseurs.map { ["L": .string($0)] }),
        "Date": .wireDate(date),
        "DateFin": dateFin.map { .wireDate($0) },
        "dateTAF": dateTAF.map { .wireDate($0) },
        "listeElementsProgrammeCDT": .elements([]),
        "listeContenus": .elements(listeContenus.map(\.json)),
      ])
    }
  }

  /// A piece of a lesson's content.
  package struct Contenu: Sendable, Hashable {
    package var n: String?
    package var l: String?
    /// HTML.
    package var descriptif: String
    package var categorie: WireElement?
    package var listePieceJointe: [PieceJointe]

    package init(n: String?, l: String?, descriptif: String, categorie: WireElement?, listePieceJointe: [PieceJointe]) {
      self.n = n
      self.l = l
      self.descriptif = descriptif
      self.categorie = categorie
      self.listePieceJointe = listePieceJointe
    }

    package init(_ view: JSONView) {
      let view = view.unwrapped
      self.init(
        n: view.id("N"),
        l: view.label("L"),
        descriptif: view.text("descriptif") ?? "",
        categorie: view.element("categorie"),
        listePieceJointe: view.list("ListePieceJointe").map { PieceJointe($0) }
      )
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "L": l.map { .string($0) },
        "descriptif": .typed(WireType.html, .string(descriptif)),
        "categorie": .element((categorie ?? WireElement(l: "", g: 0)).json),
        "parcoursEducatif": -1,
        "ListePieceJointe": .elements(listePieceJointe.map(\.json)),
        "ListeThemes": .elements([]),
        "training": .element(["ListeExecutionsQCM": []]),
      ])
    }
  }
}
