import Foundation
import SchoolModel

/// A printed report card.
struct ReportCardSheet {
  let database: SchoolDatabase

  /// The PDF file of a period; nil for an unknown student or period. It says so when nothing is published.
  func data(student: Int64, period: Int64) throws -> Data? {
    guard let name = database.directory.students[student]?.label,
      let card = try database.reportCard(forStudent: student, period: period)
    else { return nil }
    let title = "Bulletin de \(name), \(card.period.name)"
    var page = PrintedPage()
    page.heading(title, size: 14)
    page.row(.init(0, database.establishment.name))
    page.space()
    if let message = card.message { page.row(.init(0, message)) }
    if card.isPublished { columns(&page, "Matière", "Élève", "Classe", "Min.", "Max.", "Appréciation") }
    for service in card.services {
      let averages = service.averages
      columns(
        &page,
        averages.subject.name,
        averages.student,
        averages.classAverage,
        averages.minimum,
        averages.maximum,
        service.appreciation
      )
    }
    if let average = card.average {
      page.space()
      columns(&page, "Moyenne générale", average, card.classAverage ?? "", "", "", "")
    }
    for appreciation in card.appreciations {
      page.space()
      page.heading(appreciation.heading, size: 10)
      page.row(.init(0, appreciation.text))
    }
    return PDFWriter.data(page, title: title)
  }

  private func columns(
    _ page: inout PrintedPage,
    _ subject: String,
    _ student: String,
    _ schoolClass: String,
    _ minimum: String,
    _ maximum: String,
    _ remark: String
  ) {
    page.row(
      .init(0, subject),
      .init(150, student),
      .init(190, schoolClass),
      .init(230, minimum),
      .init(270, maximum),
      .init(310, remark)
    )
  }
}
