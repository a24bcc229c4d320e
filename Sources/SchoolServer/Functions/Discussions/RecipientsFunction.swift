import PronoteWire
import SchoolModel

/// Answers SaisiePublicMessage, who takes part in a discussion, and ListeRessourcesPourCommunication, to whom one can
/// write (functions document 13.4, 13.5).
enum RecipientsFunction {
  static func participants(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.discussions)
    let message = try context.ids.key(payload.element("message")?.n, .message)
    let people = try context.database.participants(ofMessage: message, for: context.account.person.key)
    return [
      "listeDest": .elements(
        people.map { participant in
          [
            "N": .string(context.id(of: participant.person)), "L": .string(participant.label),
            "G": .integer(participant.person.kind.rawValue), "refusMess": .bool(participant.refusesMessages),
          ]
        }
      )
    ]
  }

  static func recipients(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.discussions)
    let kind = payload.element("onglet")?.g.flatMap { PersonKind(rawValue: $0) }
    let owner = context.account.person
    let student = owner.kind == .guardian || owner.kind == .student ? try context.student().key : nil
    let people =
      try kind.map { try context.database.recipients(forPerson: owner.key, student: student, kind: $0) } ?? []
    return ["listeRessourcesPourCommunication": .elements(people.map { recipient($0, context) })]
  }

  private static func recipient(_ recipient: RecipientRecord, _ context: FunctionContext) -> JSONValue {
    let ids = context.ids
    return .object(present: [
      "N": .string(context.id(of: recipient.person)),
      "L": .string(recipient.label),
      "G": .integer(recipient.person.kind.rawValue),
      "avecDiscussion": .bool(recipient.acceptsDiscussions),
      "email": recipient.email.map { .string($0) },
      "estPrincipal": recipient.isHeadTeacher ? true : nil,
      "fonction": recipient.function.map {
        .element(["N": .string(ids.id(.section, $0.key)), "L": .string($0.label)])
      },
      "listeRessources": .elements(
        recipient.subjects.map { ["N": .string(ids.id(.subject, $0.key)), "L": .string($0.label)] }
      ),
    ])
  }
}
