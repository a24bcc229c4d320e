import PronoteWire
import SchoolModel
import Testing

/// What foreign clients read without looking whether it is there (functions document 23).
@Suite struct RequiredFieldTests {
  @Test(arguments: WireSchool.versions) func inFonctionParametres(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var client = try await WireClient.open(school)
      let data = try await client.parameters()
      #expect(data["identifiantNav"]?.string?.isEmpty == false)
      let general = try #require(data["General"])
      #expect(
        general.missing(
          "versionPN",
          "JourOuvre",
          "PremierLundi",
          "PremiereDate",
          "DerniereDate",
          "PlacesParJour",
          "ListeHeures",
          "ListeHeuresFin",
          "ListePeriodes",
          "listeJoursFeries",
          "DomainesFrequences",
          "LibellesFrequences"
        ) == []
      )
      #expect(general["versionPN"]?.string == version)
      // Days only, zero-padded: one client matches them with a strict pattern.
      for name in ["JourOuvre", "PremierLundi", "PremiereDate", "DerniereDate"] {
        let value = try #require(general.member(name))
        #expect(value.typeCode == WireType.date)
        #expect(value["V"]?.string?.wholeMatch(of: #/\d\d\/\d\d\/\d{4}/#) != nil, "\(name)")
      }
      let places = try #require(general["PlacesParJour"]?.int)
      for name in ["ListeHeures", "ListeHeuresFin"] {
        let hours = try #require(general.member(name))
        #expect(hours.typeCode == WireType.element)
        #expect(hours.unwrapped.elements.map { $0["G"]?.int } == Array(0...places))
        #expect(hours.unwrapped.elements.allSatisfy { $0["L"]?.string?.wholeMatch(of: #/\d\dh\d\d/#) != nil })
      }
      #expect(general["ListePeriodes"]?.isArray == true, "bare")
      #expect(general.missing(inEach: "ListePeriodes", "N", "L", "G", "dateDebut", "dateFin") == [])
      #expect(general.missing(inEach: "listeJoursFeries", "L", "dateDebut", "dateFin") == [])
      #expect((general["DomainesFrequences"]?.count ?? 0) >= 3)
      #expect(general["DomainesFrequences"]?.elements.allSatisfy { $0.typeCode == WireType.domain } == true)
      #expect(general["LibellesFrequences"]?.elements.map(\.string) == ["", "Q1", "Q2", ""])
      #expect(data["DateServeurHttp"]?["V"]?.string?.wholeMatch(of: #/18\/11\/2026 \d\d:\d\d:\d\d/#) != nil)
      #expect(data["avecMembre"]?.bool == false)
    }
  }

  @Test(arguments: WireSchool.versions) func inParametresUtilisateur(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      let user = try await WireClient.signedIn(school).user
      #expect(user.missing("ressource", "autorisations", "listeOnglets", "listeInformationsEtablissements") == [])
      #expect(user["autorisations"]?.isObject == true)
      #expect(user["listeOnglets"]?.isArray == true, "bare")
      try expectStudent(try #require(user["ressource"]), user)

      let parent = try await WireClient.signedIn(school, page: "parent.html").user
      #expect(parent["ressource"]?["G"]?.int == 5)
      #expect(parent["ressource"]?["Etablissement"]?["V"]?["L"]?.string?.isEmpty == false)
      let children = try #require(parent["ressource"]?["listeRessources"]?.elements)
      #expect(children.count == 2)
      for child in children { try expectStudent(child, parent) }

      let staff = try await WireClient.signedIn(school, page: "viescolaire.html", "demonstration2").user
      #expect(staff["ressource"]?["G"]?.int == 34)
      #expect(staff.missing(inEach: "listeClasses", "N", "L", "estResponsable", "niveau") == [])
      #expect(staff.list("listeClasses").count == 8)

      let teacher = try await WireClient.signedIn(school, page: "professeur.html").user
      #expect(teacher["ressource"]?["G"]?.int == 3)
    }
  }

  private func expectStudent(_ student: JSONView, _ user: JSONView) throws {
    #expect(student.missing("N", "L", "G", "P") == [])
    #expect(student["G"]?.int == 4)
    #expect(student["Etablissement"]?.typeCode == WireType.element)
    #expect(student["Etablissement"]?["V"]?["L"]?.string?.isEmpty == false)
    #expect(student["classeDEleve"]?["L"]?.string?.isEmpty == false, "bare")
    let tabs = try #require(student["listeOngletsPourPeriodes"]?["V"]).elements
    let grades = try #require(tabs.first { $0["G"]?.int == 198 })
    #expect(grades["periodeParDefaut"]?["V"]?["N"]?.string?.isEmpty == false)
    #expect(grades["listePeriodes"]?["V"]?.elements.allSatisfy { $0["N"]?.string != nil && $0["G"]?.int == 2 } == true)
  }

  @Test(arguments: WireSchool.versions) func inPageEmploiDuTemps(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var (client, user) = try await WireClient.signedIn(school)
      var lessons: [JSONView] = []
      for week in 8...14 {
        let answer = try await client.call(
          PageEmploiDuTemps.name,
          WireRequests.week(week, of: user.resource),
          tab: Tab.timetable
        )
        #expect(answer["ListeCours"]?.isArray == true, "bare")
        #expect(
          answer.missing(
            inEach: "ListeCours",
            "N",
            "G",
            "P",
            "place",
            "duree",
            "DateDuCours",
            "ListeContenus",
            "AvecTafPublie"
          )
            == []
        )
        lessons += answer.list("ListeCours")
      }
      #expect(lessons.count > 100)
      for lesson in lessons {
        #expect(lesson["DateDuCours"]?["V"]?.string?.wholeMatch(of: #/\d\d\/\d\d\/\d{4} \d\d:\d\d:00/#) != nil)
        #expect(lesson["ListeContenus"]?.typeCode == WireType.element)
        #expect(lesson["estAnnule"].map { $0.bool == true } ?? true, "left out when false")
        #expect((0..<100).contains(try #require(lesson["place"]?.int)))
      }
      // What a demonstration has to show, and how conferences are written.
      #expect(lessons.contains { $0.flag("estAnnule") })
      let isNew = try #require(ServerVersion(version)) >= ServerVersion([2025, 1, 3])
      for link in lessons.flatMap({ $0.list("listeVisios") }) {
        #expect(link["url"]?.isObject == isNew, "an envelope since 2025, bare before")
      }
    }
  }

  @Test(arguments: WireSchool.versions) func inDernieresNotes(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var client = try await WireClient.open(school)
      let general = try #require(try await client.parameters().field("General"))
      let question = try await client.identify("demonstration")
      let authentication = try await client.authenticate("demonstration", "pronotevs", question)
      let user =
        client.profile.userDataInAuthentication ? authentication : try await client.call(ParametresUtilisateur.name)
      #expect(user.resource.l == "PARENT Fanny")
      let periods = general.elements("ListePeriodes")
      var tests = 0
      for period in periods.filter({ $0.l?.hasPrefix("Trimestre") == true }) {
        let request = WireRequests.grades(WireElement(n: period.n, l: period.l, g: 2))
        let answer = try await client.call(DernieresNotes.name, request, tab: Tab.latestGrades)
        #expect(answer.missing("listeDevoirs", "listeServices", "avecDetailDevoir", "avecDetailService") == [])
        #expect(
          answer.missing(inEach: "listeDevoirs", "N", "note", "bareme", "baremeParDefaut", "date", "service", "periode")
            == []
        )
        #expect(
          answer.missing(
            inEach: "listeServices",
            "N",
            "L",
            "moyEleve",
            "baremeMoyEleve",
            "moyClasse",
            "moyMin",
            "moyMax"
          )
            == []
        )
        for test in answer.list("listeDevoirs").map(\.unwrapped) {
          // The very period of the list, so that a client finds it there.
          #expect(test.element("periode")?.n == period.n)
          #expect(test["note"]?.typeCode == WireType.mark)
          #expect(test["date"]?["V"]?.string?.wholeMatch(of: #/\d\d\/\d\d\/\d{4}/#) != nil)
          #expect(test["coefficient"].map { $0.typeCode == nil } ?? true, "plain")
          tests += 1
        }
      }
      #expect(tests > 10)
    }
  }

  @Test(arguments: WireSchool.versions) func inPageCahierDeTexte(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var (client, _) = try await WireClient.signedIn(school)
      let weeks = WireRequests.weeks("[8..14]")
      let homework = try await client.call(PageCahierDeTexte.name, weeks, tab: Tab.homework)
      #expect(homework.list("ListeTravauxAFaire").count > 5)
      #expect(
        homework.missing(
          inEach: "ListeTravauxAFaire",
          "N",
          "descriptif",
          "PourLe",
          "TAFFait",
          "Matiere",
          "CouleurFond",
          "ListePieceJointe",
          "ListeThemes"
        ) == []
      )
      for item in homework.list("ListeTravauxAFaire") {
        #expect(item["descriptif"]?.typeCode == WireType.html || item["descriptif"]?.typeCode == WireType.cleanHTML)
        #expect(item["PourLe"]?["V"]?.string?.wholeMatch(of: #/\d\d\/\d\d\/\d{4}/#) != nil)
        #expect(item["TAFFait"]?.bool != nil)
        #expect(item.missing(inEach: "ListePieceJointe", "N", "L", "G") == [])
      }
      let notebook = try await client.call(PageCahierDeTexte.name, weeks, tab: Tab.lessonContent)
      let entries = notebook.list("ListeCahierDeTextes")
      #expect(entries.count > 5)
      #expect(
        notebook.missing(
          inEach: "ListeCahierDeTextes",
          "N",
          "cours",
          "Matiere",
          "CouleurFond",
          "Date",
          "DateFin",
          "listeProfesseurs",
          "listeGroupes",
          "listeContenus"
        ) == []
      )
      #expect(
        entries.flatMap {
          $0.missing(inEach: "listeContenus", "descriptif", "categorie", "ListePieceJointe", "ListeThemes")
        } == []
      )
    }
  }
}
