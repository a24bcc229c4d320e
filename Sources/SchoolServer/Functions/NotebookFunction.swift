import PronoteWire
import SchoolModel

/// Answers PageCahierDeTexte: homework on tab 88, lesson content on tab 89.
enum NotebookFunction {
  static func answer(
    _ request: PageCahierDeTexte.Request,
    _ context: FunctionContext
  ) throws -> PageCahierDeTexte.Response {
    try context.requireTab(Tab.homework, Tab.lessonContent)
    let student = try context.student()
    let year = context.database.calendar.year
    let weeks = Set(request.domaine)
    guard let first = weeks.min(), let last = weeks.max() else { return none(context) }
    let from = year.monday(ofWeek: max(first, 0))
    let to = year.monday(ofWeek: min(last, 62)).adding(days: 6)
    guard from <= to else { return none(context) }
    if context.signature?.onglet == Tab.homework {
      let homework = try context.database.homework(forStudent: student.key, dueFrom: from, to: to)
        .filter { weeks.contains(year.weekNumber(of: $0.due)) }
      return .init(listeTravauxAFaire: homework.map { item($0, context) })
    }
    let entries = try context.database.notebook(forStudent: student.key, from: from, to: to)
      .filter { weeks.contains(year.weekNumber(of: $0.lesson.date)) }
    return .init(listeCahierDeTextes: entries.map { entry($0, context) })
  }

  private static func none(_ context: FunctionContext) -> PageCahierDeTexte.Response {
    context.signature?.onglet == Tab.homework ? .init(listeTravauxAFaire: []) : .init(listeCahierDeTextes: [])
  }

  static func item(_ homework: HomeworkRecord, _ context: FunctionContext) -> PageCahierDeTexte.TravailAFaire {
    let ids = context.ids
    var item = PageCahierDeTexte.TravailAFaire(
      descriptif: homework.html,
      pourLe: homework.due,
      matiere: WireElement(n: ids.id(.subject, homework.subject.key), l: homework.subject.name)
    )
    item.n = ids.id(.homework, homework.key)
    item.donneLe = homework.given
    item.tafFait = homework.isDone
    item.couleurFond = homework.subject.color
    item.niveauDifficulte = homework.difficulty
    item.duree = homework.minutes
    item.listePieceJointe = homework.attachments.map { attachment($0, context) }
    item.listeThemes = homework.themes.map { WireElement(n: ids.id(.theme, $0.key), l: $0.label) }
    item.genreRendu = homework.handIn.rawValue
    item.peuRendre = homework.isUploadOpen
    item.cours = ids.id(.lesson, homework.lessonKey)
    item.cahierDeTextes = homework.notebookKey.map { ids.id(.notebook, $0) }
    return item
  }

  static func entry(_ entry: NotebookEntryRecord, _ context: FunctionContext) -> PageCahierDeTexte.Entree {
    let ids = context.ids
    let lesson = entry.lesson
    var item = PageCahierDeTexte.Entree(
      matiere: WireElement(n: lesson.subject.map { ids.id(.subject, $0.key) }, l: lesson.subject?.name ?? ""),
      date: lesson.start
    )
    item.n = ids.id(.notebook, entry.key)
    item.cours = ids.id(.lesson, lesson.key)
    item.couleurFond = lesson.color
    item.listeProfesseurs = lesson.teachers.map(\.label)
    item.listeGroupes = lesson.group.map { [$0.name] } ?? []
    item.dateFin = lesson.end
    item.dateTAF = entry.homeworkDue
    item.listeContenus = entry.contents.map { content in
      .init(
        n: ids.id(.content, content.key),
        l: content.title,
        descriptif: content.html,
        categorie: WireElement(l: content.category.label, g: content.category.rawValue),
        listePieceJointe: content.attachments.map { attachment($0, context) }
      )
    }
    return item
  }

  /// An attachment as the wire shows it.
  static func attachment(_ attachment: AttachmentRecord, _ context: FunctionContext) -> PieceJointe {
    PieceJointe(
      n: context.ids.id(.attachment, attachment.key),
      l: attachment.name,
      g: attachment.kind.rawValue,
      url: attachment.url
    )
  }
}
