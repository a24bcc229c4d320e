import PronoteWire
import Testing

/// Session document 8.3.
@Suite struct `infoMobileApp.json` {
  @Test func `names the version and the spaces`() throws {
    let info = try InfoMobileApp(
      text: """
        {"modeModif":true,"version":[2020,0,2,5],"date":"2020-09-22T00:50:47.630Z","nomEtab":" Collège ",
        "espaces":[{"nom":"Espace Élèves","URL":"mobile.eleve.html"},{"nom":"Sans adresse"},
        {"URL":"mobile.parent.html","genreEspace":7}],"CAS":{"actif":true,"casURL":"https://cas.example","jetonCAS":"T"}}
        """
    )
    #expect(info.version == [2020, 0, 2, 5])
    #expect(info.nomEtab == "Collège")
    #expect(info.date == "2020-09-22T00:50:47.630Z")
    #expect(
      info.espaces == [
        .init(nom: "Espace Élèves", url: "mobile.eleve.html", genreEspace: nil),
        .init(nom: "mobile.parent.html", url: "mobile.parent.html", genreEspace: 7),
      ]
    )
    #expect(info.casActif == true)
    #expect(info.casURL == "https://cas.example")
    #expect(info.jetonCAS == "T")
  }

  @Test func `comes back as it was written`() throws {
    var info = InfoMobileApp(
      nomEtab: "Lycée Ålésund",
      version: [2025, 2, 6],
      date: "2026-11-21T08:00:00Z",
      espaces: [.init(nom: "Élèves", url: "mobile.eleve.html", genreEspace: 6)]
    )
    info.casActif = true
    info.casURL = "https://cas.example/cas"
    info.jetonCAS = "ABC"
    #expect(try info.sent() == info)
  }

  @Test func `always says whether there is a CAS`() {
    let info = InfoMobileApp(nomEtab: nil, version: [2025], date: nil, espaces: [])
    #expect(info.json["CAS"]?["actif"] == false)
    #expect(info.json["nomEtab"] == "")
  }

  @Test(arguments: ["{}", "[]", "1", #"{"Erreur":{}}"#]) func `is something else`(text: String) {
    let error = #expect(throws: WireError.self) { try InfoMobileApp(text: text) }
    #expect(error?.code == .unexpected)
  }
}
