import PronoteWire
import SchoolModel

/// Answers SaisieActualites: marks news as read, acknowledges, answers, deletes (functions document 12.3).
enum NewsWriteFunction {
  static func write(_ payload: JSONView, _ context: FunctionContext) throws -> WriteReport {
    try context.requireTab(Tab.news)
    let items = payload.list("listeActualites")
    guard !items.isEmpty else { return .refused("Aucune actualité") }
    for item in items {
      guard try write(item: item, context) else { return .refused("Action non autorisée") }
    }
    return .done
  }

  /// Writes one item.
  ///
  /// - Returns: false when this is not for the person who calls.
  private static func write(item: JSONView, _ context: FunctionContext) throws -> Bool {
    let database = context.database
    let person = context.account.person
    let key = try context.ids.key(item.id("N"), .news)
    guard let news = try database.news(key, forPerson: person.key), isAddressed(item, to: news, context) else {
      return false
    }
    if item.flag("supprimee") { return try database.deleteNews(person: person.key, news: key) }
    let answers = item.list("listeQuestions")
    guard !item.flag("marqueLueSeulement"), !answers.isEmpty else {
      return try database.setNewsRead(person: person.key, news: key, read: item.flag("lue"))
    }
    for answer in answers {
      guard try store(answer, news, context) else { return false }
    }
    return true
  }

  /// Whether the item names the copy that the list gave to this person. Another recipient is not answered for.
  private static func isAddressed(_ item: JSONView, to news: NewsRecord, _ context: FunctionContext) -> Bool {
    guard let audience = item.element("public"), audience.n == context.id(of: news.recipient) else { return false }
    let kind = item.integer("genrePublic") ?? audience.g
    return kind == news.recipient.kind.rawValue
  }

  private static func store(_ answer: JSONView, _ news: NewsRecord, _ context: FunctionContext) throws -> Bool {
    let key = try context.ids.key(answer.id("N"), .question)
    guard let question = news.questions.first(where: { $0.key == key }), let response = answer.field("reponse") else {
      return false
    }
    var value = response.text("valeurReponse") ?? ""
    if question.kind == .singleChoice || question.kind == .multipleChoice {
      guard let ranks = response.numbers("valeurReponse"), isAllowed(ranks, question) else { return false }
      value = WireRange.text(ranks)
    }
    return try context.database.answerNews(
      person: context.account.person.key,
      question: key,
      value: value,
      freeText: response.text("valeurReponseLibre") ?? "",
      at: context.school.now
    )
  }

  private static func isAllowed(_ ranks: [Int], _ question: NewsQuestionRecord) -> Bool {
    let maximum =
      question.kind == .singleChoice ? 1 : question.maximumChoices > 0 ? question.maximumChoices : Int.max
    return !ranks.isEmpty && ranks.count <= maximum && Set(ranks).isSubset(of: question.choices.map(\.rank))
  }
}
