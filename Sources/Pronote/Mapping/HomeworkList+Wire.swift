package import PronoteWire
package import SchoolModel
import WebSession

extension HomeworkList {
  /// The model of one answer of PageCahierDeTexte on tab 88. The server answers by weeks; days are picked here.
  package init(_ response: PageCahierDeTexte.Response, student: Student, days: ClosedRange<LocalDate>) {
    var ids = StableIDs()
    let homework = (response.listeTravauxAFaire ?? [])
      .map { Homework($0, ids: &ids) }
      .filter { days.contains($0.due) }
    self.init(
      student: student,
      days: days,
      homework: homework.enumerated()
        .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
        .map(\.element),
      diagnostics: response.diagnostics
    )
  }
}

extension Homework {
  init(_ item: PageCahierDeTexte.TravailAFaire, ids: inout StableIDs) {
    let subject = item.matiere.l?.trimmingBlanks ?? ""
    let text = HTMLText.plain(item.descriptif)
    self.init(
      id: ids.next(
        StableID("homework", item.pourLe.description, item.donneLe?.description ?? "", subject, text)
      ),
      due: item.pourLe,
      assigned: item.donneLe,
      subject: subject,
      text: text,
      isDone: item.tafFait,
      attachments: item.listePieceJointe.map { Attachment($0) },
      minutes: item.duree > 0 ? item.duree : nil,
      color: item.couleurFond
    )
  }
}

extension Attachment {
  init(_ piece: PieceJointe) {
    let kind = Kind(rawValue: piece.g)
    // A link without an address is its own label; other kinds with an address are links, too.
    let url = kind == .link ? piece.url ?? piece.l : piece.url
    self.init(name: piece.l ?? piece.url ?? "", kind: kind, url: url, sessionID: url == nil ? piece.n : nil)
  }
}
