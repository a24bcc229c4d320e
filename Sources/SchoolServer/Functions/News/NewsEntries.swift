import PronoteWire
import SchoolModel

/// Writes news, its questions and the answers that were given.
struct NewsEntries: Sendable {
  let context: FunctionContext

  func item(_ news: NewsRecord, withQuestions: Bool) -> JSONValue {
    let category = JSONValue.element([
      "N": .string(context.ids.id(.category, news.category.key)), "L": .string(news.category.label),
    ])
    let audience: JSONValue = [
      "N": .string(context.id(of: news.recipient)), "G": .integer(news.recipient.kind.rawValue),
      "L": .string(news.recipient.label),
    ]
    let common: JSONValue = [
      "N": .string(context.ids.id(.news, news.key)),
      "L": .string(news.title),
      "auteur": .string(news.author),
      "elmauteur": .element(["L": .string(news.author)]),
      "dateCreation": .wireDate(news.created),
      "dateDebut": .wireDate(news.start),
      "dateFin": .wireDate(news.end),
      "lue": .bool(news.isRead),
      "estInformation": .bool(!news.isSurvey),
      "estSondage": .bool(news.isSurvey),
      // Servers of 2026 say "nature" where older ones said "catégorie"; clients of either kind may call.
      "categorie": category,
      "nature": category,
      "public": .element(audience),
      "genrePublic": .integer(news.recipient.kind.rawValue),
      "reponseAnonyme": .bool(news.isAnonymous),
    ]
    guard withQuestions else { return common.adding("informationListeContenu", .string(preview(news))) }
    return common.adding("listeQuestions", .elements(news.questions.map(question)))
  }

  /// The start of the first text, without tags.
  private func preview(_ news: NewsRecord) -> String {
    let text = news.questions.first.map { $0.html.replacing(/<[^>]*>/, with: " ") } ?? ""
    return String(text.split(separator: " ").joined(separator: " ").prefix(120))
  }

  private func question(_ question: NewsQuestionRecord) -> JSONValue {
    [
      "N": .string(context.ids.id(.question, question.key)),
      "L": .string(question.title),
      "titre": "",
      "rang": .integer(question.rank),
      "genreReponse": .integer(question.kind.rawValue),
      "texte": .typed(WireType.html, .string(question.html)),
      "tailleReponse": .integer(question.kind == .text ? 1000 : 0),
      "avecMaximum": .bool(question.maximumChoices > 0),
      "nombreReponsesMax": .integer(question.maximumChoices),
      "listePiecesJointes": context.attachments(question.attachments),
      "listeChoix": .elements(question.choices.map(choice)),
      "reponse": .element(answer(to: question)),
    ]
  }

  private func choice(_ choice: NewsChoiceRecord) -> JSONValue {
    [
      "N": .string(context.ids.id(.choice, choice.key)), "L": .string(choice.label), "rang": .integer(choice.rank),
      "estReponseLibre": .bool(choice.isFreeText),
    ]
  }

  private func answer(to question: NewsQuestionRecord) -> JSONValue {
    let isChoice = question.kind == .singleChoice || question.kind == .multipleChoice
    return .object(present: [
      "N": "0",
      "avecReponse": .bool(question.answer != nil),
      "estReponseAttendue": .bool(question.isAnswerExpected),
      "estRepondant": .bool(question.isAnswerExpected),
      "reponduLe": question.answer.map { .wireDate($0.date) },
      "valeurReponse": question.answer.map {
        isChoice ? .typed(WireType.domain, .string($0.value)) : .string($0.value)
      },
      "valeurReponseLibre": question.answer.flatMap { $0.freeText.isEmpty ? nil : .string($0.freeText) },
    ])
  }
}
