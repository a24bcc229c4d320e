package import SchoolModel

extension DernieresNotes {
  /// A graded test.
  package struct Devoir: WireMessage, Hashable {
    package var n: String?
    /// 60, or 59 since 2025.1.3.
    package var g: Int?
    package var note: WireMark
    package var bareme: WireMark?
    package var baremeParDefaut: WireMark?
    package var date: LocalDate?
    package var service: WireElement
    package var couleurService: String?
    package var periode: WireElement?
    package var moyenne: WireMark?
    package var noteMax: WireMark?
    package var noteMin: WireMark?
    /// As sent: a number, or a text such as `0,5`.
    package var coefficient: String?
    package var commentaire: String?
    package var commentaireSurNote: String?
    package var estEnGroupe: Bool
    package var estBonus: Bool
    package var estFacultatif: Bool
    package var estRamenerSur20: Bool
    package var libelleSujet: String?
    package var libelleCorrige: String?

    package init(note: WireMark, service: WireElement) {
      n = nil
      self.note = note
      self.service = service
      estEnGroupe = false
      estBonus = false
      estFacultatif = false
      estRamenerSur20 = false
    }

    package init(_ view: JSONView) throws(WireError) {
      let view = view.unwrapped
      guard view.isObject else { throw WireError(.unexpected, "", "expected an object") }
      n = view.id("N")
      g = view.integer("G")
      guard let note = view.mark("note") else { throw WireError(.missing, "note", "absent") }
      self.note = note
      bareme = view.mark("bareme")
      baremeParDefaut = view.mark("baremeParDefaut")
      date = try view.date("date")?.date
      service = view.element("service") ?? WireElement()
      couleurService = view.field("service")?.label("couleur")
      periode = view.element("periode")
      moyenne = view.mark("moyenne")
      noteMax = view.mark("noteMax")
      noteMin = view.mark("noteMin")
      coefficient = view.label("coefficient")
      commentaire = view.label("commentaire")
      commentaireSurNote = view.label("commentaireSurNote")
      estEnGroupe = view.flag("estEnGroupe")
      estBonus = view.flag("estBonus")
      estFacultatif = view.flag("estFacultatif")
      estRamenerSur20 = view.flag("estRamenerSur20")
      libelleSujet = view.label("libelleSujet")
      libelleCorrige = view.label("libelleCorrige")
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "G": g.map { .integer($0) },
        "note": .wireMark(note),
        "bareme": bareme.map { .wireMark($0) },
        "baremeParDefaut": baremeParDefaut.map { .wireMark($0) },
        "date": date.map { .wireDate($0) },
        "service": .element(service.json.adding("couleur", couleurService.map { .string($0) })),
        "periode": periode.map { .element($0.json) },
        "moyenne": moyenne.map { .wireMark($0) },
        "noteMax": noteMax.map { .wireMark($0) },
        "noteMin": noteMin.map { .wireMark($0) },
        "coefficient": coefficient.map { Int($0).map { .integer($0) } ?? .string($0) },
        "commentaire": .string(commentaire ?? ""),
        "commentaireSurNote": commentaireSurNote.map { .string($0) },
        "estEnGroupe": .bool(estEnGroupe),
        "estBonus": .bool(estBonus),
        "estFacultatif": .bool(estFacultatif),
        "estRamenerSur20": .bool(estRamenerSur20),
        "libelleSujet": libelleSujet.map { .string($0) },
        "libelleCorrige": libelleCorrige.map { .string($0) },
      ])
    }
  }
}
