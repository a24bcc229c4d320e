import PronoteWire
import SchoolModel
import Testing

/// Functions document 3.1.
@Suite struct `The timetable of a week` {
  private typealias Response = PageEmploiDuTemps.Response
  private typealias Cours = PageEmploiDuTemps.Cours

  private static func lesson(_ random: inout SeededGenerator) -> Cours {
    var lesson = Cours(dateDuCours: random.moment(), place: random.number(0...140), duree: random.number(1...20))
    lesson.n = random.maybe { $0.id() }
    lesson.g = random.number(0...4)
    lesson.p = random.number(0...999)
    if random.coin() { lesson.place = nil }
    if random.coin() { lesson.duree = nil }
    lesson.dateDuCoursFin = random.maybe { $0.moment() }
    lesson.couleurFond = random.maybe { _ in "#2B8AD6" }
    lesson.statut = random.maybe { $0.label() }
    lesson.estAnnule = random.coin()
    lesson.listeContenus = random.some {
      .init(n: $0.maybe { $0.id() }, l: $0.label(), g: $0.maybe { $0.number(1...95) }, estHoraire: $0.coin())
    }
    lesson.avecTafPublie = random.coin()
    lesson.avecCdT = random.coin()
    lesson.cahierDeTextes = random.maybe {
      .init(n: $0.maybe { $0.id() }, estDevoir: $0.coin(), originesCategorie: $0.some { $0.element() })
    }
    lesson.listeVisios = random.some {
      .init(
        n: $0.maybe { $0.id() },
        url: "https://visio.example/é?a=1",
        libelleLien: $0.maybe { $0.label() },
        enEnveloppe: $0.coin()
      )
    }
    lesson.memo = random.maybe { $0.label() }
    lesson.dispenseEleve = random.maybe { .init(l: $0.maybe { $0.label() }, maison: $0.coin(), obligatoire: $0.coin()) }
    lesson.estRetenue = random.coin()
    lesson.estSortiePedagogique = random.coin()
    lesson.motif = random.maybe { $0.label() }
    lesson.accompagnateurs = random.some { $0.label() }
    return lesson
  }

  @Test func `comes back as it was written`() throws {
    var random = SeededGenerator(103)
    for _ in 0..<300 {
      var response = Response(listeCours: random.some { Self.lesson(&$0) })
      response.avecCoursAnnule = random.coin()
      response.debutDemiPensionHebdo = random.maybe { $0.number(0...20) }
      response.finDemiPensionHebdo = random.maybe { $0.number(0...20) }
      try #require(try response.sent() == response)
      // Absent members are left out: some clients take their mere presence for a yes.
      try #require(!response.json.text().contains("null"))
    }
  }

  @Test func `asks in both spellings, for a week or an interval`() throws {
    let student = WireElement(n: "46#Ab1", l: "MARTIN Lou", g: 4)
    var request = PageEmploiDuTemps.Request(ressource: student, numeroSemaine: 4)
    #expect(try request.sent() == request)
    #expect(request.json["NumeroSemaine"] == 4 && request.json["numeroSemaine"] == 4)
    #expect(request.json["ressource"] == request.json["Ressource"])
    #expect(request.json["avecConseilDeClasse"] == true && request.json["avecAbsencesEleve"] == false)
    request.numeroSemaine = nil
    request.dateDebut = WireDate.parse("16/09/2024")
    request.dateFin = WireDate.parse("20/09/2024 23:59:59")
    #expect(try request.sent() == request)
    #expect(request.json["dateDebut"]?["V"] == "16/9/2024 0:0:0")
    #expect(request.json["DateFin"]?["V"] == "20/9/2024 23:59:59")
  }

