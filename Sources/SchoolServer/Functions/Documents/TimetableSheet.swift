import Foundation
import PronoteWire
import SchoolModel

/// A printed timetable.
struct TimetableSheet {
  let database: SchoolDatabase

  /// The PDF file of some weeks; nil for an unknown person.
  func data(person: Int64, weeks: ClosedRange<Int>) throws -> Data? {
    guard let name = database.directory.people[person]?.label else { return nil }
    let year = database.calendar.year
    var page = PrintedPage()
    page.heading("Emploi du temps de \(name)", size: 14)
    page.row(.init(0, database.establishment.name))
    let lessons = try database.timetable(
      ofPerson: person,
      from: year.monday(ofWeek: weeks.lowerBound),
      to: year.monday(ofWeek: weeks.upperBound).adding(days: 6)
    )
    if lessons.isEmpty { page.row(.init(0, "Aucun cours")) }
    var week: Int?
    var day: LocalDate?
    for lesson in lessons.sorted(by: { ($0.start, $0.rank) < ($1.start, $1.rank) }) {
      let number = year.weekNumber(of: lesson.date)
      if number != week {
        page.space()
        page.heading("Semaine \(number)", size: 12)
        week = number
      }
      if lesson.date != day {
        page.heading(
          "\(TimetableSheet.weekdays[lesson.date.weekday.rawValue - 1]) \(WireDate.text(lesson.date))",
          size: 10
        )
        day = lesson.date
      }
      page.row(
        .init(0, "\(lesson.start.time) - \(lesson.end.time)"),
        .init(80, lesson.subject?.name ?? lesson.title ?? ""),
        .init(260, lesson.teachers.map(\.label).joined(separator: ", ")),
        .init(390, lesson.rooms.map(\.label).joined(separator: ", ")),
        .init(440, lesson.status ?? (lesson.isCancelled ? "Annulé" : ""))
      )
    }
    return PDFWriter.data(page, title: "Emploi du temps de \(name)")
  }

  private static let weekdays = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]
}
