/// Information or a survey while the school is being made up.
struct NewsDraft {
  /// A question of it.
  struct Question {
    var kind: NewsQuestionRecord.Kind
    var html: String
    var choices: [String] = []
    var maximum = 0
    var file: String?
    var link: String?
  }

  var title: String
  /// The function of the author.
  var author: String
  var category: Int
  var isAnonymous = false
  var questions: [Question]

  /// All of them, oldest first.
  static let all: [NewsDraft] = [
    NewsDraft(
      title: "Rentrée : informations pratiques",
      author: "principal",
      category: 2,
      questions: [
        Question(
          kind: .acknowledgement,
          html: "<p>Bienvenue ! Le plan du coll&egrave;ge est joint.</p>",
          file: "plan du collège.pdf"
        )
      ]
    ),
    NewsDraft(
      title: "Photo de classe",
      author: "cpe",
      category: 1,
      questions: [Question(kind: .acknowledgement, html: "<div>La photo aura lieu mardi à 10&nbsp;h.</div>")]
    ),
    NewsDraft(
      title: "Élection des délégués",
      author: "cpe",
      category: 1,
      isAnonymous: true,
      questions: [
        Question(kind: .singleChoice, html: "<p>Souhaitez-vous vous présenter ?</p>", choices: ["Oui", "Non"])
      ]
    ),
    NewsDraft(
      title: "Menus de la cantine",
      author: "bursar",
      category: 2,
      questions: [
        Question(kind: .information, html: "<p>Les menus sont en ligne.</p>", link: "https://cantine.example/menus")
      ]
    ),
    NewsDraft(
      title: "Ateliers du midi",
      author: "librarian",
      category: 1,
      questions: [
        Question(
          kind: .multipleChoice,
          html: "<p>Quels ateliers vous intéressent&nbsp;?</p>",
          choices: ["Échecs", "Théâtre", "Robotique", "Autre :"],
          maximum: 2
        ),
        Question(kind: .text, html: "<p>Une idée d'atelier ?</p>"),
      ]
    ),
    NewsDraft(
      title: "Sortie au musée",
      author: "deputy",
      category: 3,
      questions: [
        Question(
          kind: .acknowledgement,
          html: "<p>Merci de rendre l'autorisation <strong>signée</strong>.</p>",
          file: "autorisation de sortie.pdf"
        )
      ]
    ),
    NewsDraft(
      title: "Exercice d'évacuation",
      author: "deputy",
      category: 2,
      questions: [Question(kind: .information, html: "<p>Un exercice aura lieu cette semaine.</p>")]
    ),
    NewsDraft(
      title: "Questionnaire sur le climat scolaire",
      author: "cpe",
      category: 1,
      isAnonymous: true,
      questions: [
        Question(
          kind: .singleChoice,
          html: "<p>Vous sentez-vous bien au collège&nbsp;?</p>",
          choices: ["Tout à fait", "Plutôt", "Pas vraiment", "Autre réponse"]
        )
      ]
    ),
    NewsDraft(
      title: "Réunion parents-professeurs",
      author: "principal",
      category: 2,
      questions: [Question(kind: .acknowledgement, html: "<p>La réunion commence à 17&nbsp;h&nbsp;30.</p>")]
    ),
  ]
}
