import PronoteWire
import SchoolModel

/// Answers DernieresEvaluations: the evaluations of a student's skills in a period (functions document 7).
enum EvaluationsFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.latestEvaluations)
    let student = try context.student()
    let period = try context.period(in: payload)
    let evaluations = try context.database.evaluations(forStudent: student.key, period: period.key)
    return ["listeEvaluations": .elements(evaluations.map { evaluation($0, context) })]
  }

  private static func evaluation(_ evaluation: EvaluationRecord, _ context: FunctionContext) -> JSONValue {
    let subject = evaluation.subject
    return [
      "N": .string(context.ids.id(.evaluation, evaluation.key)),
      "L": .string(evaluation.title),
      "date": .wireDate(evaluation.date),
      "descriptif": .string(evaluation.details),
      "coefficient": .integer(evaluation.coefficient),
      "individu": .element(["L": .string(evaluation.teacherLabel)]),
      "matiere": .element([
        "N": .string(context.ids.id(.subject, subject.key)), "L": .string(subject.name),
        "couleur": .string(subject.color), "ordre": .integer(subject.order),
      ]),
      "periode": .element([
        "N": .string(context.ids.id(.period, evaluation.period.key)), "L": .string(evaluation.period.name),
      ]),
      "listePaliers": .elements([["L": .string(evaluation.stage)]]),
      "listeNiveauxDAcquisitions": .elements(evaluation.results.map { result($0, context) }),
    ]
  }

  private static func result(_ result: SkillResultRecord, _ context: FunctionContext) -> JSONValue {
    let ids = context.ids
    return .object(present: [
      "N": .string(ids.id(.skillLevel, result.key)),
      "L": .string(result.level.label),
      "abbreviation": .string(result.level.abbreviation),
      "ordre": .integer(result.order),
      "coefficient": 1,
      "domaine": .element(["N": .string(ids.id(.domain, result.domain.key)), "L": .string(result.domain.label)]),
      "item": result.item.map { .element(["N": .string(ids.id(.skill, $0.key)), "L": .string($0.label)]) },
      "pilier": .element([
        "N": .string(ids.id(.pillar, result.pillar.key)), "L": .string(result.pillar.label),
        "strPrefixes": .string(result.pillarPrefixes),
      ]),
    ])
  }
}
