import PronoteWire
import SchoolModel

/// Answers PageEmploiDuTemps.
enum TimetableFunction {
  static func answer(
    _ request: PageEmploiDuTemps.Request,
    _ context: FunctionContext
  ) throws -> PageEmploiDuTemps.Response {
    try context.requireTab(Tab.timetable)
    let days = days(of: request, context)
    let lessons = try lessons(request.ressource, days, context)
    var response = PageEmploiDuTemps.Response(listeCours: lessons.map { entry($0, context) })
    let lunch = CalendarRecord.lunchSlots
    response.debutDemiPensionHebdo = lunch.lowerBound
    response.finDemiPensionHebdo = lunch.upperBound
    response.extras = [
      .init("jourCycleSelectionne", 0),
      .init("premierePlaceHebdoDuJour", 0),
      .init("prefsGrille", ["genreRessource": .integer(context.account.person.kind == .teacher ? 3 : 4)]),
      .init("absences", ["joursCycle": .elements([])]),
      .init(
        "recreations",
        .elements([
          ["L": .string(CalendarRecord.morningBreakLabel), "place": .integer(CalendarRecord.morningBreakSlot)]
        ])
      ),
    ]
    return response
  }

  /// The days of a week or an interval. Outside the year there are no lessons.
  private static func days(of request: PageEmploiDuTemps.Request, _ context: FunctionContext) -> ClosedRange<LocalDate>
  {
    if let start = request.dateDebut {
      return start.date...max(start.date, request.dateFin?.date ?? start.date)
    }
    let year = context.database.calendar.year
    let week = min(max(request.numeroSemaine ?? year.weekNumber(of: context.school.now.date), -100), 200)
    let monday = year.monday(ofWeek: week)
    return monday...monday.adding(days: 6)
  }

  private static func lessons(
    _ resource: WireElement,
    _ days: ClosedRange<LocalDate>,
    _ context: FunctionContext
  ) throws -> [LessonRecord] {
    let database = context.database
    if context.account.person.kind == .teacher {
      return try database.lessons(
        forTeacher: context.account.person.key,
        from: days.lowerBound,
        to: days.upperBound
      )
    }
    let student = try context.student()
    // The resource has to be the student whom the signature is about, and of this session.
    guard try context.ids.key(resource.n, .student) == student.key else { throw ServerRefusal.accessDenied }
    return try database.lessons(forStudent: student.key, from: days.lowerBound, to: days.upperBound)
  }

  private static func entry(_ lesson: LessonRecord, _ context: FunctionContext) -> PageEmploiDuTemps.Cours {
    let ids = context.ids
    var entry = PageEmploiDuTemps.Cours(dateDuCours: lesson.start, place: lesson.place, duree: lesson.duration)
    entry.n = ids.id(.lesson, lesson.key)
    entry.g = lesson.kind.rawValue < 100 ? lesson.kind.rawValue : 0
    entry.p = lesson.rank
    entry.couleurFond = lesson.color
    entry.statut = lesson.status
    entry.estAnnule = lesson.isCancelled
    entry.listeContenus = contents(lesson, context)
    entry.avecTafPublie = lesson.hasHomework
    entry.memo = lesson.memo
    entry.estRetenue = lesson.kind == .detention
    entry.estSortiePedagogique = lesson.kind == .outing
    entry.motif = lesson.outing?.title
    entry.accompagnateurs = lesson.outing?.companions ?? []
    entry.avecCdT = lesson.notebook?.hasContent ?? false
    entry.cahierDeTextes = lesson.notebook.map { notebook in
      let category = notebook.category
      return .init(
        n: ids.id(.notebook, notebook.key),
        estDevoir: notebook.isTest,
        originesCategorie: category == .none ? [] : [WireElement(l: category.label, g: category.rawValue)]
      )
    }
    entry.listeVisios = lesson.links.map { link in
      .init(
        n: ids.id(.video, link.key),
        url: link.url,
        libelleLien: link.label,
        // Servers before 2025 send the bare text, and their clients expect it.
        enEnveloppe: context.profile.isNewestFamily
      )
    }
    entry.dispenseEleve = lesson.exemption.map {
      .init(l: $0.reason, maison: $0.worksAtHome, obligatoire: $0.mustBePresent)
    }
    return entry
  }

  private static func contents(_ lesson: LessonRecord, _ context: FunctionContext) -> [PageEmploiDuTemps.Contenu] {
    let ids = context.ids
    var contents: [PageEmploiDuTemps.Contenu] = []
    if let subject = lesson.subject {
      contents.append(.init(n: ids.id(.subject, subject.key), l: subject.name, g: ResourceKind.subject.rawValue))
    }
    if let title = lesson.title {
      contents.append(.init(l: title, g: nil, estHoraire: lesson.kind == .detention))
    }
    for teacher in lesson.teachers {
      contents.append(.init(l: teacher.label, g: teacher.kind.rawValue))
    }
    if let schoolClass = lesson.schoolClass, context.account.person.kind == .teacher {
      contents.append(
        .init(n: ids.id(.schoolClass, schoolClass.key), l: schoolClass.label, g: ResourceKind.schoolClass.rawValue)
      )
    }
    if let group = lesson.group {
      let kind = group.isPartOfClass ? ResourceKind.partOfClass : .group
      contents.append(.init(n: ids.id(.group, group.key), l: "[\(group.name)]", g: kind.wire(context.profile)))
    }
    for room in lesson.rooms {
      contents.append(.init(n: ids.id(.room, room.key), l: room.label, g: ResourceKind.room.rawValue))
    }
    return contents
  }
}
