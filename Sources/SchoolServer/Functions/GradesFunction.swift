import PronoteWire
import SchoolModel

/// Answers DernieresNotes.
enum GradesFunction {
  static func answer(_ request: DernieresNotes.Request, _ context: FunctionContext) throws -> DernieresNotes.Response {
    try context.requireTab(Tab.latestGrades)
    let student = try context.student()
    let period = try context.period(request.periode)
    var response = DernieresNotes.Response()
    guard let book = try context.database.gradeBook(forStudent: student.key, period: period.key) else {
      response.avecDetailDevoir = false
      response.avecDetailService = false
      return response
    }
    response.moyGenerale = book.average.map { WireMark($0) }
    response.moyGeneraleClasse = book.classAverage.map { WireMark($0) }
    response.baremeMoyGenerale = WireMark("20")
    response.listeDevoirs = book.tests.map { test($0, context) }
    response.listeServices = book.services.map { service($0, context) }
    return response
  }

  private static func test(_ test: GradedTestRecord, _ context: FunctionContext) -> DernieresNotes.Devoir {
    let ids = context.ids
    var entry = DernieresNotes.Devoir(
      note: WireMark(test.mark),
      service: WireElement(n: ids.id(.service, test.serviceKey), l: test.subject.name)
    )
    entry.n = ids.id(.test, test.key)
    entry.g = ResourceKind.gradedTest.wire(context.profile)
    entry.couleurService = test.subject.color
    entry.bareme = WireMark(test.scale)
    entry.baremeParDefaut = WireMark("20")
    entry.date = test.date
    entry.periode = WireElement(n: ids.id(.period, test.period.key), l: test.period.name)
    entry.moyenne = WireMark(test.classAverage)
    entry.noteMax = WireMark(test.maximum)
    entry.noteMin = WireMark(test.minimum)
    entry.coefficient = test.coefficient
    entry.commentaire = test.title
    entry.commentaireSurNote = test.remark.isEmpty ? nil : test.remark
    entry.estEnGroupe = test.isForGroup
    entry.estBonus = test.isBonus
    entry.estFacultatif = test.isOptional
    entry.estRamenerSur20 = test.isBroughtTo20
    entry.libelleSujet = test.paperName
    entry.libelleCorrige = test.correctionName
    return entry
  }

  private static func service(_ service: ServiceAverageRecord, _ context: FunctionContext) -> DernieresNotes.Service {
    var entry = DernieresNotes.Service(n: context.ids.id(.service, service.serviceKey), l: service.subject.name)
    entry.ordre = service.subject.order
    entry.couleur = service.subject.color
    entry.estServiceEnGroupe = service.isForGroup
    entry.moyEleve = WireMark(service.student)
    entry.baremeMoyEleve = WireMark("20")
    entry.moyClasse = WireMark(service.classAverage)
    entry.moyMin = WireMark(service.minimum)
    entry.moyMax = WireMark(service.maximum)
    return entry
  }
}
