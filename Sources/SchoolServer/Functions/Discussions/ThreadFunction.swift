import PronoteWire
import SchoolModel

/// Answers ListeMessages: the messages of a discussion (functions document 13.2).
enum ThreadFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.discussions)
    let person = context.account.person.key
    let possessions = try context.possessions(in: payload)
    guard let thread = try context.database.thread(forPerson: person, possessions: possessions) else {
      throw ServerRefusal.unknownObject
    }
    var marked = 0
    if payload.flag("marquerCommeLu") {
      let unread = thread.messages.filter { !$0.isRead }.map(\.possessionKey)
      marked = try context.database.setMessagesRead(person: person, possessions: unread, read: true)
    }
    // The newest draft goes with the form to reply; others, if any, stay among the messages.
    let draft = thread.messages.last { $0.isDraft }
    let messages = thread.messages.filter { $0.possessionKey != draft?.possessionKey }
    return .object(present: [
      "nbMarquerLu": .integer(marked),
      "messagePourReponse": .element([
        "N": .string(try replyTarget(in: payload, thread, context).map { context.ids.id(.message, $0) } ?? "0"),
        "G": 0,
      ]),
      "listeBoutons": .elements(thread.isClosed ? [] : [["N": "0", "L": "Envoyer à tous", "G": 1]]),
      "listeMessages": .elements(messages.map { message($0, context) }),
      "brouillon": draft.map { draft in
        .element([
          "N": .string(context.ids.id(.possession, draft.possessionKey)), "estHTML": .bool(draft.isHTML),
          "contenu": content(draft),
        ])
      },
    ])
  }

  /// What a reply answers: the message that the call names, when it belongs to the discussion, or the last one.
  private static func replyTarget(
    in payload: JSONView,
    _ thread: DiscussionThreadRecord,
    _ context: FunctionContext
  ) throws -> Int64? {
    guard let named = payload.element("message")?.n else { return thread.replyKey }
    let key = try context.ids.key(named, .message)
    guard thread.messages.contains(where: { $0.key == key }) else { throw ServerRefusal.unknownObject }
    return key
  }

  private static func message(_ message: MessageRecord, _ context: FunctionContext) -> JSONValue {
    let ids = context.ids
    return .object(present: [
      "N": .string(ids.id(.message, message.key)),
      "possessionMessage": .element(["N": .string(ids.id(.possession, message.possessionKey))]),
      "messageSource": .element(["N": .string(message.sourceKey.map { ids.id(.message, $0) } ?? "0")]),
      "emetteur": message.isMine ? true : nil,
      "public_gauche": .string(message.isMine ? "Moi" : message.authorLabel),
      "hint_gauche": message.isMine ? nil : .string(role(message.author.kind)),
      "public_droite": .string(message.receiverLabel),
      "hint_droite": message.receiverLabel == "Moi" ? nil : message.receiverKind.map { .string(role($0)) },
      "date": .wireDate(message.date),
      "lu": .bool(message.isRead),
      "estHTML": .bool(message.isHTML),
      "contenu": content(message),
      "nbPublic": .integer(message.receiverCount),
      "estUnAparte": false,
      "brouillon": message.isDraft ? true : nil,
      "listeDocumentsJoints": context.attachments(message.attachments),
    ])
  }

  private static func content(_ message: MessageRecord) -> JSONValue {
    message.isHTML ? .typed(WireType.html, .string(message.content)) : .string(message.content)
  }

  private static func role(_ kind: PersonKind) -> String {
    switch kind {
    case .teacher: "Professeur"
    case .staff: "Personnel"
    case .student: "Élève"
    case .guardian: "Responsable"
    case .tutor: "Maître de stage"
    }
  }
}

extension FunctionContext {
  /// The copies of messages that a request names.
  ///
  /// - Throws: ``ServerRefusal`` 22 for an id of another session, 20 for one of another kind.
  func possessions(in payload: JSONView) throws -> [Int64] {
    try payload.elements("listePossessionsMessages").map { try ids.key($0.n, .possession) }
  }
}
