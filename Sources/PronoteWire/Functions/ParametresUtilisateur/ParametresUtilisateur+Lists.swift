extension ParametresUtilisateur {
  /// The periods that a tab offers, and the one it opens with.
  package struct OngletPeriodes: Sendable, Hashable {
    package var g: Int
    /// Here `G` is 1 for the year as a whole (without an id), 2 for a period, 4 for "outside".
    package var listePeriodes: [WireElement]
    package var periodeParDefaut: WireElement?

    package init(g: Int, listePeriodes: [WireElement], periodeParDefaut: WireElement?) {
      self.g = g
      self.listePeriodes = listePeriodes
      self.periodeParDefaut = periodeParDefaut
    }

    package init?(_ view: JSONView) {
      let view = view.unwrapped
      guard let g = view.integer("G") else { return nil }
      self.init(
        g: g,
        listePeriodes: view.elements("listePeriodes"),
        periodeParDefaut: view.element("periodeParDefaut")
      )
    }

    package var json: JSONValue {
      .object(present: [
        "G": .integer(g),
        "listePeriodes": .elements(
          listePeriodes.map { period in
            period.json.adding("A", period.n == nil ? nil : true).adding("GenreNotation", period.n == nil ? nil : 1)
          }
        ),
        "periodeParDefaut": periodeParDefaut.map { .element($0.json) },
      ])
    }
  }

  /// The school's card.
  package struct Etablissement: Sendable, Hashable {
    package var n: String?
    package var l: String?
    /// Address lines, postal code and town, country, as far as sent.
    package var adresse: [String]
    package var siteInternet: String?

    package init(n: String?, l: String?, adresse: [String], siteInternet: String?) {
      self.n = n
      self.l = l
      self.adresse = adresse
      self.siteInternet = siteInternet
    }

    package init(_ view: JSONView) {
      let view = view.unwrapped
      let place = view.field("Coordonnees")
      let town = [
        place?.label("CodePostal"), place?.label("LibellePostal") ?? place?.label("LibelleVille"),
      ].compactMap { $0 }.joined(separator: " ")
      let lines = [
        place?.label("Adresse1"), place?.label("Adresse2"), place?.label("Adresse3"), place?.label("Adresse4"),
        town.isEmpty ? nil : town, place?.label("Province"), place?.label("Pays"),
      ]
      self.init(
        n: view.id("N"),
        l: view.label("L"),
        adresse: lines.compactMap { $0 },
        siteInternet: place?.label("SiteInternet")
      )
    }

    package var json: JSONValue {
      var lines = adresse[...]
      let country = lines.count > 2 ? lines.popLast() : nil
      let town = lines.popLast() ?? ""
      let parts = town.split(separator: " ", maxSplits: 1).map(String.init)
      let place = JSONValue.object(present: [
        "Adresse1": .string(lines.first ?? ""),
        "Adresse2": .string(lines.dropFirst(1).first ?? ""),
        "Adresse3": .string(lines.dropFirst(2).first ?? ""),
        "Adresse4": .string(lines.dropFirst(3).first ?? ""),
        "CodePostal": .string(parts.count == 2 ? parts[0] : ""),
        "LibellePostal": .string(parts.last ?? ""),
        "LibelleVille": .string(parts.last ?? ""),
        "Province": "",
        "Pays": .string(country ?? ""),
        "SiteInternet": .string(siteInternet ?? ""),
      ])
      return .object(present: [
        "N": n.map { .string($0) }, "L": l.map { .string($0) }, "Coordonnees": place, "avecInformations": true,
      ])
    }
  }

  /// A class, in the staff's space.
  package struct Classe: Sendable, Hashable {
    package var n: String?
    package var l: String?
    package var estResponsable: Bool
    package var niveau: String?

    package init(n: String?, l: String?, estResponsable: Bool, niveau: String?) {
      self.n = n
      self.l = l
      self.estResponsable = estResponsable
      self.niveau = niveau
    }

    package init(_ view: JSONView) {
      let view = view.unwrapped
      self.init(
        n: view.id("N"),
        l: view.label("L"),
        estResponsable: view.flag("estResponsable"),
        niveau: view.element("niveau")?.l
      )
    }

    package var json: JSONValue {
      .object(present: [
        "N": n.map { .string($0) },
        "L": l.map { .string($0) },
        "G": 1,
        "estResponsable": .bool(estResponsable),
        "niveau": niveau.map { .element(["L": .string($0)]) },
      ])
    }
  }
}
