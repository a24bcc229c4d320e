extension ParametresUtilisateur {
  /// The account's person, or a child of it.
  package struct Ressource: WireMessage, Hashable {
    package var n: String
    package var l: String
    /// 4 student, 5 parent, 3 teacher, 34 staff.
    package var g: Int?
    package var etablissement: WireElement?
    package var classeDEleve: WireElement?
    package var listeGroupes: [WireElement]
    package var listeOngletsPourPeriodes: [OngletPeriodes]
    package var listeRessources: [Ressource]
    package var avecPhoto: Bool
    /// Whatever else a school sends that only foreign clients look at.
    package var extras: [JSONValue.Member]

    package init(n: String, l: String, g: Int) {
      self.n = n
      self.l = l
      self.g = g
      listeGroupes = []
      listeOngletsPourPeriodes = []
      listeRessources = []
      avecPhoto = false
      extras = []
    }

    package init(_ view: JSONView) throws(WireError) {
      let view = view.unwrapped
      n = try view.requiredText("N")
      l = view.label("L") ?? ""
      g = view.integer("G")
      etablissement = view.element("Etablissement")
      classeDEleve = view.element("classeDEleve")
      listeGroupes = view.elements("listeGroupes")
      listeOngletsPourPeriodes = view.list("listeOngletsPourPeriodes").compactMap { OngletPeriodes($0) }
      // Children are one level deep; a child without an id cannot be asked about.
      listeRessources = view.list("listeRessources").compactMap { try? Ressource($0) }
      avecPhoto = view.flag("avecPhoto")
      extras = []
    }

    package var json: JSONValue {
      let known = JSONValue.object(present: [
        "L": .string(l),
        "N": .string(n),
        "G": g.map { .integer($0) },
        "P": 1,
        "Etablissement": etablissement.map { .element($0.json) },
        "classeDEleve": classeDEleve.map(\.json),
        "listeGroupes": .elements(listeGroupes.map(\.json)),
        "listeOngletsPourPeriodes": .elements(listeOngletsPourPeriodes.map(\.json)),
        "listeRessources": listeRessources.isEmpty ? nil : .array(listeRessources.map(\.json)),
        "avecPhoto": avecPhoto ? true : nil,
      ])
      guard case .object(let members) = known else { return known }
      return .object(members + extras)
    }
  }
}
