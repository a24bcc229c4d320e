import PronoteWire
import SchoolModel
import SchoolServer
import TestSupport
import Testing

/// What happens while a school runs is seen through the protocol, in sessions that were open before.
@Suite struct `A school that moves` {
  /// The Friday of the tests' week.
  private static let friday = SchoolFiles.today.adding(days: 2)

  private static func time(_ hour: Int, _ minute: Int = 0) -> LocalTime { LocalTime(minuteOfDay: hour * 60 + minute) }

  private static func lesson(_ hour: Int) -> LessonName {
    LessonName(student: "demonstration", date: friday, start: time(hour))
  }

  /// The lessons of that Friday, as the wire has them.
  private static func lessons(_ client: inout WireClient, _ user: JSONView) async throws -> [PageEmploiDuTemps.Cours] {
    let answer = try await client.call(
      PageEmploiDuTemps.name,
      WireRequests.week(12, of: user.resource),
      tab: Tab.timetable
    )
    return try PageEmploiDuTemps.Response(answer).listeCours.filter { $0.dateDuCours.date == friday }
  }

  private static func grades(_ client: inout WireClient, _ user: JSONView) async throws -> DernieresNotes.Response {
    let period = try #require(user.field("ressource")?.currentPeriod)
    return try DernieresNotes.Response(
      try await client.call(DernieresNotes.name, WireRequests.grades(period), tab: Tab.latestGrades)
    )
  }

  private static func average(_ book: DernieresNotes.Response) -> String? {
    book.listeServices.first { $0.l == "MATHÉMATIQUES" }?.moyEleve?.text
  }