  @Test(arguments: [
    #"{"Ressource":{"N":"46#a","G":4},"NumeroSemaine":4,"DateDebut":"16/9/2024 0:0:0"}"#,
    #"{"ressource":{"N":"46#a","G":4},"numeroSemaine":"4","dateDebut":{"_T":7,"V":"16/09/2024 00:00:00"}}"#,
  ])
  func `is asked for in either spelling`(text: String) throws {
    let request = try PageEmploiDuTemps.Request(text: text)
    #expect(request.ressource == WireElement(n: "46#a", g: 4))
    #expect(request.numeroSemaine == 4)
    #expect(request.dateDebut == WireDate.parse("16/09/2024"))
    #expect(throws: WireError.self) { try PageEmploiDuTemps.Request(text: #"{"numeroSemaine":4}"#) }
  }

  @Test func `reads the example of the document`() throws {
    let response = try Response(text: Self.example)
    #expect(response.diagnostics.isEmpty)
    #expect(response.avecCoursAnnule)
    #expect(response.debutDemiPensionHebdo == 8 && response.finDemiPensionHebdo == 11)
    try #require(response.listeCours.count == 3)
    let (lesson, cancelled, detention) = (response.listeCours[0], response.listeCours[1], response.listeCours[2])
    #expect(lesson.n == "29#c1" && lesson.p == 210 && lesson.place == 22 && lesson.duree == 2)
    #expect(lesson.dateDuCours == WireDate.parse("24/09/2024 09:00:00") && lesson.dateDuCoursFin == nil)
    #expect(lesson.avecTafPublie && lesson.avecCdT && !lesson.estAnnule)
    #expect(lesson.cahierDeTextes?.estDevoir == true)
    #expect(lesson.cahierDeTextes?.originesCategorie == [WireElement(l: "Devoir sur table", g: 3)])
    #expect(
      lesson.listeVisios == [
        .init(n: "178#v1", url: "https://visio.example/salle-7", libelleLien: "Classe virtuelle", enEnveloppe: true)
      ]
    )
    #expect(lesson.listeContenus.map(\.l) == ["ESPAGNOL LV2", "RUIZ A.", "[4ESP2]", "B12"])
    #expect(lesson.listeContenus.map(\.g) == [16, 3, 2, 17])
    #expect(cancelled.estAnnule && cancelled.statut == "Prof. absent")
    #expect(detention.estRetenue && detention.listeContenus.first?.estHoraire == true)
    #expect(detention.listeContenus.first?.g == nil)
  }

  @Test func `loses only the lesson that is broken`() throws {
    let response = try Response(
      text: """
        {"ListeCours":[{"N":"29#1","DateDuCours":{"_T":7,"V":"24/09/2024 09:00:00"}},{"N":"29#2"},
        {"DateDuCours":{"_T":7,"V":"soon"}},{"DateDuCours":"24/09/2024 10:00:00","DateDuCoursFin":"x"},"lesson",
        {"N":"29#6","DateDuCours":"24/09/2024 11:00:00"}]}
        """
    )
    #expect(response.listeCours.map(\.n) == ["29#1", "29#6"])
    #expect(
      response.diagnostics.map(\.location) == [
        "ListeCours[1].DateDuCours", "ListeCours[2].DateDuCours", "ListeCours[3].DateDuCoursFin", "ListeCours[4]",
      ]
    )
    #expect(response.diagnostics.allSatisfy { !$0.message.contains("soon") })
  }

  @Test func `takes defaults for what is absent`() throws {
    #expect(try Response(text: "{}") == Response(listeCours: []))
    let lesson = try Cours(text: #"{"DateDuCours":"24/09/2024 09:00:00"}"#)
    #expect(lesson.place == nil && lesson.duree == nil && lesson.g == 0 && lesson.p == 0)
    #expect(!lesson.estAnnule && lesson.listeContenus.isEmpty && lesson.dispenseEleve == nil)
  }

  @Test(arguments: [
    (#""estRetenue":"eleve""#, true), (#""estRetenue":false"#, false), (#""estRetenue":"""#, false),
    (#""estRetenue":true"#, true), (#""x":1"#, false),
  ])
  func `takes a detention as text or flag`(member: String, isDetention: Bool) throws {
    let lesson = try Cours(text: #"{"DateDuCours":"24/09/2024 09:00:00",\#(member)}"#)
    #expect(lesson.estRetenue == isDetention)
  }

  @Test(
    arguments: [
      ("true", true, nil), ("false", false, nil), ("0", false, nil), ("1", true, nil),
      (#"{"L":"Sport"}"#, true, "Sport"),
      (#"{"_T":24,"V":{"N":"40#1","L":"Sport","maison":true}}"#, true, "Sport"), ("null", false, nil),
      (#"{"_T":24,"V":{}}"#, true, nil),
    ] as [(String, Bool, String?)]
  )
  func `takes an exemption as element or flag`(text: String, isExempt: Bool, reason: String?) throws {
    let lesson = try Cours(text: #"{"DateDuCours":"24/09/2024 09:00:00","dispenseEleve":\#(text)}"#)
    #expect((lesson.dispenseEleve != nil) == isExempt)
    #expect(lesson.dispenseEleve?.l == reason)
  }

  @Test func `reads a video link bare or wrapped`() throws {
    let lesson = try Cours(
      text: #"{"DateDuCours":"24/09/2024 09:00:00","listeVisios":[{"url":"a"},{"url":{"_T":23,"V":"b"}},{"L":"none"}]}"#
    )
    #expect(lesson.listeVisios.map(\.url) == ["a", "b"])
    #expect(lesson.listeVisios.map(\.enEnveloppe) == [false, true])
  }

  private static let example = """
    { "avecCoursAnnule": true, "prefsGrille": {"genreRessource": 4}, "jourCycleSelectionne": 0,
      "premierePlaceHebdoDuJour": 0, "debutDemiPensionHebdo": 8, "finDemiPensionHebdo": 11,
      "absences": {"joursCycle": {"_T":24,"V":[{"jourCycle":0,"numeroSemaine":4}]}},
      "recreations": {"_T":24,"V":[{"L":"Récréation du matin","place":4}]},
      "ListeCours": [
        { "N":"29#c1","G":0,"P":210,"place":22,"duree":2,"DateDuCours":{"_T":7,"V":"24/09/2024 09:00:00"},
          "CouleurFond":"#2B8AD6","AvecTafPublie":true,"AvecCdT":true,
          "cahierDeTextes":{"_T":24,"V":{"N":"18#t1","estDevoir":true,
             "originesCategorie":{"_T":24,"V":[{"G":3,"L":"Devoir sur table","libelleIcone":"DS"}]}}},
          "listeVisios":{"_T":24,"V":[{"N":"178#v1","url":{"_T":23,"V":"https://visio.example/salle-7"},
             "libelleLien":"Classe virtuelle"}]},
          "ListeContenus":{"_T":24,"V":[{"L":"ESPAGNOL LV2","N":"79#s3","G":16,"estServiceGroupe":true},
             {"L":"RUIZ A.","G":3},{"L":"[4ESP2]","N":"60#g2","G":2},{"L":"B12","N":"129#r4","G":17}]} },
        { "N":"29#c2","G":0,"P":211,"Statut":"Prof. absent","estAnnule":true,"place":26,"duree":4,
          "DateDuCours":{"_T":7,"V":"24/09/2024 11:00:00"},"CouleurFond":"#B04A4A","AvecTafPublie":false,
          "ListeContenus":{"_T":24,"V":[{"L":"PHYSIQUE-CHIMIE","N":"79#s9","G":16},{"L":"OKAFOR T.","G":3}]} },
        { "N":"29#c3","G":0,"P":900,"place":32,"duree":2,"estRetenue":true,"AvecTafPublie":false,
          "DateDuCours":{"_T":7,"V":"24/09/2024 14:00:00"},
          "ListeContenus":{"_T":24,"V":[{"L":"Retenue","estHoraire":true},{"L":"VIDAL P.","G":34},
             {"L":"Permanence","G":17}]} } ] }
    """
}
