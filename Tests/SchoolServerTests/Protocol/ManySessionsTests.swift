import TestSupport
import PronoteWire
import SchoolModel
import SchoolServer
import Testing
import WebSession

/// Many people at once, and what stays when they have gone.
@Suite struct ManySessionsTests {
  @Test(arguments: [WireSchool.modes[0], WireSchool.modes[3]])
  func twentySessionsDoNotDisturbOneAnother(mode: WireSchool.Mode) async throws {
    try await WireSchool.shared(mode: mode) { school in
      let seen = try await withThrowingTaskGroup(of: (String, JSONValue).self) { group in
        for index in 0..<20 {
          let (page, login, password) =
            index.isMultiple(of: 2)
            ? ("eleve.html", "demonstration", "pronotevs") : ("mobile.eleve.html", "accents", "Élève été 2026 ✓")
          group.addTask {
            var (client, user) = try await WireClient.signedIn(school, page: page, login, password)
            var lessons: JSONValue = .null
            for week in 10...13 {
              let answer = try await client.call(
                PageEmploiDuTemps.name,
                WireRequests.week(week, of: user.resource),
                tab: Tab.timetable
              )
              lessons = .array(answer.list("ListeCours").map { .string($0.text("DateDuCours") ?? "") })
            }
            try await client.call(SaisieDeconnexion.name)
            return (user.resource.l ?? "", lessons)
          }
        }
        return try await group.reduce(into: [String: Set<JSONValue>]()) { $0[$1.0, default: []].insert($1.1) }
      }
      #expect(Set(seen.keys) == ["PARENT Fanny", "BENALI Aaron"])
      // Everybody saw what the same person saw in another session.
      #expect(seen.values.allSatisfy { $0.count == 1 })
    }
  }

  @Test func callsOfOneSessionAtOnceAreOneCall() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      let call = try client.channel.seal(
        PageEmploiDuTemps.call(.init(ressource: user.resource, numeroSemaine: 12), tab: Tab.timetable)
      )
      let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for _ in 0..<10 { group.addTask { try await school.post(call.path, call.body).body } }
        return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
      }
      #expect(answers.count == 1)
      #expect(try client.channel.open(try #require(answers.first), of: call).payload.list("ListeCours").count > 15)
    }
  }

  @Test func whatIsWrittenIsReadByOthersAndKept() async throws {
    try await WireSchool.with { school in
      let weeks = WireRequests.weeks("[12..14]")
      var (client, _) = try await WireClient.signedIn(school)
      let before = try await client.call(PageCahierDeTexte.name, weeks, tab: Tab.homework).list("ListeTravauxAFaire")
      let index = try #require(before.firstIndex { $0["TAFFait"]?.bool == false })
      let id = try #require(before[index].id("N"))
      let write: JSONValue = ["listeTAF": [["N": .string(id), "TAFFait": true, "E": 2]]]
      let reply = try await client.call(
        WireCall(function: "SaisieTAFFaitEleve", payload: write, signature: .init(onglet: Tab.homework))
      )
      #expect(reply.report?.isObject == true)
      #expect(reply.report?.flag("_erreurSaisie_") == false)
      // The parent sees it, too, and is refused the same write politely.
      var (parent, family) = try await WireClient.signedIn(school, page: "parent.html")
      let seen = try await parent.call(PageCahierDeTexte.name, weeks, tab: Tab.homework, member: family.children[0].n)
        .list("ListeTravauxAFaire")
      #expect(seen.count == before.count)
      #expect(seen[index]["TAFFait"]?.bool == true)
      let undo: JSONValue = ["listeTAF": [["N": .string(seen[index].id("N") ?? ""), "TAFFait": false, "E": 2]]]
      let refused = try await parent.call(
        WireCall(
          function: "SaisieTAFFaitEleve",
          payload: undo,
          signature: .init(onglet: Tab.homework, membre: family.children[0])
        )
      )
      #expect(refused.report?.flag("_erreurSaisie_") == true)
      #expect(refused.report?.list("_messagesErreur_").isEmpty == false)
      // It is in the file, for the next school that opens it.
      let database = try SchoolDatabase.open(at: school.dataFile, today: SchoolFiles.today)
      let student = try #require(try database.account(login: "demonstration", space: .student)).person.key
      let year = database.calendar.year
      let stored = try database.homework(
        forStudent: student,
        dueFrom: year.monday(ofWeek: 12),
        to: year.monday(ofWeek: 14).adding(days: 6)
      )
      #expect(stored.filter(\.isDone).count == before.filter { $0["TAFFait"]?.bool == true }.count + 1)
    }
  }
}
