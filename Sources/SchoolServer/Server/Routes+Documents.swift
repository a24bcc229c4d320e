import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PronoteWire

extension Routes {
  /// Adds the addresses of generated files: printed pages, which live as long as their session, and calendars, which
  /// need none (functions document 4.2, 5).
  func addDocuments(to root: RouterGroup<BasicRequestContext>) {
    root.get("Telechargement/:ticket/:name") { request, context in
      let session = request.uri.queryParameters["Session"].flatMap { Int64($0) }
      return try await printed(ticket: context.parameters.require("ticket"), session: session)
    }
    root.get("ical/:name") { request, _ in
      try calendar(ticket: request.uri.queryParameters["icalsecurise"].map(String.init) ?? "")
    }
  }

  private func printed(ticket text: String, session: Int64?) async throws -> Response {
    guard let ticket = DocumentTicket(text, .timetable) ?? DocumentTicket(text, .reportCard),
      session == ticket.numbers[0], await sessions.session(Int(ticket.numbers[0]))?.signedInAccount != nil,
      let data = try printed(ticket)
    else { throw HTTPError(.notFound) }
    return file(Array(data), type: "application/pdf")
  }

  private func printed(_ ticket: DocumentTicket) throws -> Data? {
    let numbers = ticket.numbers
    switch ticket.purpose {
    case .timetable:
      let weeks = Int(numbers[2])...Int(max(numbers[2], numbers[3]))
      return try TimetableSheet(database: school.database).data(person: numbers[1], weeks: weeks)
    case .reportCard:
      return try ReportCardSheet(database: school.database).data(student: numbers[1], period: numbers[2])
    case .calendar: return nil
    }
  }

  private func calendar(ticket text: String) throws -> Response {
    guard let ticket = DocumentTicket(text, .calendar),
      try school.database.accounts().contains(where: { $0.key == ticket.numbers[0] && !$0.isDisabled }),
      let calendar = try CalendarExport(school: school).text(person: ticket.numbers[1])
    else { throw HTTPError(.notFound) }
    return file(Array(calendar.utf8), type: "text/calendar; charset=utf-8")
  }

  private func file(_ bytes: [UInt8], type: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: type, .cacheControl: "private, no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}
