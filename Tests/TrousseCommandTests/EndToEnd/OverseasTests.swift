import PronoteWire
import Testing

@Suite(.school("--time-zone", "Pacific/Noumea")) struct `A school overseas` {
  @Test func `has its own clock, wherever the tool runs`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let login = try await home.login(school, "--time-zone", "Pacific/Noumea")
      #expect(login.status == 0, "\(login)")
      #expect(try await home.json("accounts")["accounts"]?.elements.first?["timeZone"]?.string == "Pacific/Noumea")
      let json = try await home.json("timetable")
      #expect(JSONShape.timetable(offsets: ["+11:00"]).problems(json) == [])
      #expect(json["from"]?.string == "2026-11-16")
      #expect((json["lessons"]?.count ?? 0) > 15)
      // The wall clock is the one of any other school: the first lessons start at eight.
      #expect(json["lessons"]?.elements.first?["start"]?.string == "2026-11-16T08:00:00+11:00")
      #expect(try await home.json("school")["timeZone"]?.string == "Pacific/Noumea")
    }
  }

  @Test func `tells its zone, which is the one that is stored`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      // Nothing in the address says where it is.
      try await home.signIn(school)
      #expect(try await home.json("accounts")["accounts"]?.elements.first?["timeZone"]?.string == "Pacific/Noumea")
    }
  }

  @Test func `has to be in a zone that there is`() async throws {
    let school = try ServedSchool.ofSuite()
    let run = try await ToolHome.with { try await $0.login(school, "--time-zone", "Pacific/Atlantis", "--json") }
    #expect(run.status == 64, "\(run)")
    #expect(run.errorLines.count == 1)
  }
}
