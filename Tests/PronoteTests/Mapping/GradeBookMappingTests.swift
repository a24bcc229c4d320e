import Foundation
import Pronote
import PronoteWire
import SchoolModel
import Testing

@Suite("Grades are read")
struct GradeBookMappingTests {
  private func book(_ text: String) throws -> GradeBook {
    let period = GradingPeriod(id: "p", name: "Trimestre 1", kind: .term, start: nil, end: nil)
    return GradeBook(
      try DernieresNotes.Response(JSONDocument(Array(text.utf8)).root),
      student: Student(id: "s", name: "MARTIN Lou"),
      period: period
    )
  }

  private func test(note: String, more: String = "") -> String {
    """
    {"N":"73#d","note":{"_T":10,"V":"\(note)"},"bareme":{"_T":10,"V":"20"},"date":{"_T":7,"V":"19/09/2024"},
     "service":{"_T":24,"V":{"N":"92#s","L":"MATHÉMATIQUES "}}\(more.isEmpty ? "" : "," + more)}
    """
  }

  private func grades(_ tests: String...) throws -> [Grade] {
    let list = tests.joined(separator: ",")
    let book = try book(#"{"avecDetailDevoir":true,"listeDevoirs":{"_T":24,"V":[\#(list)]}}"#)
    return try #require(book.grades.content)
  }

  @Test(
    "marks are exact decimals or states",
    arguments: [
      ("15,50", Mark.points(Decimal(string: "15.5")!)), ("8", .points(8)), ("0,00", .points(0)),
      ("7,25", .points(Decimal(string: "7.25")!)), ("|1", .state(.absent)), ("|2", .state(.exempted)),
      ("|3", .state(.notGraded)), ("|4", .state(.unfit)), ("|5", .state(.notHandedIn)),
      ("|6", .state(.absentCountedZero)), ("|7", .state(.notHandedInCountedZero)), ("|8|20", .state(.congratulations)),
      ("Abs", .state(.absent)), ("N.Rdu", .state(.notHandedIn)), ("", .state(.empty)),
      ("|42", .state(MarkState(rawValue: "|42"))), ("bof", .state(MarkState(rawValue: "bof"))),
    ] as [(String, Mark)]
  )
  func marks(text: String, mark: Mark) throws {
    #expect(try grades(test(note: text)).first?.mark == mark)
  }

  @Test("zero counts for the counted states, and nothing for the others")
  func countedValues() {
    #expect(Mark.state(.absentCountedZero).countedValue == 0)
    #expect(Mark.state(.notHandedInCountedZero).countedValue == 0)
    #expect(Mark.state(.absent).countedValue == nil)
    #expect(Mark.points(12).countedValue == 12)
  }

  @Test(
    "coefficients come as numbers and as texts",
    arguments: ["0.5", #""0,5""#, #""0,50""#, #"{"_T":10,"V":"0,50"}"#]
  )
  func coefficients(json: String) throws {
    #expect(try grades(test(note: "10", more: #""coefficient":\#(json)"#)).first?.coefficient == Decimal(string: "0.5"))
  }

  @Test("everything else about a test")
  func details() throws {
    let grade = try #require(
      try grades(
        test(
          note: "12",
          more: """
            "moyenne":{"_T":10,"V":"11,30"},"noteMax":{"_T":10,"V":"19"},"noteMin":{"_T":10,"V":""},"commentaire":"Fractions",
            "estBonus":true,"estFacultatif":true,"estRamenerSur20":true,"commentaireSurNote":"Bien"
            """
        )
      ).first
    )
    #expect(grade.subject == "MATHÉMATIQUES")
    #expect(grade.comment == "Fractions")
    #expect(grade.remark == "Bien")
    #expect(grade.classAverage == .points(Decimal(string: "11.3")!))
    #expect(grade.maximum == .points(19))
    #expect(grade.minimum == nil)
    #expect(grade.isBonus)
    // Optional means something only where bonus does not.
    #expect(!grade.isOptional)
    #expect(grade.isBroughtTo20)
    #expect(grade.date == LocalDate("2024-09-19"))
  }

  @Test("what is missing does not matter, and one broken test loses nothing else")
  func lenient() throws {
    let book = try book(
      """
      {"listeDevoirs":[{"note":"12"},{"bareme":"20"},{"note":15.5,"bareme":20,"service":{"L":"SVT"}}],
       "listeServices":{"_T":24,"V":[{"L":"SVT"},{"ordre":1}]}}
      """
    )
    #expect(book.grades.content?.map(\.mark) == [.points(12), .points(Decimal(string: "15.5")!)])
    #expect(book.subjects.content?.map(\.name) == ["SVT"])
    #expect(book.subjects.content?.first?.average == nil)
    #expect(book.diagnostics.map(\.location) == ["listeDevoirs[1].note", "listeServices[1].L"])
    #expect(book.average == nil)
  }

  @Test("not published is not the same as empty")
  func notPublished() throws {
    let hidden = try book(#"{"avecDetailDevoir":false,"avecDetailService":false,"listeDevoirs":{"_T":24,"V":[]}}"#)
    #expect(hidden.grades == .notPublished)
    #expect(hidden.subjects == .notPublished)
    let empty = try book(#"{"avecDetailDevoir":true,"avecDetailService":true}"#)
    #expect(empty.grades == .published([]))
    #expect(empty.subjects == .published([]))
    #expect(try book("{}").grades == .notPublished)
  }

  @Test("subjects keep the school's order, averages may be states")
  func subjects() throws {
    let book = try book(
      """
      {"moyGenerale":{"_T":10,"V":"13,42"},"moyGeneraleClasse":{"_T":10,"V":"12,80"},"avecDetailService":true,
       "listeServices":{"_T":24,"V":[{"L":"B","ordre":2,"moyEleve":{"_T":10,"V":"|3"}},
        {"L":"A","ordre":1,"moyEleve":{"_T":10,"V":"14,10"},"moyMin":{"_T":10,"V":"4,20"}}]}}
      """
    )
    #expect(book.average == .points(Decimal(string: "13.42")!))
    #expect(book.classAverage == .points(Decimal(string: "12.8")!))
    #expect(book.subjects.content?.map(\.name) == ["A", "B"])
    #expect(book.subjects.content?[1].average == .state(.notGraded))
    #expect(book.subjects.content?[0].minimum == .points(Decimal(string: "4.2")!))
  }
}
