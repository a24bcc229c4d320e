package import PronoteWire
package import SchoolModel

extension GradeBook {
  /// The model of one answer of DernieresNotes.
  package init(_ response: DernieresNotes.Response, student: Student, period: GradingPeriod) {
    var ids = StableIDs()
    let grades = response.listeDevoirs.map { Grade($0, ids: &ids) }
    let subjects = response.listeServices.enumerated()
      .sorted { ($0.element.ordre ?? .max, $0.offset) < ($1.element.ordre ?? .max, $1.offset) }
      .map { SubjectAverage($0.element) }
    self.init(
      student: student,
      period: period,
      grades: response.avecDetailDevoir ? .published(GradeBook.newestFirst(grades)) : .notPublished,
      subjects: response.avecDetailService ? .published(subjects) : .notPublished,
      average: Mark.optional(response.moyGenerale),
      classAverage: Mark.optional(response.moyGeneraleClasse),
      diagnostics: response.diagnostics
    )
  }

  private static func newestFirst(_ grades: [Grade]) -> [Grade] {
    grades.enumerated().sorted { left, right in
      left.element.date == right.element.date
        ? left.offset < right.offset
        : (left.element.date ?? LocalDate(dayNumber: 0)) > (right.element.date ?? LocalDate(dayNumber: 0))
    }.map(\.element)
  }
}

extension Grade {
  init(_ test: DernieresNotes.Devoir, ids: inout StableIDs) {
    let subject = test.service.l?.trimmingBlanks ?? ""
    let title = test.commentaire ?? ""
    self.init(
      id: ids.next(StableID("grade", test.date?.description ?? "", subject, title, test.bareme?.text ?? "")),
      date: test.date,
      subject: subject,
      mark: Mark(test.note),
      scale: test.bareme.flatMap { Mark($0).value },
      coefficient: test.coefficient.flatMap { WireMark.decimal($0) },
      comment: test.commentaire,
      remark: test.commentaireSurNote,
      classAverage: Mark.optional(test.moyenne),
      minimum: Mark.optional(test.noteMin),
      maximum: Mark.optional(test.noteMax),
      isBonus: test.estBonus,
      // Optional means something only where bonus does not.
      isOptional: test.estFacultatif && !test.estBonus,
      isBroughtTo20: test.estRamenerSur20
    )
  }
}

extension SubjectAverage {
  init(_ service: DernieresNotes.Service) {
    self.init(
      name: service.l,
      average: Mark.optional(service.moyEleve),
      scale: service.baremeMoyEleve.flatMap { Mark($0).value },
      classAverage: Mark.optional(service.moyClasse),
      minimum: Mark.optional(service.moyMin),
      maximum: Mark.optional(service.moyMax),
      color: service.couleur
    )
  }
}
