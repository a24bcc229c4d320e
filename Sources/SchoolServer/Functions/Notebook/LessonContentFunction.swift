import PronoteWire
import SchoolModel

/// Answers donneesContenusCDT: what was done in one lesson, or what it gave as homework (functions document 10.4).
enum LessonContentFunction {
  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.lessonContent)
    let student = try context.student()
    let key = try context.ids.key(payload.element("cahierDeTextes")?.n, .notebook)
    if payload.flag("pourTAF") {
      let homework = try context.database.homework(forStudent: student.key, notebook: key)
      let items = homework.map { NotebookFunction.item($0, context).json }
      return ["ListeCahierDeTextes": .elements([["ListeTravailAFaire": .elements(items)]])]
    }
    return ["ListeCahierDeTextes": .elements(try entry(key, student, context).map { [$0] } ?? [])]
  }

  /// The entry, when the student has the lesson.
  private static func entry(_ key: Int64, _ student: StudentRecord, _ context: FunctionContext) throws -> JSONValue? {
    guard let day = try context.database.notebookEntry(key)?.lesson.date else { return nil }
    let entry = try context.database.notebook(forStudent: student.key, from: day, to: day).first { $0.key == key }
    return entry.map { NotebookFunction.entry($0, context).json }
  }
}
