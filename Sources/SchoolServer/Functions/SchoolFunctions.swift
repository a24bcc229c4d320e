import PronoteWire

/// The functions beyond timetable, grades and notebook, by name: what clients that nobody here wrote call on their way.
enum SchoolFunctions {
  /// What answers which function.
  static let handlers: [String: FunctionTable.Handler] = [
    "DernieresEvaluations": reading(EvaluationsFunction.answer),
    "PageBulletins": reading(ReportCardFunction.answer),
    "PagePresence": reading(AttendanceFunction.answer),
    "PageActualites": reading(NewsFunction.answer),
    "SaisieActualites": writing(NewsWriteFunction.write),
    "ListeMessagerie": reading(MailboxFunction.answer),
    "ListeMessages": reading(ThreadFunction.answer),
    "SaisieMessage": writing(MessageWriteFunction.write),
    "SaisiePublicMessage": reading(RecipientsFunction.participants),
    "ListeRessourcesPourCommunication": reading(RecipientsFunction.recipients),
    "PageMenus": reading(MenusFunction.answer),
    "PageInfosPerso": reading(PersonalDataFunction.answer),
    "PageEquipePedagogique": reading(TeachingStaffFunction.answer),
    "PageAccueil": reading(HomeFunction.answer),
    "SaisieTAFFaitEleve": writing(HomeworkDoneFunction.write),
    "donneesContenusCDT": reading(LessonContentFunction.answer),
    "PageEmploiDuTemps_DomainePresence": reading(TimetableWeeksFunction.answer),
    "ListeRessources": reading(StudentListFunction.answer),
    "FicheEleve": reading(StudentFileFunction.answer),
    "GenerationPDF": reading(PDFFunction.answer),
  ]

  private static func reading(
    _ answer: @escaping @Sendable (JSONView, FunctionContext) throws -> JSONValue
  ) -> FunctionTable.Handler {
    { payload, context in ServerChannel.Answer(payload: try answer(payload, context), signature: signature) }
  }

  private static func writing(
    _ write: @escaping @Sendable (JSONView, FunctionContext) throws -> WriteReport
  ) -> FunctionTable.Handler {
    { payload, context in
      ServerChannel.Answer(payload: [:], signature: signature, report: try write(payload, context).json)
    }
  }

  private static let signature: JSONValue = ["notifications": ["compteurCentraleNotif": 0]]
}
