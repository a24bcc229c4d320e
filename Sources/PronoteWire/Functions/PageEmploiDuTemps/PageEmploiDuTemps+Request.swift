package import SchoolModel

extension PageEmploiDuTemps {
  package struct Request: WireMessage, Hashable {
    /// Whose timetable.
    package var ressource: WireElement
    /// The week, 1 for the week of the first Monday; nil in interval mode.
    package var numeroSemaine: Int?
    /// The interval; without an end, one day.
    package var dateDebut: LocalDateTime?
    package var dateFin: LocalDateTime?

    package init(ressource: WireElement, numeroSemaine: Int) {
      self.ressource = ressource
      self.numeroSemaine = numeroSemaine
    }

    package init(_ view: JSONView) throws(WireError) {
      // Both spellings are sent, because versions differ on which one they read.
      guard let ressource = view.element("ressource") ?? view.element("Ressource") else {
        throw WireError(.missing, "ressource", "absent")
      }
      self.ressource = ressource
      numeroSemaine = view.integer("numeroSemaine") ?? view.integer("NumeroSemaine")
      dateDebut = try view["dateDebut"] == nil ? view.date("DateDebut") : view.date("dateDebut")
      dateFin = try view["dateFin"] == nil ? view.date("DateFin") : view.date("dateFin")
    }

    package var json: JSONValue {
      let week = numeroSemaine.map { JSONValue.integer($0) }
      let start = dateDebut.map { JSONValue.typed(WireType.date, .string(WireDate.requestText($0))) }
      let end = dateFin.map { JSONValue.typed(WireType.date, .string(WireDate.requestText($0))) }
      return .object(present: [
        "ressource": ressource.json,
        "Ressource": ressource.json,
        "numeroSemaine": week,
        "NumeroSemaine": week,
        "dateDebut": start,
        "DateDebut": start,
        "dateFin": end,
        "DateFin": end,
        "avecAbsencesEleve": false,
        "avecConseilDeClasse": true,
        "estEDTPermanence": false,
        "avecAbsencesRessource": true,
        "avecDisponibilites": true,
        "avecInfosPrefsGrille": true,
        "avecCoursSortiePeda": true,
        "avecRetenuesEleve": true,
      ])
    }
  }
}
