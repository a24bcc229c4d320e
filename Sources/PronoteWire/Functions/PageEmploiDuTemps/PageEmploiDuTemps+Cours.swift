package import SchoolModel

extension PageEmploiDuTemps {
  /// One entry of the timetable.
  package struct Cours: WireMessage, Hashable {
    package var n: String?
    /// 0 normal, 1 class council, 2 replacement, 3 historical, 4 substitute teacher.
    package var g: Int
    /// Of two lessons on the same places, the web site shows the one with the larger `P`.
    package var p: Int
    /// The place in the week: day times places a day, plus the place of the day. May be absent.
    package var place: Int?
    /// The length in places.
    package var duree: Int?
    package var dateDuCours: LocalDateTime
    package var dateDuCoursFin: LocalDateTime?
    package var couleurFond: String?
    package var statut: String?
    package var estAnnule: Bool
    package var listeContenus: [Contenu]
    package var avecTafPublie: Bool
    package var avecCdT: Bool
    package var cahierDeTextes: CahierDeTextes?
    package var listeVisios: [Visio]
    package var memo: String?
    package var dispenseEleve: Dispense?
    package var estRetenue: Bool
    package var estSortiePedagogique: Bool
    /// The title of an outing.
    package var motif: String?
    package var accompagnateurs: [String]

    package init(dateDuCours: LocalDateTime, place: Int, duree: Int) {
      n = nil
      g = 0
      p = 0
      self.place = place
      self.duree = duree
      self.dateDuCours = dateDuCours
      estAnnule = false
      listeContenus = []
      avecTafPublie = false
      avecCdT = false
      listeVisios = []
      estRetenue = false
      estSortiePedagogique = false
      accompagnateurs = []
    }

    package init(_ view: JSONView) throws(WireError) {
      let view = view.unwrapped
      guard view.isObject else { throw WireError(.unexpected, "", "expected an object") }
      n = view.id("N")
      g = view.integer("G") ?? 0
      p = view.integer("P") ?? 0
      place = view.integer("place")
      duree = view.integer("duree")
      dateDuCours = try view.requiredDate("DateDuCours")
      dateDuCoursFin = try view.date("DateDuCoursFin")
      couleurFond = view.label("CouleurFond")
      statut = view.label("Statut")
      estAnnule = view.flag("estAnnule")
      listeContenus = view.list("ListeContenus").map { Contenu($0) }
      avecTafPublie = view.flag("AvecTafPublie")
      avecCdT = view.flag("AvecCdT")
      cahierDeTextes = view.field("cahierDeTextes").map { CahierDeTextes($0) }
      listeVisios = view.list("listeVisios").compactMap { Visio($0) }
      memo = view.label("memo")
      dispenseEleve = Dispense(view.field("dispenseEleve"))
      estRetenue = view.flag("estRetenue")
      estSortiePedagogique = view.flag("estSortiePedagogique")
      motif = view.label("motif")
      accompagnateurs = view.list("accompagnateurs").compactMap { $0.unwrapped.string }
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "G": .integer(g),
        "P": .integer(p),
        "Statut": statut.map { .string($0) },
        "estAnnule": estAnnule ? true : nil,
        "place": place.map { .integer($0) },
        "duree": duree.map { .integer($0) },
        "DateDuCours": .wireDate(dateDuCours),
        "DateDuCoursFin": dateDuCoursFin.map { .wireDate($0) },
        "CouleurFond": couleurFond.map { .string($0) },
        "ListeContenus": .elements(listeContenus.map(\.json)),
        "AvecTafPublie": .bool(avecTafPublie),
        "cahierDeTextes": cahierDeTextes.map { .element($0.json) },
        "AvecCdT": avecCdT ? true : nil,
        "listeVisios": listeVisios.isEmpty ? nil : .elements(listeVisios.map(\.json)),
        "memo": memo.map { .string($0) },
        "dispenseEleve": dispenseEleve.map { .element($0.json) },
        "estRetenue": estRetenue ? true : nil,
        "estSortiePedagogique": estSortiePedagogique ? true : nil,
        "motif": motif.map { .string($0) },
        "accompagnateurs": accompagnateurs.isEmpty ? nil : .array(accompagnateurs.map { .string($0) }),
      ])
    }
  }
}
