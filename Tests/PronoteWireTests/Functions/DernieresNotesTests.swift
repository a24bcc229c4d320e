import Foundation
import PronoteWire
import SchoolModel
import Testing

/// Functions document 6.
@Suite struct `The grades of a period` {
  private typealias Response = DernieresNotes.Response
  private typealias Devoir = DernieresNotes.Devoir
  private typealias Service = DernieresNotes.Service

  private static func test(_ random: inout SeededGenerator) -> Devoir {
    var test = Devoir(note: random.mark(), service: random.element())
    test.n = random.maybe { $0.id() }
    test.g = random.maybe { $0.number(59...60) }
    test.bareme = random.maybe { $0.mark() }
    test.baremeParDefaut = random.maybe { $0.mark() }
    test.date = random.maybe { $0.day() }
    test.couleurService = random.maybe { _ in "#3F7FBF" }
    test.periode = random.maybe { $0.element() }
    test.moyenne = random.maybe { $0.mark() }
    test.noteMax = random.maybe { $0.mark() }
    test.noteMin = random.maybe { $0.mark() }
    test.coefficient = random.maybe { $0.coin() ? "0,5" : String($0.number(0...9)) }
    test.commentaire = random.maybe { $0.label() }
    test.commentaireSurNote = random.maybe { $0.label() }
    test.estEnGroupe = random.coin()
    test.estBonus = random.coin()
    test.estFacultatif = random.coin()
    test.estRamenerSur20 = random.coin()
    test.libelleSujet = random.maybe { $0.label() }
    test.libelleCorrige = random.maybe { $0.label() }
    return test
  }

  private static func subject(_ random: inout SeededGenerator) -> Service {
    var subject = Service(n: random.maybe { $0.id() }, l: random.label())
    subject.ordre = random.maybe { $0.number(0...30) }
    subject.couleur = random.maybe { _ in "#3F7FBF" }
    subject.estServiceEnGroupe = random.coin()
    subject.moyEleve = random.maybe { $0.mark() }
    subject.baremeMoyEleve = random.maybe { $0.mark() }
    subject.moyClasse = random.maybe { $0.mark() }
    subject.moyMin = random.maybe { $0.mark() }
    subject.moyMax = random.maybe { $0.mark() }
    return subject
  }

  @Test func `comes back as it was written`() throws {
    var random = SeededGenerator(104)
    for _ in 0..<300 {
      var response = Response()
      response.avecDetailDevoir = random.coin()
      response.avecDetailService = random.coin()
      response.listeDevoirs = random.some { Self.test(&$0) }
      response.listeServices = random.some { Self.subject(&$0) }
      response.moyGenerale = random.maybe { $0.mark() }
      response.moyGeneraleClasse = random.maybe { $0.mark() }
      response.baremeMoyGenerale = random.maybe { $0.mark() }
      try #require(try response.sent() == response)
      // Absent members are left out: some clients take their mere presence for a yes.
      try #require(!response.json.text().contains("null"))
    }
  }

  @Test func `is asked for with a capital`() throws {
    let request = DernieresNotes.Request(periode: WireElement(n: "105#p1", l: "Trimestre 1", g: 2))
    #expect(try request.sent() == request)
    #expect(request.json.text() == #"{"Periode":{"L":"Trimestre 1","N":"105#p1","G":2}}"#)
    #expect(try DernieresNotes.Request(text: #"{"periode":{"L":"Trimestre 1","N":"105#p1","G":2}}"#) == request)
    #expect(throws: WireError.self) { try DernieresNotes.Request(text: "{}") }
  }

  @Test func `reads the example of the document`() throws {
    let response = try Response(text: Self.example)
    #expect(response.diagnostics.isEmpty)
    #expect(response.avecDetailDevoir && response.avecDetailService)
    #expect(response.moyGenerale == WireMark("13,42") && response.moyGeneraleClasse == WireMark("12,80"))
    #expect(response.baremeMoyGenerale == .number(20))
    let subject = try #require(response.listeServices.first)
    #expect(subject.l == "MATHÉMATIQUES" && subject.ordre == 1 && subject.couleur == "#3F7FBF")
    #expect(subject.moyEleve == WireMark("14,1") && subject.moyMax == WireMark("18,6"))
    try #require(response.listeDevoirs.count == 2)
    let (first, second) = (response.listeDevoirs[0], response.listeDevoirs[1])
    #expect(first.n == "73#d1" && first.g == 59 && first.note == WireMark("7,5") && first.bareme == .number(10))
    #expect(first.date == LocalDate("2024-09-19") && first.coefficient == "0.5" && first.commentaire == "Fractions")
    #expect(first.service == WireElement(n: "92#s1", l: "MATHÉMATIQUES") && first.couleurService == "#3F7FBF")
    #expect(first.estRamenerSur20 && !first.estBonus && first.libelleSujet == "fractions.pdf")
    #expect(first.noteMin == .number(1) && first.noteMax == WireMark("9,5"))
    #expect(second.note == .annotation(1, extra: nil) && second.commentaire == nil && second.coefficient == "1")
  }

