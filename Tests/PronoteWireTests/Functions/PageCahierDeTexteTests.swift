import PronoteWire
import SchoolModel
import Testing

/// Functions document 10.1 and 10.2.
@Suite struct `The lesson notebook` {
  private typealias Response = PageCahierDeTexte.Response
  private typealias TravailAFaire = PageCahierDeTexte.TravailAFaire
  private typealias Entree = PageCahierDeTexte.Entree

  private static func file(_ random: inout SeededGenerator) -> PieceJointe {
    PieceJointe(
      n: random.maybe { $0.id() },
      l: random.maybe { $0.label() },
      g: random.number(0...5),
      url: random.maybe { _ in "https://exercices.example/série-4" }
    )
  }

  private static func homework(_ random: inout SeededGenerator) -> TravailAFaire {
    var homework = TravailAFaire(
      descriptif: random.coin() ? "" : "<div>\(random.label())&nbsp;</div>",
      pourLe: random.day(),
      matiere: random.element()
    )
    homework.n = random.maybe { $0.id() }
    homework.donneLe = random.maybe { $0.day() }
    homework.tafFait = random.coin()
    homework.couleurFond = random.maybe { _ in "#D6512B" }
    homework.niveauDifficulte = random.number(0...3)
    homework.duree = random.number(0...120)
    homework.listePieceJointe = random.some { Self.file(&$0) }
    homework.listeThemes = random.some { $0.element() }
    homework.genreRendu = random.number(0...4)
    homework.peuRendre = random.coin()
    homework.cours = random.maybe { $0.id() }
    homework.cahierDeTextes = random.maybe { $0.id() }
    return homework
  }

  private static func entry(_ random: inout SeededGenerator) -> Entree {
    var entry = Entree(matiere: random.element(), date: random.moment())
    entry.n = random.maybe { $0.id() }
    entry.cours = random.maybe { $0.id() }
    entry.couleurFond = random.maybe { _ in "#D6512B" }
    entry.listeProfesseurs = random.some { $0.label() }
    entry.listeGroupes = random.some { $0.label() }
    entry.dateFin = random.maybe { $0.moment() }
    entry.dateTAF = random.maybe { $0.day() }
    entry.listeContenus = random.some {
      .init(
        n: $0.maybe { $0.id() },
        l: $0.maybe { $0.label() },
        descriptif: $0.label(),
        categorie: $0.element(),
        listePieceJointe: $0.some { Self.file(&$0) }
      )
    }
    return entry
  }

  @Test func `comes back as it was written`() throws {
    var random = SeededGenerator(105)
    for _ in 0..<300 {
      let response = Response(
        listeTravauxAFaire: random.maybe { $0.some { Self.homework(&$0) } },
        listeCahierDeTextes: random.maybe { $0.some { Self.entry(&$0) } }
      )
      try #require(try response.sent() == response)
      // Absent members are left out: some clients take their mere presence for a yes.
      try #require(!response.json.text().contains("null"))
    }
  }

  @Test(arguments: [(3...5, "[3..5]"), (3...3, "[3]"), (1...62, "[1..62]")])
  func `is asked for by weeks`(weeks: ClosedRange<Int>, text: String) throws {
    let request = PageCahierDeTexte.Request(domaine: weeks)
    #expect(request.json.text() == #"{"domaine":{"_T":8,"V":"\#(text)"}}"#)
    #expect(try request.sent() == request)
  }

