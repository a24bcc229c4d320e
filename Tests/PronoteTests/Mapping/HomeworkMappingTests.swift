import Pronote
import PronoteWire
import SchoolModel
import Testing

@Suite("Homework is read")
struct HomeworkMappingTests {
  private func list(_ items: String) throws -> HomeworkList {
    let text = #"{"ListeTravauxAFaire":{"_T":24,"V":[\#(items)]}}"#
    return HomeworkList(
      try PageCahierDeTexte.Response(JSONDocument(Array(text.utf8)).root),
      student: Student(id: "s", name: "MARTIN Lou"),
      days: LocalDate("2024-09-23")!...LocalDate("2024-09-29")!
    )
  }

  @Test("text without mark-up, days, subject, state and attachments")
  func item() throws {
    let homework = try #require(
      try list(
        """
        {"N":"38#h","descriptif":{"_T":21,"V":"<div>Lire le chapitre&nbsp;2 &amp; r&eacute;pondre<br/>page 4</div>"},
         "PourLe":{"_T":7,"V":"26/09/2024"},"DonneLe":{"_T":7,"V":"19/09/2024"},"TAFFait":true,"duree":30,
         "Matiere":{"_T":24,"V":{"N":"79#s","L":"FRANÇAIS"}},"CouleurFond":"#D6512B",
         "ListePieceJointe":{"_T":24,"V":[{"N":"48#f","L":"questions.pdf","G":1},
          {"N":"48#l","L":"Exercices","G":0,"url":{"_T":23,"V":"https://a.example"}},{"L":"https://b.example","G":0}]}}
        """
      ).homework.first
    )
    #expect(homework.text == "Lire le chapitre 2 & répondre\npage 4")
    #expect(homework.due == LocalDate("2024-09-26"))
    #expect(homework.assigned == LocalDate("2024-09-19"))
    #expect(homework.isDone)
    #expect(homework.minutes == 30)
    #expect(homework.subject == "FRANÇAIS")
    #expect(homework.attachments.map(\.name) == ["questions.pdf", "Exercices", "https://b.example"])
    #expect(homework.attachments.map(\.kind) == [.file, .link, .link])
    #expect(homework.attachments.map(\.url) == [nil, "https://a.example", "https://b.example"])
  }

  @Test("days are picked from the weeks, in order of the due day")
  func days() throws {
    let items = ["30/09/2024", "27/09/2024", "23/09/2024", "22/09/2024"].map {
      #"{"descriptif":"x","PourLe":{"_T":7,"V":"\#($0)"}}"#
    }
    #expect(try list(items.joined(separator: ",")).homework.map(\.due.day) == [23, 27])
  }

  @Test("an item without a due day becomes a diagnostic")
  func lossy() throws {
    let list = try list(#"{"descriptif":"x"},{"descriptif":"y","PourLe":{"_T":7,"V":"27/09/2024"}}"#)
    #expect(list.homework.map(\.text) == ["y"])
    #expect(list.diagnostics.map(\.location) == ["ListeTravauxAFaire[0].PourLe"])
  }
}
