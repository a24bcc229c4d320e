import PronoteWire
import SchoolModel
import Testing

/// The spellings and selections of requests that clients of all ages send.
@Suite struct RequestFormTests {
  @Test(arguments: WireSchool.versions) func bothCapitalisationsAreRead(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let student = user.resource.json
      let lower = try await client.call(
        PageEmploiDuTemps.name,
        ["ressource": student, "numeroSemaine": 12],
        tab: Tab.timetable
      )
      let upper = try await client.call(
        PageEmploiDuTemps.name,
        ["Ressource": student, "NumeroSemaine": 12],
        tab: Tab.timetable
      )
      #expect(lower.list("ListeCours").count > 15)
      #expect(lower.value == upper.value)
      let interval = try await client.call(
        PageEmploiDuTemps.name,
        ["Ressource": student, "DateDebut": date("17/11/2026 0:0:0"), "DateFin": date("18/11/2026 0:0:0")],
        tab: Tab.timetable
      )
      #expect(days(of: interval) == ["17/11/2026", "18/11/2026"])
      let period = try #require(user.field("ressource")?.currentPeriod)
      let notes = try await client.call(DernieresNotes.name, ["Periode": period.json], tab: Tab.latestGrades)
      let old = try await client.call(DernieresNotes.name, ["periode": period.json], tab: Tab.latestGrades)
      #expect(notes.list("listeDevoirs").count > 0)
      #expect(notes.value == old.value)
    }
  }

  @Test func anIntervalMayBeADayOrManyWeeks() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      let student = user.resource.json
      // Unpadded, as official clients write it; without an end, one day.
      let day = try await client.call(
        PageEmploiDuTemps.name,
        ["ressource": student, "dateDebut": date("5/10/2026 0:0:0")],
        tab: Tab.timetable
      )
      #expect(days(of: day) == ["05/10/2026"])
      let weeks = try await client.call(
        PageEmploiDuTemps.name,
        ["ressource": student, "dateDebut": date("02/11/2026"), "dateFin": date("27/11/2026")],
        tab: Tab.timetable
      )
      #expect(days(of: weeks).count > 15)
      let backwards = try await client.call(
        PageEmploiDuTemps.name,
        ["ressource": student, "dateDebut": date("18/11/2026"), "dateFin": date("2/11/2026")],
        tab: Tab.timetable
      )
      #expect(days(of: backwards).isSubset(of: ["18/11/2026"]))
    }
  }

  @Test(arguments: [0, -5, 63, 200, -1_000_000, 1_000_000_000])
  func anUnknownWeekIsEmpty(number: Int) async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      let timetable = try await client.call(
        PageEmploiDuTemps.name,
        ["ressource": user.resource.json, "numeroSemaine": .integer(number)],
        tab: Tab.timetable
      )
      // There, and empty: one client fails when it is absent.
      #expect(timetable["ListeCours"]?.isArray == true)
      #expect(timetable["ListeCours"]?.count == 0)
      let weeks = WireRequests.weeks("[\(number)]")
      let homework = try await client.call(PageCahierDeTexte.name, weeks, tab: Tab.homework)
      #expect(homework.field("ListeTravauxAFaire")?.count == 0)
      let content = try await client.call(PageCahierDeTexte.name, weeks, tab: Tab.lessonContent)
      #expect(content.field("ListeCahierDeTextes")?.count == 0)
    }
  }

  @Test func weeksAreSelectedOneByOne() async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      var counts: [String: Int] = [:]
      for text in ["[10]", "[12]", "[10,12]", "[10..12]", "[]", "[11]"] {
        let answer = try await client.call(PageCahierDeTexte.name, WireRequests.weeks(text), tab: Tab.homework)
        counts[text] = answer.list("ListeTravauxAFaire").count
      }
      #expect(counts["[10]", default: 0] > 0 && counts["[12]", default: 0] > 0)
      #expect(counts["[10,12]"] == counts["[10]", default: 0] + counts["[12]", default: 0])
      #expect(counts["[10..12]"] == counts["[10,12]", default: 0] + counts["[11]", default: 0])
      #expect(counts["[]"] == 0)
    }
  }

  @Test func theTabSelectsWhatANotebookTells() async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      let weeks = WireRequests.weeks("[12]")
      let homework = try await client.call(PageCahierDeTexte.name, weeks, tab: Tab.homework)
      #expect(homework["ListeTravauxAFaire"] != nil && homework["ListeCahierDeTextes"] == nil)
      let content = try await client.call(PageCahierDeTexte.name, weeks, tab: Tab.lessonContent)
      #expect(content["ListeCahierDeTextes"] != nil && content["ListeTravauxAFaire"] == nil)
    }
  }

  private func date(_ text: String) -> JSONValue { .typed(WireType.date, .string(text)) }

  private func days(of answer: JSONView) -> Set<String> {
    Set(answer.list("ListeCours").compactMap { $0.text("DateDuCours").map { String($0.prefix(10)) } })
  }
}