  @Test func `loses only the test that is broken`() throws {
    let response = try Response(
      text: """
        {"listeDevoirs":{"_T":24,"V":[{"N":"73#1","note":{"_T":10,"V":"12"}},{"N":"73#2"},5,
        {"N":"73#4","note":12.5,"date":"never"},{"N":"73#5","note":{"_T":10,"V":8}}]},
        "listeServices":[{"L":" FRANÇAIS "},{"N":"92#x"}]}
        """
    )
    #expect(response.listeDevoirs.map(\.n) == ["73#1", "73#5"])
    #expect(response.listeServices.map(\.l) == ["FRANÇAIS"])
    #expect(
      response.diagnostics.map(\.location) == [
        "listeDevoirs[1].note", "listeDevoirs[2]", "listeDevoirs[3].date", "listeServices[1].L",
      ]
    )
  }

  @Test(arguments: [
    ("{}", false, false), (#"{"listeDevoirs":[]}"#, true, false), (#"{"listeServices":[]}"#, false, true),
    (#"{"listeDevoirs":[],"avecDetailDevoir":false,"avecDetailService":true}"#, false, true),
  ])
  func `knows unpublished from empty`(text: String, tests: Bool, subjects: Bool) throws {
    let response = try Response(text: text)
    #expect(response.avecDetailDevoir == tests)
    #expect(response.avecDetailService == subjects)
  }

  @Test(
    arguments: [
      ("0.5", "0.5"), (#""0,5""#, "0,5"), ("1", "1"), (#"{"_T":10,"V":"1,00"}"#, "1,00"), (#""""#, nil), ("null", nil),
    ] as [(String, String?)]
  )
  func `keeps the coefficient as it was sent`(text: String, coefficient: String?) throws {
    let test = try Devoir(text: #"{"note":"12","coefficient":\#(text)}"#)
    #expect(test.coefficient == coefficient)
  }

  private static let example = """
    { "moyGenerale":{"_T":10,"V":"13,42"}, "moyGeneraleClasse":{"_T":10,"V":"12,80"},
      "baremeMoyGenerale":{"_T":10,"V":"20"}, "baremeMoyGeneraleParDefaut":{"_T":10,"V":"20"},
      "avecDetailDevoir": true, "avecDetailService": true,
      "listeServices":{"_T":24,"V":[{"N":"92#s1","L":"MATHÉMATIQUES","ordre":1,"estServiceEnGroupe":false,
         "couleur":"#3F7FBF","moyEleve":{"_T":10,"V":"14,10"},"baremeMoyEleve":{"_T":10,"V":"20"},
         "baremeMoyEleveParDefaut":{"_T":10,"V":"20"},"moyClasse":{"_T":10,"V":"11,95"},
         "moyMin":{"_T":10,"V":"4,20"},"moyMax":{"_T":10,"V":"18,60"}}]},
      "listeDevoirs":{"_T":24,"V":[
        {"N":"73#d1","G":59,"note":{"_T":10,"V":"7,50"},"bareme":{"_T":10,"V":"10"},
         "baremeParDefaut":{"_T":10,"V":"20"},"date":{"_T":7,"V":"19/09/2024"},
         "service":{"_T":24,"V":{"N":"92#s1","L":"MATHÉMATIQUES","couleur":"#3F7FBF"}},
         "periode":{"_T":24,"V":{"N":"105#p1","L":"Trimestre 1"}},"moyenne":{"_T":10,"V":"6,10"},
         "noteMax":{"_T":10,"V":"9,50"},"noteMin":{"_T":10,"V":"1"},"coefficient":0.5,"commentaire":"Fractions",
         "estEnGroupe":false,"estBonus":false,"estFacultatif":false,"estRamenerSur20":true,
         "libelleSujet":"fractions.pdf"},
        {"N":"73#d2","G":59,"note":{"_T":10,"V":"|1"},"bareme":{"_T":10,"V":"20"},
         "baremeParDefaut":{"_T":10,"V":"20"},"date":{"_T":7,"V":"26/09/2024"},
         "service":{"_T":24,"V":{"N":"92#s1","L":"MATHÉMATIQUES"}},
         "periode":{"_T":24,"V":{"N":"105#p1","L":"Trimestre 1"}},"coefficient":1,"commentaire":""}]} }
    """
}
