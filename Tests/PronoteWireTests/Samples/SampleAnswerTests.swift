import PronoteWire
import SchoolModel
import Testing

@Suite(.enabled(if: SampleAnswers.areThere)) struct `Answers of the demonstration server` {
  @Test(arguments: ["FonctionParametres-student", "FonctionParametres-parent"])
  func `tell the calendar`(name: String) throws {
    let response = try FonctionParametres.Response(SampleAnswers.payload(name))
    let general = response.general
    if name == "FonctionParametres-student" {
      #expect(general.premierLundi == LocalDate("2025-06-30"))
      #expect(general.listePeriodes.count == 8)
    }
    #expect(general.premierLundi.weekday == .monday)
    #expect(general.placesParJour == 20)
    #expect(general.listeHeures.count == 21 && general.listeHeuresFin.count == 21)
    #expect(general.libellesFrequences.prefix(3) == ["", "Q1", "Q2"])
    #expect(general.domainesFrequences.count >= 3)
    #expect(general.domainesFrequences[1].allSatisfy { !general.domainesFrequences[2].contains($0) })
    #expect(response.version?.description == "2025.2.6")
    #expect(response.dateServeurHttp != nil)
    #expect(response.avecMembre == (name == "FonctionParametres-parent"))
  }

  @Test func `tell the student`() throws {
    let response = try ParametresUtilisateur.Response(SampleAnswers.payload("ParametresUtilisateur-student"))
    #expect(response.ressource.l == "ABOURBIA Samuel")
    #expect(response.ressource.g == 4)
    #expect(response.ressource.classeDEleve?.l == "4D")
    #expect(response.onglets.count == 31)
    #expect(response.has(Tab.home) && response.has(Tab.timetable) && response.has(Tab.latestGrades))
    #expect(response.ressource.listeOngletsPourPeriodes.contains { $0.g == Tab.latestGrades })
  }

  @Test func `tell the parent and the children`() throws {
    let response = try ParametresUtilisateur.Response(SampleAnswers.payload("ParametresUtilisateur-parent"))
    let children = response.ressource.listeRessources
    #expect(response.ressource.g == 5)
    #expect(children.count == 2)
    #expect(children.map { $0.l.split(separator: " ").last } == ["Fanny", "Manon"])
    #expect(children.map(\.classeDEleve?.l) == ["3A", "6D"])
  }

  @Test func `tell the week`() throws {
    let response = try PageEmploiDuTemps.Response(SampleAnswers.payload("PageEmploiDuTemps-parent-week"))
    #expect(response.diagnostics.isEmpty)
    #expect(response.listeCours.count == 20)
    #expect(response.listeCours.count { $0.estAnnule } == 2)
    let starts = response.listeCours.map(\.dateDuCours)
    #expect(starts != starts.sorted())
    #expect(response.listeCours.allSatisfy { $0.dateDuCoursFin == nil && $0.place != nil && $0.duree != nil })
  }

  @Test func `tell the day`() throws {
    let response = try PageEmploiDuTemps.Response(SampleAnswers.payload("PageEmploiDuTemps-student-day"))
    #expect(response.diagnostics.isEmpty)
    #expect(response.listeCours.count == 5)
    #expect(Set(response.listeCours.map(\.dateDuCours.date)).count == 1)
  }

  @Test func `tell the spaces`() throws {
    let info = try InfoMobileApp(SampleAnswers.file("InfoMobileApp"))
    #expect(info.espaces.count == 7)
    #expect(info.version == [2025, 2, 6])
    #expect(info.espaces.allSatisfy { $0.genreEspace != nil && $0.url.hasPrefix("mobile.") })
    #expect(info.casActif == false)
  }

  @Test(arguments: [
    "FonctionParametres-student", "FonctionParametres-parent", "InfoMobileApp", "PageEmploiDuTemps-parent-week",
    "PageEmploiDuTemps-student-day", "ParametresUtilisateur-student", "ParametresUtilisateur-parent",
  ])
  func `pass through every mode of the codec`(name: String) throws {
    let value = try SampleAnswers.file(name).value
    for encrypts in [false, true] {
      for compresses in [false, true] {
        let codec = SecuredCodec(encrypts: encrypts, compresses: compresses)
        for direction in [SecuredCodec.Direction.request, .response] {
          let wire = try codec.encode(value, direction, cipher: Vector.authenticated)
          #expect(try codec.decode(JSONView(sending: wire), cipher: Vector.authenticated).value == value)
        }
      }
    }
  }

  @Test func `come back as they were written`() throws {
    let week = try PageEmploiDuTemps.Response(SampleAnswers.payload("PageEmploiDuTemps-parent-week"))
    #expect(try week.sent() == week)
    let parameters = try FonctionParametres.Response(SampleAnswers.payload("FonctionParametres-student"))
    #expect(try parameters.sent() == parameters)
    for name in ["ParametresUtilisateur-student", "ParametresUtilisateur-parent"] {
      let user = try ParametresUtilisateur.Response(SampleAnswers.payload(name))
      #expect(try user.sent() == user)
    }
  }
}
