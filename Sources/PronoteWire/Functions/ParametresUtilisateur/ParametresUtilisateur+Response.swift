extension ParametresUtilisateur {
  package struct Response: WireMessage, Hashable {
    package var ressource: Ressource
    package var listeInformationsEtablissements: [Etablissement]
    /// The tabs, flattened, in the order of the tree.
    package var onglets: [Int]
    package var listeOngletsInvisibles: [Int]
    package var listeClasses: [Classe]
    /// The tree of tabs as it is sent; only schools write it.
    package var arbre: JSONValue?
    /// Whatever else a school sends that only foreign clients look at.
    package var extras: [JSONValue.Member]

    package init(ressource: Ressource, arbre: JSONValue) {
      self.ressource = ressource
      self.arbre = arbre
      listeInformationsEtablissements = []
      onglets = []
      listeOngletsInvisibles = []
      listeClasses = []
      extras = []
    }

    package init(_ view: JSONView) throws(WireError) {
      do {
        ressource = try Ressource(try view.required("ressource"))
      } catch {
        throw error.location == "ressource"
          ? error : WireError(error.code, "ressource.\(error.location)", error.message)
      }
      listeInformationsEtablissements = view.list("listeInformationsEtablissements").map { Etablissement($0) }
      onglets = Response.flatten(view.list("listeOnglets"))
      listeOngletsInvisibles = view.numbers("listeOngletsInvisibles") ?? []
      listeClasses = view.list("listeClasses").map { Classe($0) }
      arbre = nil
      extras = []
    }

    package var json: JSONValue {
      let known = JSONValue.object(present: [
        "ressource": ressource.json,
        "listeInformationsEtablissements": .elements(listeInformationsEtablissements.map(\.json)),
        "listeOnglets": arbre ?? .array(onglets.map { ["G": .integer($0)] }),
        "listeOngletsInvisibles": .array(listeOngletsInvisibles.map { .integer($0) }),
        "listeClasses": listeClasses.isEmpty ? nil : .elements(listeClasses.map(\.json)),
      ])
      guard case .object(let members) = known else { return known }
      return .object(members + extras)
    }

    /// Every tab of a tree `[{G, Onglet: […]}]`, parents first, each once.
    package static func flatten(_ tree: [JSONView]) -> [Int] {
      var tabs: [Int] = []
      var pending = Array(tree.reversed())
      while let node = pending.popLast() {
        if let tab = node.integer("G"), !tabs.contains(tab) { tabs.append(tab) }
        pending += node.list("Onglet").reversed()
      }
      return tabs
    }

    /// Whether the account has a tab and does not hide it.
    package func has(_ tab: Int) -> Bool {
      onglets.contains(tab)
    }
  }
}
