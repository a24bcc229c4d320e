import PronoteWire
import SchoolModel

/// Answers GenerationPDF with the address of a printed timetable or report card (functions document 5).
enum PDFFunction {
  private enum Kind {
    static let timetable = 0
    static let reportCard = 2
  }

  static func answer(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    switch payload.integer("genreGenerationPDF") {
    case Kind.timetable: try timetable(payload, context)
    case Kind.reportCard: try reportCard(payload, context)
    default: throw ServerRefusal.cannotProcess
    }
  }

  private static func timetable(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.timetable)
    let owner = try context.timetableOwner()
    // The week 0 stands for the whole year.
    let asked = (payload.numbers("domaine") ?? []).filter { (1...62).contains($0) }
    let first = asked.min() ?? 1
    let last = asked.max() ?? context.database.calendar.lastWeek
    let ticket = DocumentTicket(.timetable, [Int64(context.session), owner, Int64(first), Int64(last)])
    return address(ticket, "emploi_du_temps.pdf", context)
  }

  private static func reportCard(_ payload: JSONView, _ context: FunctionContext) throws -> JSONValue {
    try context.requireTab(Tab.reportCard)
    let student = try context.student()
    let period = try context.period(in: payload)
    let ticket = DocumentTicket(.reportCard, [Int64(context.session), student.key, period.key])
    return address(ticket, "bulletin.pdf", context)
  }

  private static func address(_ ticket: DocumentTicket, _ name: String, _ context: FunctionContext) -> JSONValue {
    let path = "Telechargement/\(ticket.text)/\(name)?Session=\(context.session)"
    return ["url": .typed(WireType.rawText, .string(path))]
  }
}
