package import SchoolModel

extension DernieresNotes {
  package struct Response: WireMessage, Hashable {
    /// Whether the tests are published.
    package var avecDetailDevoir: Bool
    /// Whether the subjects' averages are published.
    package var avecDetailService: Bool
    package var listeDevoirs: [Devoir]
    package var listeServices: [Service]
    package var moyGenerale: WireMark?
    package var moyGeneraleClasse: WireMark?
    package var baremeMoyGenerale: WireMark?
    /// Items that could not be read.
    package var diagnostics: [Diagnostic]

    package init() {
      avecDetailDevoir = true
      avecDetailService = true
      listeDevoirs = []
      listeServices = []
      diagnostics = []
    }

    package init(_ view: JSONView) throws(WireError) {
      // A flag that is not sent says nothing: then the list's presence does.
      avecDetailDevoir = view.flag("avecDetailDevoir", default: view.field("listeDevoirs") != nil)
      avecDetailService = view.flag("avecDetailService", default: view.field("listeServices") != nil)
      var diagnostics: [Diagnostic] = []
      listeDevoirs = view.lossyList("listeDevoirs", &diagnostics) { item throws(WireError) in try Devoir(item) }
      listeServices = view.lossyList("listeServices", &diagnostics) { item throws(WireError) in try Service(item) }
      moyGenerale = view.mark("moyGenerale")
      moyGeneraleClasse = view.mark("moyGeneraleClasse")
      baremeMoyGenerale = view.mark("baremeMoyGenerale")
      self.diagnostics = diagnostics
    }

    package var json: JSONValue {
      .object(present: [
        "moyGenerale": moyGenerale.map { .wireMark($0) },
        "moyGeneraleClasse": moyGeneraleClasse.map { .wireMark($0) },
        "baremeMoyGenerale": baremeMoyGenerale.map { .wireMark($0) },
        "baremeMoyGeneraleParDefaut": baremeMoyGenerale.map { .wireMark($0) },
        "avecDetailDevoir": .bool(avecDetailDevoir),
        "avecDetailService": .bool(avecDetailService),
        "listeServices": .elements(listeServices.map(\.json)),
        "listeDevoirs": .elements(listeDevoirs.map(\.json)),
      ])
    }
  }
}
