import PronoteWire
import SchoolModel
import Testing

/// Session document 6.4, functions document 1.11.
@Suite struct `The school's parameters` {
  private typealias Response = FonctionParametres.Response
  private typealias General = FonctionParametres.General

  private static func random(_ random: inout SeededGenerator) -> Response {
    var general = General(premierLundi: random.day().monday, placesParJour: random.number(1...1440))
    general.versionPN = random.maybe { _ in "2025.2.6" }
    general.version = random.maybe { $0.label() }
    general.nomEtablissement = random.maybe { $0.label() }
    general.anneeScolaire = random.maybe { _ in "2025-2026" }
    general.premiereDate = random.maybe { $0.day() }
    general.derniereDate = random.maybe { $0.day() }
    general.jourOuvre = random.maybe { $0.day() }
    general.joursOuvres = random.numbers()
    general.placesParHeure = random.maybe { $0.number(1...4) }
    general.premiereHeure = random.maybe { $0.time() }
    general.listeHeures = random.some { .init(g: $0.number(0...30), l: $0.time(), a: $0.coin()) }
    general.listeHeuresFin = random.some { .init(g: $0.number(0...30), l: $0.time(), a: $0.coin()) }
    general.listePeriodes = random.some {
      .init(
        n: $0.maybe { $0.id() },
        l: $0.label(),
        g: $0.number(0...3),
        periodeNotation: $0.maybe { $0.number(0...9) },
        dateDebut: $0.maybe { $0.day() },
        dateFin: $0.maybe { $0.day() }
      )
    }
    general.listeJoursFeries = random.some {
      let first = $0.day()
      return .init(
        n: $0.maybe { $0.id() },
        l: $0.label(),
        dateDebut: first,
        dateFin: first.adding(days: $0.number(0...20))
      )
    }
    general.domainesFrequences = random.some { $0.numbers() }
    general.libellesFrequences = random.some { $0.coin() ? "" : $0.label() }
    general.recreations = random.some { .init(l: $0.label(), place: $0.number(0...19)) }
    general.baremeNotation = random.maybe { $0.mark() }
    general.listeAnnotationsAutorisees = random.numbers()
    var response = Response(general: general)
    response.identifiantNav = random.maybe { $0.id() }
    response.dateServeurHttp = random.maybe { $0.moment() }
    response.dateDemo = random.maybe { $0.moment() }
    response.urlEspace = random.maybe { $0.label() }
    response.nom = random.maybe { $0.label() }
    response.avecMembre = random.coin()
    response.pourNouvelleCaledonie = random.coin()
    response.urlLogout = random.maybe { $0.label() }
    response.tableauVersion = random.coin() ? [2025, 2, 6] : []
    return response
  }

  @Test func `comes back as it was written`() throws {
    var random = SeededGenerator(101)
    for _ in 0..<300 {
      let response = Self.random(&random)
      try #require(try response.sent() == response)
      // Absent members are left out: some clients take their mere presence for a yes.
      try #require(!response.json.text().contains("null"))
    }
  }

