import PronoteWire
import Testing

/// Ids are good for one session (functions document 1.4).
@Suite struct SessionIDTests {
  @Test(arguments: WireSchool.versions) func idsAreStableInASessionAndOthersInTheNext(version: String) async throws {
    try await WireSchool.shared(version: version) { school in
      var (client, user) = try await WireClient.signedIn(school)
      let ids = user.allIDs.filter { $0 != "0" }
      #expect(ids.count > 10)
      for id in ids { #expect(id.wholeMatch(of: #/\d+#[A-Za-z0-9_\-]{43}/#) != nil, "\(id)") }
      let week = WireRequests.week(12, of: user.resource)
      let first = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable)
      let again = try await client.call(PageEmploiDuTemps.name, week, tab: Tab.timetable)
      #expect(first.allIDs.count > 20)
      #expect(first.allIDs == again.allIDs)
      // No two things share an id: lessons, notebooks, conferences.
      let lessons = first.list("ListeCours").compactMap { $0["N"]?.string }
      #expect(Set(lessons).count == lessons.count)

      var (other, otherUser) = try await WireClient.signedIn(school)
      #expect(Set(otherUser.allIDs).isDisjoint(with: ids))
      let otherWeek = WireRequests.week(12, of: otherUser.resource)
      let same = try await other.call(PageEmploiDuTemps.name, otherWeek, tab: Tab.timetable)
      #expect(Set(same.allIDs).isDisjoint(with: first.allIDs))
      #expect(same.allIDs.count == first.allIDs.count)
    }
  }

  @Test func idsOfAnotherSessionAreForeign() async throws {
    try await WireSchool.shared { school in
      let (_, former) = try await WireClient.signedIn(school)
      var (client, user) = try await WireClient.signedIn(school)
      let foreign = former.resource
      #expect(foreign.n != user.resource.n)
      let week = WireRequests.week(12, of: foreign)
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable)?.code == 22)
      let period = try #require(former.field("ressource")?.currentPeriod)
      #expect(
        try await client.refusal(DernieresNotes.name, WireRequests.grades(period), tab: Tab.latestGrades)?.code == 22
      )
      // Nothing broke.
      let own = WireRequests.week(12, of: user.resource)
      #expect(try await client.call(PageEmploiDuTemps.name, own, tab: Tab.timetable).list("ListeCours").count > 15)
    }
  }

  @Test(arguments: ["46#AAAA", "46#" + String(repeating: "A", count: 43), "1", "46", "#", "", "46#é"])
  func inventedIDsAreForeign(id: String) async throws {
    try await WireSchool.shared { school in
      var (client, _) = try await WireClient.signedIn(school)
      let week = WireRequests.week(12, of: WireElement(n: id, g: 4))
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable)?.code == 22)
    }
  }

  @Test func idsOfAnotherKindAreUnknown() async throws {
    try await WireSchool.shared { school in
      var (client, user) = try await WireClient.signedIn(school)
      let period = try #require(user.field("ressource")?.currentPeriod)
      let week = WireRequests.week(12, of: period)
      #expect(try await client.refusal(PageEmploiDuTemps.name, week, tab: Tab.timetable)?.code == 20)
      let grades = WireRequests.grades(user.resource)
      #expect(try await client.refusal(DernieresNotes.name, grades, tab: Tab.latestGrades)?.code == 20)
      // The number in front is cosmetic; what counts is inside.
      let disguised = "46#" + (period.n?.split(separator: "#").last ?? "")
      let other = WireRequests.week(12, of: WireElement(n: disguised))
      #expect(try await client.refusal(PageEmploiDuTemps.name, other, tab: Tab.timetable)?.code == 20)
    }
  }
}
