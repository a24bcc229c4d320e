import PronoteWire
import SchoolModel
import SchoolServer
import Testing

@Suite(.school()) struct `Days and periods` {
  private func days(_ arguments: String...) async throws -> [String] { try await days(arguments) }

  private func days(_ arguments: [String]) async throws -> [String] {
    let school = try ServedSchool.ofSuite()
    return try await ToolHome.with { home in
      try await home.signIn(school)
      let json = try await home.json(arguments)
      let from = try #require(json["from"]?.string)
      let to = try #require(json["to"]?.string)
      for lesson in json["lessons"]?.elements ?? [] {
        let day = String(try #require(lesson["start"]?.string).prefix(10))
        #expect(from <= day && day <= to)
      }
      return [from, to]
    }
  }

  @Test func `are the week of a number that the school gave it`() async throws {
    let year = try SchoolContent.database().calendar.year
    let monday = year.monday(ofWeek: 12)
    #expect(try await days("timetable", "--week", "12") == [monday.description, monday.adding(days: 6).description])
    #expect(try await days("homework", "--week", "1") == [year.firstMonday.description, "2026-09-06"])
  }

  @Test func `are a day, however it is written`() async throws {
    for (text, day) in [("2026-11-17", "2026-11-17"), ("17/11/2026", "2026-11-17"), ("today", "2026-11-18")] {
      #expect(try await days("timetable", "--date", text) == [day, day])
    }
    #expect(try await days("homework", "--date", "monday") == ["2026-11-23", "2026-11-23"])
  }

  @Test func `are counted from the school's today, a Wednesday`() async throws {
    for (arguments, range) in [
      (["--date", "demain"], ["2026-11-19", "2026-11-19"]), (["--date", "-1"], ["2026-11-17", "2026-11-17"]),
      (["--date", "27/11"], ["2026-11-27", "2026-11-27"]), (["--week", "next"], ["2026-11-23", "2026-11-29"]),
      (["--week", "-1"], ["2026-11-09", "2026-11-15"]), (["--week=-1"], ["2026-11-09", "2026-11-15"]),
      (["--from", "+1"], ["2026-11-19", "2026-11-22"]), (["--to", "ven"], ["2026-11-18", "2026-11-20"]),
    ] {
      #expect(try await days(["timetable"] + arguments) == range, "\(arguments)")
    }
  }

  @Test func `are an interval over several weeks`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school)
      let json = try await home.json("timetable", "--from", "2026-11-12", "--to", "2026-11-25")
      #expect(JSONShape.timetable().problems(json) == [])
      let seen = Set(try #require(json["lessons"]).elements.compactMap { $0["start"]?.string?.prefix(10) })
      #expect(seen.contains("2026-11-12") && seen.contains("2026-11-18") && seen.contains("2026-11-25"))
      #expect(seen.min() == "2026-11-12" && seen.max() == "2026-11-25")
    }
  }

  @Test func `have no lessons outside the year`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school)
      let json = try await home.json("timetable", "--from", "2026-01-05", "--to", "2026-01-09")
      #expect(json["lessons"]?.count == 0)
      #expect(try await home.json("homework", "--week", "62")["homework"]?.count == 0)
    }
  }

  @Test(arguments: [
    ["--date", "someday"], ["--week", "0"], ["--week", "63"], ["--week", "x"], ["--week", "+63"],
    ["--from", "someday"], ["--to", "yesterday"],
    ["--from", "tomorrow", "--to", "today"], ["--from", "2020-01-01", "--to", "2026-01-01"],
    ["--date", "today", "--week", "3"], ["--week", "3", "--from", "today", "--to", "today"],
  ])
  func `are refused when they make no sense`(arguments: [String]) async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school)
      for command in ["timetable", "homework"] {
        let run = try await home.run([command, "--json"] + arguments)
        #expect(run.status == 64, "\(run)")
        #expect(run.errorLines.count == 1, "\(run)")
        #expect(JSONShape.failure(code: "usage", step: "arguments").problems(try run.json()) == [], "\(run)")
      }
    }
  }

  @Test func `are a grading period by its name or the beginning of it`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school)
      for (text, name) in [
        ("Trimestre 1", "Trimestre 1"), ("trimestre 2", "Trimestre 2"), ("TRIMESTRE 3", "Trimestre 3"),
      ] {
        let json = try await home.json("grades", "--period", text)
        #expect(json["period"]?.string == name)
        #expect(JSONShape.grades.problems(json) == [], "\(name)")
      }
      let first = try await home.json("grades", "--period", "Trimestre 1")
      let second = try await home.json("grades", "--period", "Trimestre 2")
      #expect((first["grades"]?.count ?? 0) > 0)
      #expect(first["grades"]?.value != second["grades"]?.value)
      for text in ["Trimestre 9", "Trim", "zzz"] {
        let run = try await home.run("averages", "--period", text, "--json")
        #expect(run.status == 64, "\(run)")
        #expect(run.errorText.contains("Trimestre 2"), "the choices are told")
        #expect(JSONShape.failure(code: "unknownPeriod", step: "arguments").problems(try run.json()) == [])
      }
    }
  }
}
