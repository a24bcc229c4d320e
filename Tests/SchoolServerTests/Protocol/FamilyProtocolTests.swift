import PronoteWire
import SchoolModel
import SchoolServer
import Testing

/// `membre` names the child of a parent (functions document 2).
@Suite struct FamilyProtocolTests {
  @Test(arguments: WireSchool.versions) func eachChildIsReadByName(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var (client, user) = try await WireClient.signedIn(school, page: "parent.html")
      #expect(user.field("ressource")?["listeRessources"]?.isArray == true, "a bare list")
      let children = user.children
      #expect(children.map(\.l) == ["PARENT Fanny", "PARENT Hugo"])
      var weeks: [JSONValue] = []
      for child in children {
        let week = WireRequests.week(12, of: child)
        let answer = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: child.n)
        #expect(answer.list("ListeCours").count > 15)
        weeks.append(answer.value)
      }
      #expect(weeks[0] != weeks[1])
    }
  }

  @Test func withoutANameTheFirstChildIsMeant() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school, page: "parent.html")
      let children = user.children
      let first = try await client.call(
        PageCahierDeTexte.name,
        WireRequests.weeks("[10..14]"),
        tab: Tab.homework,
        member: children[0].n
      )
      let second = try await client.call(
        PageCahierDeTexte.name,
        WireRequests.weeks("[10..14]"),
        tab: Tab.homework,
        member: children[1].n
      )
      let unnamed = try await client.call(PageCahierDeTexte.name, WireRequests.weeks("[10..14]"), tab: Tab.homework)
      #expect(unnamed.value == first.value)
      #expect(unnamed.value != second.value)
      // Nothing is remembered from one call to the next.
      #expect(
        try await client.call(PageCahierDeTexte.name, WireRequests.weeks("[10..14]"), tab: Tab.homework).value
          == first.value
      )
    }
  }

  @Test func theResourceAndTheNameHaveToAgree() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school, page: "parent.html")
      let children = user.children
      let week = WireRequests.week(12, of: children[1])
      #expect(
        try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: children[0].n)?.code == 3
      )
    }
  }

  @Test func aChildOfAnotherFamilyIsDenied() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school, page: "parent.html")
      let child = try #require(user.children.first)
      // Classmates have ids in this session, because parents can write to them.
      let classmates = try await client.call(
        "ListeRessourcesPourCommunication",
        ["onglet": ["N": 0, "G": 4]],
        tab: Tab.discussions,
        member: child.n
      )
      let ids = classmates.elements("listeRessourcesPourCommunication").compactMap(\.n)
      let stranger = try #require(ids.first { id in !user.children.contains { $0.n == id } })
      #expect(stranger.hasPrefix("46#"))
      let week = WireRequests.week(12, of: WireElement(n: stranger, g: 4))
      let cases: [(String, JSONValue, Int)] = [
        (PageEmploiDuTemps.name, week, Tab.timetable),
        (PageCahierDeTexte.name, WireRequests.weeks("[12]"), Tab.homework),
        (DernieresNotes.name, WireRequests.grades(WireElement(n: "105#x")), Tab.latestGrades),
      ]
      for (function, payload, tab) in cases {
        #expect(try await client.refusal(function, payload, tab: tab, member: stranger) == .accessDenied, "\(function)")
      }
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: child.n)?.code == 3)
    }
  }

  @Test func anIDOfSomethingElseIsNoChild() async throws {
    try await WireSchool.shared { school in
      let (_, staff) = try await WireClient.signedIn(school, page: "viescolaire.html", "demonstration2")
      var (client, user) = try await WireClient.signedIn(school, page: "parent.html")
      let week = WireRequests.week(12, of: try #require(user.children.first))
      let foreign = try #require(staff.elements("listeClasses").first?.n)
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: foreign)?.code == 22)
      let period = try #require(user.allIDs.first { $0.hasPrefix("105#") })
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: period)?.code == 20)
    }
  }

  @Test func studentsReadThemselvesWhateverTheyName() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      let week = WireRequests.week(12, of: user.resource)
      let plain = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable)
      // One old client sends `membre` for students, too.
      let named = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: user.resource.n)
      #expect(plain.value == named.value)
    }
  }
}
