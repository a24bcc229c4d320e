import PronoteWire
import SchoolModel

/// Answers SaisieMessage, which starts discussions, replies, keeps drafts, and moves messages about
/// (functions document 13.3).
enum MessageWriteFunction {
  static func write(_ payload: JSONView, _ context: FunctionContext) throws -> WriteReport {
    try context.requireTab(Tab.discussions)
    switch payload.label("commande") {
    case nil: return try send(payload, context)
    case "brouillon": return try saveDraft(payload, context)
    case let command?: return try move(command, payload, context)
    }
  }

  // MARK: - Messages in the mailbox

  private static func move(_ command: String, _ payload: JSONView, _ context: FunctionContext) throws -> WriteReport {
    let database = context.database
    let person = context.account.person.key
    let possessions = try context.possessions(in: payload)
    switch command {
    case "pourLu":
      _ = try database.setMessagesRead(person: person, possessions: possessions, read: payload.flag("lu"))
    case "corbeille":
      _ = try database.moveToTrash(person: person, possessions: possessions)
    case "restauration":
      _ = try database.restoreFromTrash(person: person, possessions: possessions)
    case "suppression":
      _ = try database.deleteMessages(person: person, possessions: possessions)
    case "pourOuvrirFermer":
      guard let thread = try database.thread(forPerson: person, possessions: possessions),
        try database.setDiscussionClosed(
          person: person,
          discussion: thread.discussionKey,
          closed: !payload.flag("ouvrir")
        )
      else { return .refused("Action non autorisée") }
    default: return .refused("Commande inconnue")
    }
    return .done
  }

  // MARK: - New messages

  private static func send(_ payload: JSONView, _ context: FunctionContext) throws -> WriteReport {
    let text = Text(payload)
    // Without a draft of an earlier session, the number of a new draft is negative, or there is none.
    if payload.text("commande") != nil, let draft = try draft(in: payload, context) {
      let sent = try context.database.sendDraft(
        by: context.account.person.key,
        possession: draft,
        content: text?.content,
        at: context.school.now
      )
      return sent == nil ? .refused("Discussion fermée") : .done
    }
    guard let text, !text.content.trimmingBlanks.isEmpty else { return .refused("Le message est vide") }
    if let target = payload.element("messagePourReponse") {
      let sent = try context.database.reply(
        by: context.account.person.key,
        toMessage: try context.ids.key(target.n, .message),
        content: text.content,
        isHTML: text.isHTML,
        at: context.school.now
      )
      return sent == nil ? .refused("Discussion fermée") : .done
    }
    let recipients = try payload.elements("listeDestinataires").map { try context.personKey($0.n) }
    let started = try context.database.startDiscussion(
      by: context.account.person.key,
      subject: payload.text("objet") ?? "",
      content: text.content,
      isHTML: text.isHTML,
      recipients: recipients,
      at: context.school.now
    )
    return started == nil ? .refused("Aucun destinataire n'accepte les discussions") : .done
  }

  private static func saveDraft(_ payload: JSONView, _ context: FunctionContext) throws -> WriteReport {
    guard let text = Text(payload) else { return .refused("Le message est vide") }
    let draft = try draft(in: payload, context)
    let target = payload.element("messagePourReponse")?.n
    guard draft != nil || target != nil else { return .refused("Aucun message auquel répondre") }
    let saved = try context.database.saveDraft(
      by: context.account.person.key,
      // An existing draft knows what it answers.
      toMessage: try target.map { try context.ids.key($0, .message) } ?? 0,
      possession: draft,
      content: text.content,
      isHTML: text.isHTML,
      at: context.school.now
    )
    return saved == nil ? .refused("Action non autorisée") : .done
  }

  /// The copy of an existing draft; nil for a new one, whose number is negative.
  private static func draft(in payload: JSONView, _ context: FunctionContext) throws -> Int64? {
    guard let id = payload.element("brouillon")?.n, Int(id) == nil else { return nil }
    return try context.ids.key(id, .possession)
  }

  /// The text of a message: a bare text, or HTML in an envelope.
  private struct Text {
    let content: String
    let isHTML: Bool

    init?(_ payload: JSONView) {
      guard let content = payload.text("contenu") else { return nil }
      self.content = content
      isHTML = payload["contenu"]?.isObject ?? false
    }
  }
}
