import PronoteWire
import SchoolModel
import SchoolServer
import Testing

/// `membre` names the child of a parent (functions document 2).
@Suite struct FamilyProtocolTests {
  @Test(arguments: WireSchool.versions) func eachChildIsReadByName(version: String) async throws {
    try await WireSchool.with(version: version) { school in
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
    try await WireSchool.with { school in
      var (client, user) = try await WireClient.signedIn(school, page: "parent.html")
      let children = user.children
      let first = try await client.call(
        PageCahierDeTexte.name, WireRequests.weeks("[10..14]"), tab: Tab.homework, member: children[0].n)
      let second = try await client.call(
        PageCahierDeTexte.name, WireRequests.weeks("[10..14]"), tab: Tab.homework, member: children[1].n)
      let unnamed = try await client.call(PageCahierDeTexte.name, WireRequests.weeks("[10..14]"), tab: Tab.homework)
      #expect(unnamed.value == first.value)
      #expect(unnamed.value != second.value)
      // Nothing is remembered from one call to the next.
      #expect(try await client.call(PageCahierDeTexte.name, WireRequests.weeks("[10..14]"), tab: Tab.homework).value == first.value)
    }
  }

  @Test func theResourceAndTheNameHaveToAgree() async throws {
    try await WireSchool.with { school in
      var (client, user) = try await WireClient.signedIn(school, page: "parent.html")
      let children = user.children
      let week = WireRequests.week(12, of: children[1])
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: children[0].n)?.code == 3)
    }
  }

  @Test func otherPeoplesChildrenAreDenied() async throws {
    try await WireSchool.with { school in
      // Staff see the whole class; what they see is of no use to a parent.
      var (staff, user) = try await WireClient.signedIn(school, page: "viescolaire.html", "demonstration2")
      let schoolClass = try #require(user.elements("listeClasses").first)
      let list = try await staff.call(
        "ListeRessources", ["listeRessources": .array([schoolClass.json])], tab: Tab.studentList)
      let stranger = try #require(list.allIDs.first { $0.hasPrefix("46#") })
      var (client, own) = try await WireClient.signedIn(school, page: "parent.html")
      let week = WireRequests.week(12, of: own.children[0])
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: stranger)?.code == 22)
      // Even a valid id of this session is denied when it is nobody's child.
      let period = try #require(own.allIDs.first { $0.hasPrefix("105#") })
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: period)?.code == 20)
    }
  }

  /// A session gives ids of other students to staff only, so the foreign child is asked for in the same session here.
  @Test func aChildOfAnotherFamilyIsDenied() async throws {
    try await WireSchool.with { school in
      var (client, user) = try await WireClient.signedIn(school, page: "viescolaire.html", "demonstration2")
      let schoolClass = try #require(user.elements("listeClasses").first)
      let list = try await client.call(
        "ListeRessources", ["listeRessources": .array([schoolClass.json])], tab: Tab.studentList)
      let student = try #require(list.allIDs.first { $0.hasPrefix("46#") })
      for function in [PageEmploiDuTemps.name, DernieresNotes.name, PageCahierDeTexte.name] {
        #expect(try await client.refusal(function, [:], tab: Tab.timetable, member: student)?.code == 3, "\(function)")
      }
    }
  }

  @Test func studentsReadThemselvesWhateverTheyName() async throws {
    try await WireSchool.with { school in
      var (client, user) = try await WireClient.signedIn(school)
      let week = WireRequests.week(12, of: user.resource)
      let plain = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable)
      // One old client sends `membre` for students, too.
      let named = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable, member: user.resource.n)
      #expect(plain.value == named.value)
    }
  }
}
