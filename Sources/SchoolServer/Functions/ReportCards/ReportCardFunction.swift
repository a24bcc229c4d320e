import PronoteWire
import SchoolModel

/// Answers PageBulletins: the report card of a period (functions document 8.1).
enum ReportCardFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.reportCard)
    let student = try context.student()
    let period = try context.period(in: payload)
    guard let card = try context.database.reportCard(forStudent: student.key, period: period.key) else { return [:] }
    if let message = card.message { return ["Message": .string(message)] }
    return .object(present: [
      "ListeServices": .elements(card.services.map { service($0, context) }),
      "ObjetListeAppreciations": .element([
        "ListeAppreciations": .elements(card.appreciations.map(appreciation)), "Editable": false, "Cloture": true,
      ]),
      "General": .object(present: [
        "MoyenneEleve": card.average.map { .wireMark(WireMark($0)) },
        "MoyenneClasse": card.classAverage.map { .wireMark(WireMark($0)) },
      ]),
    ])
  }

  private static func service(_ service: ReportServiceRecord, _ context: FunctionContext) -> JSONValue {
    let averages = service.averages
    let subject = averages.subject
    return [
      "N": .string(context.ids.id(.service, averages.serviceKey)),
      "L": .string(subject.name),
      "couleur": .string(subject.color),
      "Matiere": .element([
        "N": .string(context.ids.id(.subject, subject.key)), "L": .string(subject.name),
        "estServiceGroupe": .bool(averages.isForGroup),
      ]),
      // Nobody has families of subjects here.
      "SurMatiere": .element(["N": "0", "L": ""]),
      // Not through WireMark, which would write `1` for `1,00`: here the decimals are always written.
      "Coefficient": .typed(WireType.mark, .string(averages.coefficient)),
      "MoyenneEleve": .wireMark(WireMark(averages.student)),
      "MoyenneClasse": .wireMark(WireMark(averages.classAverage)),
      "MoyenneInf": .wireMark(WireMark(averages.minimum)),
      "MoyenneSup": .wireMark(WireMark(averages.maximum)),
      "MoyenneMediane": .wireMark(WireMark(averages.median)),
      "ListeAppreciations": .elements([service.appreciation.isEmpty ? [:] : ["L": .string(service.appreciation)]]),
      "ListeProfesseurs": .elements(service.teachers.map { ["L": .string($0)] }),
    ]
  }

  private static func appreciation(_ appreciation: ReportCardRecord.Appreciation) -> JSONValue {
    .object(present: [
      "G": .integer(appreciation.code),
      "Intitule": .string(appreciation.heading),
      "L": appreciation.text.isEmpty ? nil : .string(appreciation.text),
    ])
  }
}
