import Foundation
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

  @Test func `is read for every child at once`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school, space: "parent")
      for (command, shape) in [
        ("timetable", JSONShape.timetable()), ("grades", .grades), ("averages", .averages), ("homework", .homework),
      ] {
        let children = try await home.json(command, "--child", "all")["students"]?.elements ?? []
        #expect(children.map { $0["student"]?.string } == ["PARENT Fanny", "PARENT Hugo"], "\(command)")
        for child in children { #expect(shape.problems(child) == [], "\(command)") }
      }
      let text = try await home.run("homework", "--child", "all")
      #expect(text.outputText.contains("PARENT Fanny") && text.outputText.contains("PARENT Hugo"))
    }
  }
}

@Suite(.school("--version", "2026.2.5")) struct `A family's accounts` {
  private static let unused = "http://127.0.0.1:9/pronote"

  /// Moves every account to an address where nobody answers: whatever is sent fails.
  private static func moveAway(_ home: ToolHome) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: home.vault + "/accounts") {
      let file = URL(fileURLWithPath: "\(home.vault)/accounts/\(name)")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      try Data(text.replacing(#/http:\/\/127.0.0.1:\d+\/pronote/#, with: unused).utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
  }

  @Test func `are checked for the child before anything is sent`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school, space: "parent")
      try Self.moveAway(home)
      let cases: [([String], String)] = [
        (["homework"], "ambiguousStudent"), (["timetable"], "ambiguousStudent"),
        (["grades", "--child", "Zoé"], "unknownStudent"), (["timetable", "--child", "parent"], "ambiguousStudent"),
      ]
      for (arguments, code) in cases {
        let run = try await home.run(arguments + ["--json"])
        #expect(run.status == 64, "\(run)")
        #expect(try run.json()["error"]?["code"]?.string == code, "\(run)")
      }
      // The control: with a child that there is, something is sent.
      #expect(try await home.run(["homework", "--child", "hugo", "--deadline", "2"]).status == 69)
    }
  }

  @Test func `are chosen by what the command can only mean, by name, or once for all`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let parent = try await home.signIn(school, space: "parent")
      let teacher = try await home.signIn(school, space: "teacher")
      let accents = try await home.signIn(school, as: "accents", password: "Élève été 2026 ✓")
      // Only one account has this child, and only one this owner.
      #expect(try await home.json("homework", "--child", "hugo")["student"]?.string == "PARENT Hugo")
      #expect(try await home.json("timetable", "--account", "benali")["student"]?.string == "BENALI Aaron")
      #expect(try await home.json("timetable", "--account", teacher)["student"]?.isNull == true)
      // A space that one account has; and of those with children, the one with several.
      #expect(try await home.json("timetable", "--account", "teacher")["student"]?.isNull == true)
      #expect(try await home.json("homework", "--child", "all")["students"]?.count == 2)
      let unclear = try await home.run("timetable", "--json")
      #expect(unclear.status == 64)
      #expect(try unclear.json()["error"]?["code"]?.string == "ambiguousAccount")
      #expect(unclear.errorText.contains("--default"))
      let chosen = try await home.json("accounts", "--default", "aaron")
      let marks = chosen["accounts"]?.elements.map { ($0["id"]?.string, $0["isDefault"]?.bool) } ?? []
      #expect(marks.map(\.0) == [parent, teacher, accents] && marks.map(\.1) == [false, false, true])
      #expect(try await home.json("timetable")["student"]?.string == "BENALI Aaron")
      // What the default account cannot mean is still meant by the one that can.
      #expect(try await home.json("grades", "--child", "fanny")["student"]?.string == "PARENT Fanny")
      #expect(try await home.run("accounts", "--default", "nobody22").status == 64)
      #expect(try await home.run("logout", accents).status == 0)
      // Of those that are left, only one has students.
      let pages = try await home.json("homework", "--child", "all")
      #expect(pages["students"]?.count == 2)
      #expect(try await home.json("accounts", "--default", "none")["accounts"]?.count == 2)
    }
  }

  @Test func `keep a session that is shown, and ended on request`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school)
      let open = try await home.json("accounts")["accounts"]?.elements.first?["session"]
      #expect((0...30).contains(open?["age"]?.int ?? -1))
      #expect(try await home.run("accounts").outputText.contains("open, "))
      #expect(try await home.json("logout", "--session")["wasOpen"]?.bool == true)
      #expect(try await home.json("accounts")["accounts"]?.elements.first?["session"]?.isNull == true)
      #expect(try await home.json("logout", id, "--session")["wasOpen"]?.bool == false)
      #expect(try home.permissions().keys.allSatisfy { !$0.hasPrefix("state/trousse/sessions/") })
      // The account is still there, and signs in with its next command.
      let verbose = try await home.run("timetable", "--verbose")
      #expect(verbose.status == 0 && verbose.errorText.contains("mobile.eleve.html"))
      #expect(try await !home.run("timetable", "--verbose").errorText.contains("mobile.eleve.html"))
      #expect(try await home.run("timetable", "--verbose", "--fresh").errorText.contains("mobile.eleve.html"))
      let usage = try await home.run("logout")
      #expect(usage.status == 64)
    }
  }
}
