import PronoteWire
import Testing

@Suite(.school("--version", "2025.2.6", "--encrypt")) struct `A parent's account` {
  @Test func `reads about the child that is named`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school, space: "parent")
      var weeks: [JSONValue?] = []
      for (text, name) in [("PARENT Fanny", "PARENT Fanny"), ("hugo", "PARENT Hugo")] {
        let timetable = try await home.json("timetable", "--child", text)
        #expect(timetable["student"]?.string == name)
        #expect(JSONShape.timetable().problems(timetable) == [])
        weeks.append(timetable["lessons"]?.value)
        for (command, shape) in [("grades", JSONShape.grades), ("averages", .averages), ("homework", .homework)] {
          let json = try await home.json(command, "--child", text)
          #expect(shape.problems(json) == [], "\(command) of \(name)")
          #expect(json["student"]?.string == name, "\(command)")
        }
      }
      #expect(weeks[0] != weeks[1])
    }
  }

  @Test func `shows a child what the child's own account shows`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let parent = try await home.signIn(school, space: "parent")
      let student = try await home.signIn(school)
      for command in ["timetable", "grades", "homework"] {
        let seen = try await home.json(command, "--account", parent, "--child", "Fanny")
        let own = try await home.json(command, "--account", student)
        #expect(seen.value == own.value, "\(command)")
      }
    }
  }

  @Test func `does not guess which child is meant`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school, space: "parent")
      let cases: [([String], String)] = [
        ([], "ambiguousStudent"), (["--child", "parent"], "ambiguousStudent"), (["--child", "Zoé"], "unknownStudent"),
      ]
      for (arguments, code) in cases {
        let run = try await home.run(["homework", "--json"] + arguments)
        #expect(run.status == 64, "\(run)")
        #expect(run.errorLines.count == 1)
        #expect(run.errorText.contains("PARENT Fanny") && run.errorText.contains("PARENT Hugo"), "\(run)")
        #expect(try run.json()["error"]?["code"]?.string == code)
      }
      // What is about nobody needs no name.
      let profile = try await home.json("school")
      #expect(JSONShape.school.problems(profile) == [])
    }
  }

  @Test func `has a counterpart without students: the teacher's`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school, space: "teacher")
      let timetable = try await home.json("timetable")
      #expect(JSONShape.timetable().problems(timetable) == [])
      #expect(timetable["student"]?.isNull == true)
      #expect((timetable["lessons"]?.count ?? 0) > 5)
      let grades = try await home.run("grades", "--json")
      #expect(grades.status == 64, "\(grades)")
      #expect(try grades.json()["error"]?["code"]?.string == "unknownStudent")
    }
  }
}
