package import SchoolModel

extension PageEmploiDuTemps {
  package struct Response: WireMessage, Hashable {
    /// Whether the school shows cancelled lessons.
    package var avecCoursAnnule: Bool
    package var listeCours: [Cours]
    /// Lunch, as places of the day.
    package var debutDemiPensionHebdo: Int?
    package var finDemiPensionHebdo: Int?
    /// Lessons that could not be read.
    package var diagnostics: [Diagnostic]
    /// Whatever else a school sends that only foreign clients look at.
    package var extras: [JSONValue.Member]

    package init(listeCours: [Cours]) {
      avecCoursAnnule = true
      self.listeCours = listeCours
      diagnostics = []
      extras = []
    }

    package init(_ view: JSONView) throws(WireError) {
      avecCoursAnnule = view.flag("avecCoursAnnule", default: true)
      debutDemiPensionHebdo = view.integer("debutDemiPensionHebdo")
      finDemiPensionHebdo = view.integer("finDemiPensionHebdo")
      var diagnostics: [Diagnostic] = []
      // Absent in weeks without lessons.
      listeCours = view.lossyList("ListeCours", &diagnostics) { cours throws(WireError) in try Cours(cours) }
      self.diagnostics = diagnostics
      extras = []
    }

    package var json: JSONValue {
      let known = JSONValue.object(present: [
        "avecCoursAnnule": .bool(avecCoursAnnule),
        "debutDemiPensionHebdo": debutDemiPensionHebdo.map { .integer($0) },
        "finDemiPensionHebdo": finDemiPensionHebdo.map { .integer($0) },
        "ListeCours": .array(listeCours.map(\.json)),
      ])
      guard case .object(let members) = known else { return known }
      return .object(members + extras)
    }
  }
}
