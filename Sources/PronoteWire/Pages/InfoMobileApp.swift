/// `infoMobileApp.json`: what a school tells apps before any session (session document 8.3).
package struct InfoMobileApp: WireMessage, Hashable {
  /// The path below the school's root; the id is a constant.
  package static let path = "infoMobileApp.json?id=0D264427-EEFC-4810-A9E9-346942A862A4"

  /// A space and its mobile page.
  package struct Espace: Sendable, Hashable {
    package var nom: String
    package var url: String
    package var genreEspace: Int?

    package init(nom: String, url: String, genreEspace: Int?) {
      self.nom = nom
      self.url = url
      self.genreEspace = genreEspace
    }
  }

  package var nomEtab: String?
  package var version: [Int]
  /// ISO 8601, UTC.
  package var date: String?
  package var espaces: [Espace]
  package var casActif: Bool?
  package var casURL: String?
  package var jetonCAS: String?

  package init(nomEtab: String?, version: [Int], date: String?, espaces: [Espace]) {
    self.nomEtab = nomEtab
    self.version = version
    self.date = date
    self.espaces = espaces
  }

  package init(_ view: JSONView) throws(WireError) {
    guard view.isObject, view["version"] != nil || view["espaces"] != nil else {
      throw WireError(.unexpected, "infoMobileApp.json", "expected `version` and `espaces`")
    }
    nomEtab = view.label("nomEtab")
    version = view.numbers("version") ?? []
    date = view.label("date")
    espaces = view.list("espaces").compactMap { space in
      guard let url = space.label("URL") else { return nil }
      return Espace(nom: space.label("nom") ?? url, url: url, genreEspace: space.integer("genreEspace"))
    }
    let cas = view.field("CAS")
    casActif = cas.map { $0.flag("actif") }
    casURL = cas?.label("casURL")
    jetonCAS = cas?.label("jetonCAS")
  }

  package var json: JSONValue {
    .object(present: [
      "modeModif": true,
      "version": .array(version.map { .integer($0) }),
      "date": date.map { .string($0) },
      "espaces": .array(
        espaces.map { space in
          .object(present: [
            "nom": .string(space.nom),
            "URL": .string(space.url),
            "genreEspace": space.genreEspace.map { .integer($0) },
          ])
        }
      ),
      "CAS": .object(present: [
        "actif": .bool(casActif ?? false), "casURL": .string(casURL ?? ""), "jetonCAS": jetonCAS.map { .string($0) },
      ]),
      "nomEtab": .string(nomEtab ?? ""),
      "collectivite": ["L": "", "genreCollectivite": 0],
    ])
  }
}