  @Test(arguments: ["2022.0.5", "2026.2.5"])
  func `gives grades, which change averages, corrects them and takes them back`(version: String) async throws {
    try await WireSchool.with(version: version) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let before = try await Self.grades(&client, user)
      try school.server.apply(
        .addGrade(
          NewGrade(
            student: "demonstration",
            subject: "mathematiques",
            value: "19.5",
            coefficient: "2",
            title: "Surprise",
            remark: "Bravo"
          )
        )
      )
      let given = try await Self.grades(&client, user)
      #expect(given.listeDevoirs.count == before.listeDevoirs.count + 1)
      let test = try #require(given.listeDevoirs.first { $0.commentaire == "Surprise" })
      #expect(test.note.text == "19,50")
      #expect(test.bareme?.text == "20")
      #expect(test.coefficient == "2")
      #expect(test.commentaireSurNote == "Bravo")
      #expect(test.date == SchoolFiles.today)
      #expect(Self.average(given) != Self.average(before))
      #expect(given.moyGenerale != before.moyGenerale)

      let name = GradeName(student: "demonstration", subject: "MATHÉMATIQUES", title: "surprise")
      try school.server.apply(.changeGrade(GradeCorrection(name, value: "absent", remark: "Absente")))
      let changed = try await Self.grades(&client, user)
      let corrected = try #require(changed.listeDevoirs.first { $0.commentaire == "Surprise" })
      #expect(corrected.note.text == "|1")
      #expect(corrected.commentaireSurNote == "Absente")
      #expect(Self.average(changed) == Self.average(before), "an absence does not count")

      try school.server.apply(.removeGrade(name))
      let after = try await Self.grades(&client, user)
      #expect(after.listeDevoirs.count == before.listeDevoirs.count)
      #expect(after.moyGenerale == before.moyGenerale)
    }
  }

  @Test func `cancels, moves and relocates lessons`() async throws {
    try await WireSchool.with { school in
      var (client, user) = try await WireClient.signedIn(school)
      let before = try await Self.lessons(&client, user)
      #expect(before.allSatisfy { !$0.estAnnule })
      try school.server.apply(.cancelLesson(Self.lesson(8)))
      try school.server.apply(.moveLesson(Self.lesson(10), to: Self.friday.at(Self.time(17)), room: "208"))
      try school.server.apply(.changeRoom(Self.lesson(14), to: "208"))
      let after = try await Self.lessons(&client, user)
      func lesson(_ hour: Int) -> PageEmploiDuTemps.Cours? {
        after.first { $0.dateDuCours.time == Self.time(hour) }
      }
      #expect(after.count == before.count + 1)
      #expect(lesson(8)?.estAnnule == true && lesson(8)?.statut == "Prof. absent")
      #expect(lesson(10)?.estAnnule == true && lesson(10)?.statut == "Cours déplacé")
      #expect(lesson(17)?.estAnnule == false && lesson(17)?.statut == "Cours déplacé")
      #expect(lesson(17)?.duree == lesson(10)?.duree)
      #expect(lesson(14)?.estAnnule == false && lesson(14)?.statut == "Changement de salle")
      for hour in [14, 17] {
        #expect(lesson(hour)?.listeContenus.contains { $0.l == "208" } == true)
      }
    }
  }

  @Test func `enters absences`() async throws {
    try await WireSchool.with { school in
      var client = try await WireClient.signedIn(school).client
      func absences() async throws -> [JSONView] {
        try await client.call("PagePresence", [:], tab: Tab.schoolLife).list("listeAbsences").map(\.unwrapped)
          .filter { $0.integer("G") == 13 }
      }
      let before = try await absences().count
      let day = Self.friday
      try school.server.apply(
        .addAbsence(
          NewAbsence(student: "demonstration", from: day.at(Self.time(8)), to: day.at(Self.time(16)), reason: "Maladie")
        )
      )
      try school.server.apply(.addAbsence(NewAbsence(student: "PARENT Fanny", from: day.at(Self.time(14)))))
      let found = try await absences()
      #expect(found.count == before + 2)
      let excused = try #require(found.first { $0.field("dateDebut")?.string == "20/11/2026 08:00:00" })
      #expect(excused["justifie"]?.bool == true)
      #expect(excused["ouverte"]?.bool == false)
      // Eight to noon and two to four, over two half days.
      #expect(excused.label("NbrHeures") == "6h00")
      #expect(excused.field("NbrJours")?.numberText == "1.0")
      #expect(excused.list("listeMotifs").first?.label("L") == "Maladie")
      let open = try #require(found.first { $0.field("dateDebut")?.string == "20/11/2026 14:00:00" })
      #expect(open["ouverte"]?.bool == true)
      #expect(open["aJustifierParParents"]?.bool == true)
    }
  }

  @Test func `gives homework and tells news`() async throws {
    try await WireSchool.with { school in
      var client = try await WireClient.signedIn(school).client
      try school.server.apply(
        .addHomework(
          NewHomework(
            student: "demonstration",
            subject: "anglais",
            due: Self.friday,
            text: "Lire <Emma> & écrire\nvite"
          )
        )
      )
      try school.server.apply(.addNews(NewNews(title: "Neige", text: "Fermé.", wantsAcknowledgement: true)))
      let notebook = try PageCahierDeTexte.Response(
        try await client.call(PageCahierDeTexte.name, WireRequests.weeks("[12]"), tab: Tab.homework)
      )
      let homework = try #require(notebook.listeTravauxAFaire?.first { $0.descriptif.contains("Emma") })
      #expect(homework.descriptif == "<div>Lire &lt;Emma&gt; &amp; écrire<br />vite</div>")
      #expect(homework.pourLe == Self.friday)
      #expect(homework.donneLe == SchoolFiles.today)
      #expect(homework.matiere.l == "ANGLAIS LV1")
      let news = try await client.call(
        "PageActualites",
        ["modesAffActus": .typed(WireType.domain, "[0..3]")],
        tab: Tab.news
      )
      let titles = news.list("listeModesAff").first?.list("listeActualites").compactMap { $0.unwrapped.label("L") }
      #expect(titles?.first == "Neige")
    }
  }

  private static let refused: [(SchoolChange, String)] = [
    (.addGrade(NewGrade(student: "nobody", subject: "Maths", value: "1")), "nobody"),
    (.addGrade(NewGrade(student: "demonstration", subject: "Potions", value: "1")), "MATHÉMATIQUES"),
    (.addGrade(NewGrade(student: "demonstration", subject: "VIE DE CLASSE", value: "1")), "VIE DE CLASSE"),
    (.addGrade(NewGrade(student: "demonstration", subject: "FRANÇAIS", value: "21")), "above"),
    (.addGrade(NewGrade(student: "demonstration", subject: "FRANÇAIS", value: "-1")), "-1"),
    (.addGrade(NewGrade(student: "demonstration", subject: "FRANÇAIS", value: "Absent")), "absentCountedZero"),
    (.addGrade(NewGrade(student: "demonstration", subject: "FRANÇAIS", value: "1", scale: "0")), "scale"),
    (.addGrade(NewGrade(student: "demonstration", subject: "FRANÇAIS", value: "1", coefficient: "1e9")), "coefficient"),
    (
      .addGrade(
        NewGrade(
          student: "demonstration",
          subject: "FRANÇAIS",
          value: "1",
          date: LocalDate(year: 2030, month: 1, day: 1)
        )
      ), "2030-01-01"
    ),
    (.removeGrade(GradeName(student: "demonstration", subject: "FRANÇAIS", title: "Nothing")), "Nothing"),
    (.changeGrade(GradeCorrection(GradeName(student: "pin", subject: "FRANÇAIS", title: "x"))), "“x”"),
    (.cancelLesson(LessonName(student: "demonstration", date: friday, start: time(9))), "there is one at 08:00"),
    (.cancelLesson(LessonName(student: "demonstration", date: friday.adding(days: 1), start: time(9))), "none"),
    (.moveLesson(lesson(8), to: friday.at(time(17)), room: nil), "17:00"),
    (.moveLesson(lesson(10), to: friday.at(time(7))), "07:00"),
    (.moveLesson(lesson(10), to: friday.at(time(12, 15))), "12:15"),
    (.moveLesson(lesson(10), to: friday.at(time(10))), "already"),
    (.moveLesson(lesson(10), to: friday.adding(days: 1000).at(time(10))), "school year"),
    (.changeRoom(lesson(10), to: "Room 101"), "Room 101"),
    (.addAbsence(NewAbsence(student: "pin", from: friday.at(time(10)), to: friday.at(time(10)))), "10:00"),
    (.addAbsence(NewAbsence(student: "pin", from: LocalDate(dayNumber: 0).at(time(10)))), "1970-01-01"),
    (.addHomework(NewHomework(student: "pin", subject: "FRANÇAIS", due: friday.adding(days: -9), text: "x")), "due"),
  ]

  @Test(arguments: refused.indices) func `refuses what cannot be, and says why`(index: Int) throws {
    let (change, seen) = Self.refused[index]
    var configuration = SchoolServerConfiguration()
    configuration.dataFile = try SchoolFiles.copy()
    defer { SchoolFiles.remove(configuration.dataFile ?? "") }
    let server = try SchoolServer(configuration: configuration)
    let database = try SchoolDatabase.open(at: configuration.dataFile, today: SchoolFiles.today)
    let before = try database.dump()
    let error = #expect(throws: SchoolServerError.self) { try server.apply(change) }
    #expect(error?.code == .badChange)
    #expect(error?.message.contains(seen) == true, "\(error?.message ?? "")")
    #expect(try database.dump() == before)
  }
}
