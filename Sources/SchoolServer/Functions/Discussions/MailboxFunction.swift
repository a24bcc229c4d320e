import PronoteWire
import SchoolModel

/// Answers ListeMessagerie: the discussions of a mailbox (functions document 13.1).
enum MailboxFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.discussions)
    let discussions = try context.database.discussions(
      forPerson: context.account.person.key,
      unreadOnly: !payload.flag("avecLu", default: true)
    )
    return [
      "listeEtiquettes": .elements(
        MailboxLabel.allCases.map { label in
          ["N": .string(id(label, context)), "L": .string(label.label), "G": .integer(label.rawValue)]
        }
      ),
      "listeMessagerie": .elements(discussions.map { row($0, context) }),
    ]
  }

  private static func id(_ label: MailboxLabel, _ context: FunctionContext) -> String {
    context.ids.id(.label, Int64(label.rawValue))
  }

  private static func row(_ discussion: DiscussionRecord, _ context: FunctionContext) -> JSONValue {
    let ids = context.ids
    return .object(present: [
      "N": .string(ids.id(.discussion, discussion.key)),
      "estUneDiscussion": true,
      "profondeur": 0,
      "objet": .string(discussion.subject),
      "initiateur": discussion.initiator.map { .string($0) },
      "public": .string(discussion.otherPeople),
      "libelleDate": .string(MailboxDate.text(discussion.lastDate, now: context.school.now)),
      "nbNonLus": .integer(discussion.unreadCount),
      "nombreMessages": .integer(discussion.messageCount),
      "nbBrouillons": .integer(discussion.draftCount),
      "lu": .bool(discussion.unreadCount == 0),
      "ferme": .bool(discussion.isClosed),
      "listePossessionsMessages": .elements(
        discussion.possessionKeys.map { ["N": .string(ids.id(.possession, $0))] }
      ),
      "messagePourParticipants": .element(["N": .string(ids.id(.message, discussion.firstMessageKey))]),
      "listeEtiquettes": .elements(discussion.labels.map { ["N": .string(id($0, context))] }),
    ])
  }
}
