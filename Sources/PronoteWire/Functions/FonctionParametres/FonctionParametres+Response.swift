package import SchoolModel

extension FonctionParametres {
  package struct Response: WireMessage, Hashable {
    package var identifiantNav: String?
    package var dateServeurHttp: LocalDateTime?
    package var dateDemo: LocalDateTime?
    package var urlEspace: String?
    package var nom: String?
    package var avecMembre: Bool
    package var pourNouvelleCaledonie: Bool
    package var urlLogout: String?
    package var tableauVersion: [Int]
    package var general: General

    package init(general: General) {
      identifiantNav = nil
      dateServeurHttp = nil
      dateDemo = nil
      urlEspace = nil
      nom = nil
      avecMembre = false
      pourNouvelleCaledonie = false
      urlLogout = nil
      tableauVersion = []
      self.general = general
    }

    package init(_ view: JSONView) throws(WireError) {
      identifiantNav = view.text("identifiantNav")
      dateServeurHttp = try? view.date("DateServeurHttp")
      dateDemo = try? view.date("DateDemo")
      urlEspace = view.text("URLEspace")
      nom = view.text("Nom")
      avecMembre = view.flag("avecMembre")
      pourNouvelleCaledonie = view.flag("pourNouvelleCaledonie")
      urlLogout = view.text("urlLogout")
      tableauVersion = view.numbers("tableauVersion") ?? []
      do {
        general = try General(try view.required("General"))
      } catch {
        throw error.location == "General" ? error : WireError(error.code, "General.\(error.location)", error.message)
      }
    }

    package var json: JSONValue {
      .object(present: [
        "identifiantNav": identifiantNav.map { .string($0) },
        "DateServeurHttp": dateServeurHttp.map { .wireDate($0) },
        "DateDemo": dateDemo.map { .wireDate($0) },
        "URLEspace": urlEspace.map { .string($0) },
        "Nom": nom.map { .string($0) },
        "avecMembre": .bool(avecMembre),
        "pourNouvelleCaledonie": .bool(pourNouvelleCaledonie),
        "urlLogout": urlLogout.map { .string($0) },
        "tableauVersion": tableauVersion.isEmpty ? nil : .array(tableauVersion.map { .integer($0) }),
        "General": general.json,
      ])
    }

    /// The version that the server names, in text or as numbers.
    package var version: ServerVersion? {
      general.versionPN.flatMap { ServerVersion($0) } ?? (tableauVersion.isEmpty ? nil : ServerVersion(tableauVersion))
    }
  }
}
