import PronoteWire
import Testing

/// Calls are made from tabs, and accounts have some of them (functions document 1.2).
@Suite struct TabPermissionTests {
  @Test(arguments: WireSchool.versions) func aTabThatIsNotPublishedIsDenied(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let week = WireRequests.week(12, of: user.resource)
      // Student lists are for staff; 999 is nobody's; the timetable is no page of the home tab's.
      for tab in [105, 999, -1, 0, Tab.home, Tab.homework] {
        #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: tab) == .accessDenied, "\(tab)")
      }
      #expect(try await client.refusal(PageEmploiDuTemps.name, week)?.code == 3, "without a tab")
      #expect(try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable).list("ListeCours").count > 15)
    }
  }

  @Test func anUnknownFunctionIsDeniedAndTheSessionLivesOn() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      for function in [
        "PageEmploiDuTemp", "pageEmploiDuTemps", "SaisieNotes", "", "é", String(repeating: "x", count: 5000),
      ] {
        #expect(try await client.refusal(function, [:], tab: Tab.home) == .accessDenied, "\(function.prefix(20))")
      }
      let week = WireRequests.week(12, of: user.resource)
      #expect(try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable).list("ListeCours").count > 15)
    }
  }

  @Test func everySpaceHasTheTabsThatItPublishes() async throws {
    try await WireSchool.shared { school in
      let student = try await WireClient.signedIn(school).user
      let tabs = ParametresUtilisateur.Response.flatten(student.list("listeOnglets"))
      #expect(Set([7, 8, 10, 13, 16, 19, 37, 49, 88, 89, 131, 198, 201]).isSubset(of: tabs))
      let staff = try await WireClient.signedIn(school, page: "viescolaire.html", "demonstration2")
      #expect(ParametresUtilisateur.Response.flatten(staff.user.list("listeOnglets")).contains(105))
      // What a space does not have, it cannot call.
      var client = staff.client
      let grades = WireRequests.grades(WireElement(n: "105#x"))
      #expect(try await client.refusal(DernieresNotes.name, grades, tab: Tab.latestGrades)?.code == 3)
    }
  }

  @Test func requestsThatMakeNoSenseAreRefusedAndTheSessionLivesOn() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      let cases: [(String, JSONValue, Int)] = [
        (PageEmploiDuTemps.name, [:], Tab.timetable), (PageEmploiDuTemps.name, ["ressource": 7], Tab.timetable),
        (DernieresNotes.name, ["Periode": "T1"], Tab.latestGrades), (PageCahierDeTexte.name, [:], Tab.homework),
        (PageCahierDeTexte.name, ["domaine": ["_T": 8, "V": "[x]"]], Tab.homework),
        (
          PageEmploiDuTemps.name, ["ressource": user.resource.json, "dateDebut": ["_T": 7, "V": "demain"]],
          Tab.timetable
        ),
      ]
      for (function, payload, tab) in cases {
        #expect(try await client.refusal(function, payload, tab: tab)?.code == 21, "\(payload.text())")
      }
      try await client.call("Navigation", WireRequests.navigation, tab: Tab.home)
    }
  }
}
