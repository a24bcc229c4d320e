import PronoteWire
import SchoolModel

/// Requests of the functions that the tests call, as clients write them.
enum WireRequests {
  /// A week of a timetable; the current one is 12.
  static func week(_ number: Int, of student: WireElement) -> JSONValue {
    PageEmploiDuTemps.Request(ressource: student, numeroSemaine: number).json
  }

  /// Weeks of the notebook.
  static func weeks(_ text: String) -> JSONValue {
    ["domaine": .typed(WireType.domain, .string(text))]
  }

  /// The grades of a period.
  static func grades(_ period: WireElement) -> JSONValue {
    DernieresNotes.Request(periode: period).json
  }

  /// A payload of the keep-alive.
  static let navigation: JSONValue = ["onglet": 7, "ongletPrec": 7]
}

extension JSONView {
  /// The account's person in the answer of ParametresUtilisateur.
  var resource: WireElement { WireElement(field("ressource") ?? self) }

  /// The children in the answer of ParametresUtilisateur.
  var children: [WireElement] { field("ressource")?.elements("listeRessources") ?? [] }

  /// The period that the grades tab of a student opens with.
  var currentPeriod: WireElement? {
    list("listeOngletsPourPeriodes").map(\.unwrapped).first { $0.integer("G") == Tab.latestGrades }?
      .element("periodeParDefaut")
  }
}
