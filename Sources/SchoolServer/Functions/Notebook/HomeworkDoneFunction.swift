import PronoteWire
import SchoolModel

/// Answers SaisieTAFFaitEleve: students tick homework as done, nobody else does (functions document 11.1).
enum HomeworkDoneFunction {
  static func write(_ payload: JSONView, _ context: FunctionContext) throws -> WriteReport {
    try context.requireTab(Tab.homework)
    guard context.account.person.kind == .student else { return .refused("Action non autorisée") }
    let student = try context.student()
    for item in payload.list("listeTAF") {
      let homework = try context.ids.key(item.id("N"), .homework)
      let isTheirs = try context.database.setHomeworkDone(
        student: student.key,
        homework: homework,
        done: item.flag("TAFFait")
      )
      guard isTheirs else { return .refused("Travail à faire inconnu") }
    }
    return .done
  }
}
