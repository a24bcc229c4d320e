import PronoteWire
import SchoolModel

/// Answers PageEquipePedagogique: who teaches a student (functions document 16).
enum TeachingStaffFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.teachingStaff)
    let people = try context.database.teachingStaff(forStudent: try context.student().key)
    return ["liste": .elements(people.enumerated().map { member($1, position: $0 + 1, context) })]
  }

  private static func member(_ member: TeachingStaffRecord, position: Int, _ context: FunctionContext) -> JSONValue {
    .object(present: [
      "N": .string(context.id(of: member.person)),
      "L": .string(member.label),
      "P": .integer(position),
      "G": .integer(member.person.kind.rawValue),
      "fonction": member.function.map { .element(["L": .string($0.label)]) },
      "matieres": .elements(
        member.subjects.map { taught in
          [
            "N": .string(context.ids.id(.subject, taught.subject.key)), "L": .string(taught.subject.label),
            "volumeHoraire": .string(taught.weeklyTime),
          ]
        }
      ),
    ])
  }
}
