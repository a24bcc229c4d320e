import PronoteWire
import Testing

/// Session document 10, functions document 1.11.
@Suite struct `The user's parameters` {
  private typealias Response = ParametresUtilisateur.Response
  private typealias Ressource = ParametresUtilisateur.Ressource

  private static func person(_ random: inout SeededGenerator, children: Bool) -> Ressource {
    var person = Ressource(n: random.id(), l: random.label(), g: random.number(3...34))
    person.etablissement = random.maybe { $0.element() }
    person.classeDEleve = random.maybe { $0.element() }
    person.listeGroupes = random.some { $0.element() }
    person.listeOngletsPourPeriodes = random.some {
      .init(g: $0.number(1...300), listePeriodes: $0.some { $0.element() }, periodeParDefaut: $0.maybe { $0.element() })
    }
    person.avecPhoto = random.coin()
    if children { person.listeRessources = random.some { Self.person(&$0, children: false) } }
    return person
  }

  private static func random(_ random: inout SeededGenerator) -> Response {
    var response = Response(ressource: person(&random, children: random.coin()), arbre: .null)
    response.arbre = nil
    response.onglets = Array(Set(random.numbers())).sorted()
    response.listeOngletsInvisibles = random.numbers()
    response.listeClasses = random.some {
      .init(
        n: $0.maybe { $0.id() },
        l: $0.maybe { $0.label() },
        estResponsable: $0.coin(),
        niveau: $0.maybe { $0.label() }
      )
    }
    let addresses = [
      [], ["PARIS"], ["75001 PARIS"], ["1 rue de l'Été", "75001 PARIS"], ["1 rue", "75001 LE MANS", "FRANCE"],
      ["Collège", "1 rue", "BP 3", "75001 PARIS", "FRANCE"], ["A", "B", "C", "D", "75001 PARIS", "FRANCE"],
    ]
    response.listeInformationsEtablissements = random.some {
      .init(
        n: $0.maybe { $0.id() },
        l: $0.maybe { $0.label() },
        adresse: addresses[$0.number(0...addresses.count - 1)],
        siteInternet: $0.maybe { $0.label() }
      )
    }
    return response
  }

  @Test func `comes back as it was written`() throws {
    var random = SeededGenerator(102)
    for _ in 0..<300 {
      let response = Self.random(&random)
      try #require(try response.sent() == response)
      // Absent members are left out: some clients take their mere presence for a yes.
      try #require(!response.json.text().contains("null"))
    }
  }

  @Test func `flattens the tree of tabs`() throws {
    let response = try Response(
      text: """
        {"ressource":{"N":"46#a"},"listeOnglets":[{"G":7},{"G":5,"Onglet":[{"G":37},{"G":19,"Onglet":[{"G":99}]}]},
        {"G":3,"Onglet":[{"G":198},{"G":7}]},{"Onglet":[{"G":16}]},{"G":"88"},5],"listeOngletsInvisibles":[19]}
        """
    )
    #expect(response.onglets == [7, 5, 37, 19, 99, 3, 198, 16, 88])
    #expect(response.listeOngletsInvisibles == [19])
    #expect(response.has(198) && !response.has(13))
    #expect(response.ressource == Ressource(n: "46#a", l: "", g: 4).withoutKind)
  }

  @Test func `writes the tree that a school hands it`() throws {
    let tree: JSONValue = [["G": 7], ["G": 3, "Onglet": [["G": 198]]]]
    let response = Response(ressource: Ressource(n: "46#a", l: "x", g: 4), arbre: tree)
    #expect(response.json["listeOnglets"] == tree)
    #expect(try response.sent().onglets == [7, 3, 198])
  }

  @Test func `leaves out children without an id`() throws {
    let response = try Response(
      text:
        #"{"ressource":{"N":"1#p","G":5,"listeRessources":[{"N":"46#a","L":"Lou"},{"L":"?"},5,{"N":"46#b","L":"Zoé"}]}}"#
    )
    #expect(response.ressource.listeRessources.map(\.l) == ["Lou", "Zoé"])
  }

  @Test(arguments: [
    ("{}", "ressource"), (#"{"ressource":{}}"#, "ressource.N"), (#"{"ressource":{"L":"x"}}"#, "ressource.N"),
  ])
  func `is nothing without a person`(text: String, location: String) {
    let error = #expect(throws: WireError.self) { try Response(text: text) }
    #expect(error?.code == .missing)
    #expect(error?.location == location)
  }

  @Test func `tells the year as a whole from the periods of a tab`() throws {
    let tab = try #require(
      ParametresUtilisateur.OngletPeriodes(
        try JSONView(
          text: """
            {"G":198,"listePeriodes":{"_T":24,"V":[{"L":"Année","G":1,"A":true},{"N":"105#a","L":"Trimestre 1","G":2}]},
            "periodeParDefaut":{"_T":24,"V":{"N":"105#a","L":"Trimestre 1"}}}
            """
        )
      )
    )
    #expect(tab.listePeriodes == [WireElement(l: "Année", g: 1), WireElement(n: "105#a", l: "Trimestre 1", g: 2)])
    #expect(tab.periodeParDefaut == WireElement(n: "105#a", l: "Trimestre 1"))
    #expect(ParametresUtilisateur.OngletPeriodes(try JSONView(text: #"{"listePeriodes":[]}"#)) == nil)
  }
}

extension ParametresUtilisateur.Ressource {
  fileprivate var withoutKind: Self {
    var person = self
    person.g = nil
    return person
  }
}