  @Test(arguments: ["{}", #"{"domaine":"x"}"#, #"{"domaine":5}"#]) func `needs its weeks`(text: String) {
    #expect(throws: WireError.self) { try PageCahierDeTexte.Request(text: text) }
  }

  @Test func `reads the homework of the document`() throws {
    let response = try Response(
      text: """
        {"ListeTravauxAFaire": {"_T":24,"V":[{"N":"38#h1",
        "descriptif":{"_T":21,"V":"<div>Lire le chapitre&nbsp;2 &amp; répondre</div>"},
        "PourLe":{"_T":7,"V":"26/09/2024"},"DonneLe":{"_T":7,"V":"19/09/2024"},"TAFFait":false,"niveauDifficulte":2,
        "duree":30,"Matiere":{"_T":24,"V":{"N":"79#s2","L":"FRANÇAIS"}},"CouleurFond":"#D6512B","genreRendu":2,
        "peuRendre":true,"ListePieceJointe":{"_T":24,"V":[{"N":"48#f1","L":"questions.pdf","G":1}]},
        "ListeThemes":{"_T":24,"V":[]},"cours":{"_T":24,"V":{"N":"29#c9"}},"cahierDeTextes":{"_T":24,"V":{"N":"18#t9"}}}]}}
        """
    )
    #expect(response.listeCahierDeTextes == nil)
    let homework = try #require(response.listeTravauxAFaire?.first)
    #expect(homework.descriptif == "<div>Lire le chapitre&nbsp;2 &amp; répondre</div>")
    #expect(homework.pourLe == LocalDate("2024-09-26") && homework.donneLe == LocalDate("2024-09-19"))
    #expect(homework.matiere == WireElement(n: "79#s2", l: "FRANÇAIS") && homework.duree == 30)
    #expect(!homework.tafFait && homework.peuRendre && homework.genreRendu == 2 && homework.niveauDifficulte == 2)
    #expect(homework.listePieceJointe == [PieceJointe(n: "48#f1", l: "questions.pdf", g: 1)])
    #expect(homework.cours == "29#c9" && homework.cahierDeTextes == "18#t9")
  }

  @Test func `reads the lesson content of the document`() throws {
    let response = try Response(
      text: """
        {"ListeCahierDeTextes": {"_T":24,"V":[{"N":"18#t9","cours":{"_T":24,"V":{"N":"29#c9"}},"verrouille":false,
        "Matiere":{"_T":24,"V":{"N":"79#s2","L":"FRANÇAIS"}},"CouleurFond":"#D6512B","listeGroupes":{"_T":24,"V":[]},
        "listeProfesseurs":{"_T":24,"V":[{"L":"BAKARY L."}]},"Date":{"_T":7,"V":"19/09/2024 10:00:00"},
        "DateFin":{"_T":7,"V":"19/09/2024 11:00:00"},"dateTAF":{"_T":7,"V":"26/09/2024"},
        "listeContenus":{"_T":24,"V":[{"N":"37#k1","L":"Le récit d'aventure","descriptif":{"_T":21,"V":"<div>Intro</div>"},
        "categorie":{"_T":24,"V":{"L":"Cours","G":1}},"parcoursEducatif":-1,"ListePieceJointe":{"_T":24,"V":[]},
        "training":{"_T":24,"V":{"ListeExecutionsQCM":[]}}}]}}]}}
        """
    )
    #expect(response.listeTravauxAFaire == nil)
    let entry = try #require(response.listeCahierDeTextes?.first)
    #expect(
      entry.date == WireDate.parse("19/09/2024 10:00:00") && entry.dateFin == WireDate.parse("19/09/2024 11:00:00")
    )
    #expect(entry.dateTAF == LocalDate("2024-09-26") && entry.listeProfesseurs == ["BAKARY L."])
    #expect(entry.cours == "29#c9" && entry.listeGroupes.isEmpty)
    let content = try #require(entry.listeContenus.first)
    #expect(content.l == "Le récit d'aventure" && content.descriptif == "<div>Intro</div>")
    #expect(content.categorie == WireElement(l: "Cours", g: 1))
  }

  @Test func `loses only the item that is broken`() throws {
    let response = try Response(
      text: """
        {"ListeTravauxAFaire":[{"N":"38#1","PourLe":"26/09/2024"},{"N":"38#2"},{"PourLe":"26/09/2024","DonneLe":"?"},null],
        "ListeCahierDeTextes":{"_T":24,"V":[{"Date":"x"},{"N":"18#2","Date":"19/09/2024 10:00:00"}]}}
        """
    )
    #expect(response.listeTravauxAFaire?.map(\.n) == ["38#1"])
    #expect(response.listeCahierDeTextes?.map(\.n) == ["18#2"])
    #expect(
      response.diagnostics.map(\.location) == [
        "ListeTravauxAFaire[1].PourLe", "ListeTravauxAFaire[2].DonneLe", "ListeTravauxAFaire[3]",
        "ListeCahierDeTextes[0].Date",
      ]
    )
  }

  @Test func `knows an absent list from an empty one`() throws {
    #expect(try Response(text: "{}") == Response())
    #expect(try Response(text: #"{"ListeTravauxAFaire":{"_T":24,"V":[]}}"#) == Response(listeTravauxAFaire: []))
  }

  @Test func `reads links and files`() throws {
    let view = try JSONView(
      text: """
        [{"N":"48#Zx9","L":"plan du collège.pdf","G":1},{"N":"48#Zy1","L":"En ligne","G":0,"url":"https://x.example"},
        {"L":"a","url":{"_T":23,"V":"https://y.example"}},{}]
        """
    )
    #expect(
      view.elements.map { PieceJointe($0) } == [
        PieceJointe(n: "48#Zx9", l: "plan du collège.pdf", g: 1),
        PieceJointe(n: "48#Zy1", l: "En ligne", g: 0, url: "https://x.example"),
        PieceJointe(n: nil, l: "a", g: 1, url: "https://y.example"), PieceJointe(n: nil, l: nil, g: 1),
      ]
    )
  }
}