  @Test func `needs little more than the first Monday`() throws {
    let response = try Response(text: #"{"General":{"PremierLundi":"02/09/2024","PlacesParJour":20}}"#)
    let monday = try #require(LocalDate("2024-09-02"))
    #expect(response == Response(general: General(premierLundi: monday, placesParJour: 20)))
    #expect(response.version == nil)
  }

  @Test func `counts the places of a day when nobody says`() throws {
    let response = try Response(
      text: """
        {"General":{"PremierLundi":{"_T":7,"V":"02/09/2024"},"ListeHeures":{"_T":24,"V":[{"G":0,"L":"08h00"},
        {"G":1,"L":"08h30","A":false},{"G":2,"L":"09h00"},{"G":"x","L":"10h00"},{"G":4}]}}}
        """
    )
    #expect(response.general.placesParJour == 2)
    #expect(response.general.listeHeures.map(\.a) == [true, false, true])
    #expect(response.general.listeHeures.map(\.l.description) == ["08:00", "08:30", "09:00"])
  }

  @Test func `does without dates and periods that cannot be read`() throws {
    let general = try Response(
      text: """
        {"General":{"PremierLundi":"02/09/2024","PlacesParJour":"20","PremiereDate":"soon","DerniereDate":5,
        "ListePeriodes":[{"N":"105#a","L":"Trimestre 1","G":1,"dateDebut":"x"},{"N":"105#b"}],
        "listeJoursFeries":{"_T":24,"V":[{"L":"Toussaint","dateDebut":{"_T":7,"V":"19/10/2024"}},{"L":"?"},
        {"L":"À l'envers","dateDebut":"05/11/2024","dateFin":"01/11/2024"}]},
        "DomainesFrequences":[{"_T":8,"V":"[1..62]"},{"_T":8,"V":"bad"},7],"LibellesFrequences":["","Q1",null]}}
        """
    ).general
    #expect(general.placesParJour == 20)
    #expect(general.premiereDate == nil && general.derniereDate == nil)
    #expect(general.listePeriodes == [.init(n: "105#a", l: "Trimestre 1", g: 1, dateDebut: nil, dateFin: nil)])
    #expect(general.listeJoursFeries.map(\.l) == ["Toussaint", "À l'envers"])
    #expect(general.listeJoursFeries.allSatisfy { $0.dateDebut == $0.dateFin })
    #expect(general.domainesFrequences == [Array(1...62), [], []])
    #expect(general.libellesFrequences == ["", "Q1", ""])
  }

  @Test(arguments: [
    ("{}", WireError.Code.missing, "General"), (#"{"General":null}"#, .missing, "General"),
    (#"{"General":{"PlacesParJour":20}}"#, .missing, "General.PremierLundi"),
    (#"{"General":{"PremierLundi":"x","PlacesParJour":20}}"#, .unexpected, "General.PremierLundi"),
    (#"{"General":{"PremierLundi":"02/09/2024"}}"#, .unexpected, "General.PlacesParJour"),
    (#"{"General":{"PremierLundi":"02/09/2024","PlacesParJour":0}}"#, .unexpected, "General.PlacesParJour"),
    (#"{"General":{"PremierLundi":"02/09/2024","PlacesParJour":-5}}"#, .unexpected, "General.PlacesParJour"),
    (#"{"General":{"PremierLundi":"02/09/2024","PlacesParJour":1441}}"#, .unexpected, "General.PlacesParJour"),
  ])
  func `is nothing without calendar and grid`(text: String, code: WireError.Code, location: String) {
    let error = #expect(throws: WireError.self) { try Response(text: text) }
    #expect(error?.code == code)
    #expect(error?.location == location)
  }

  @Test(arguments: [
    (#""versionPN":"2025.2.6""#, "[2024,1,2]", "2025.2.6"), (#""x":1"#, "[2024,1,2]", "2024.1.2"),
    (#""versionPN":"beta""#, "[2024,1,2]", "2024.1.2"),
  ])
  func `names the version in text or in numbers`(general: String, array: String, version: String) throws {
    let response = try Response(
      text: #"{"tableauVersion":\#(array),"General":{\#(general),"PremierLundi":"02/09/2024","PlacesParJour":20}}"#
    )
    #expect(response.version?.description == version)
  }

  @Test func `carries what only foreign clients read`() throws {
    let monday = try #require(LocalDate("2024-09-02"))
    var general = General(premierLundi: monday, placesParJour: 20)
    general.extras = [.init("langID", 1036)]
    #expect(general.json["langID"] == 1036)
    #expect(general.json["PremiereHeure"] == nil)
    general.premiereHeure = LocalTime(hour: 8, minute: 0)
    #expect(general.json["PremiereHeure"]?["V"] == "30/12/1899 08:00:00")
  }
}
