import PronoteWire
import Testing

@Suite(.school()) struct `Pairing an account again` {
  private static func reauthenticate(
    _ home: ToolHome,
    _ id: String,
    _ url: String,
    as username: String = "demonstration",
    password: String = "pronotevs",
    _ more: String...
  ) async throws -> ToolRun {
    let words = ["reauthenticate", id, url, "--username", username, "--password-stdin", "--json"]
    return try await home.run(words + more, input: password)
  }

  private static func code(_ run: ToolRun) throws -> String? { try run.json()["error"]?["code"]?.string }

  @Test func `takes the credentials of the same person, and keeps the id`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school)
      let run = try await Self.reauthenticate(home, id, school.root, as: "DEMONSTRATION")
      #expect(run.status == 0, "\(run)")
      #expect(try run.json()["id"]?.string == id)
      #expect(try await home.json("timetable")["student"]?.string == "PARENT Fanny")
    }
  }

  @Test func `needs no more than the password of an account that is stored`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school, space: "parent")
      let run = try await home.run(["reauthenticate", id, "--password-stdin", "--json"], input: "pronotevs")
      #expect(run.status == 0, "\(run)")
      #expect(try run.json()["space"]?.string == "parent" && run.json()["id"]?.string == id)
      let unknown = try await home.run(["reauthenticate", "zzzz2222", "--json"])
      #expect(try unknown.status == 64 && Self.code(unknown) == "noAccount", "\(unknown)")
      let silent = try await home.run(["reauthenticate", id, "--json"])
      #expect(silent.status == 64 && silent.errorText.contains("--password"), "\(silent)")
    }
  }

  @Test func `refuses another person and another space, and takes them when that is meant`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school)
      let person = try await Self.reauthenticate(home, id, school.root, as: "accents", password: "Élève été 2026 ✓")
      #expect(person.status == 64, "\(person)")
      #expect(try Self.code(person) == "anotherAccount")
      #expect(person.errorText.contains("--as-another-account"))
      let space = try await Self.reauthenticate(home, id, school.root + "/parent.html")
      #expect(try space.status == 64 && Self.code(space) == "anotherAccount", "\(space)")
      #expect(try await home.json("timetable")["student"]?.string == "PARENT Fanny", "what was stored stays")

      let forced = try await Self.reauthenticate(
        home,
        id,
        school.root,
        as: "accents",
        password: "Élève été 2026 ✓",
        "--as-another-account"
      )
      #expect(forced.status == 0, "\(forced)")
      #expect(try forced.json()["id"]?.string == id)
      #expect(try await home.json("timetable")["student"]?.string == "BENALI Aaron")
      let parent = try await Self.reauthenticate(home, id, school.root + "/parent.html", "--as-another-account")
      #expect(try parent.json()["space"]?.string == "parent")
      #expect(try await home.json("homework", "--child", "hugo")["student"]?.string == "PARENT Hugo")
    }
  }

  @Test func `refuses the code of another person without using it up`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school)
      let made = try await home.run(
        ["school", "qr", school.root, "--account", "accents", "--pin", "1234", "--json"]
      )
      try #require(made.status == 0, "\(made)")
      let words = ["--qr-json", "-", "--pin", "1234", "--json"]
      let refused = try await home.run(["reauthenticate", id] + words, input: made.outputText)
      #expect(refused.status == 64, "\(refused)")
      #expect(try Self.code(refused) == "anotherAccount")
      #expect(try await home.run(["login"] + words, input: made.outputText).status == 0, "the code still works")
    }
  }

  @Test func `refuses another school, and moves to it when that is meant`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ServedSchool.with(["--version", "2024.3.9"]) { other in
      try await ToolHome.with { home in
        let id = try await home.signIn(school)
        let refused = try await Self.reauthenticate(home, id, other.root)
        #expect(try refused.status == 64 && Self.code(refused) == "anotherAccount", "\(refused)")
        #expect(refused.errorText.contains(school.root) && refused.errorText.contains(other.root))
        let moved = try await Self.reauthenticate(home, id, other.root, "--as-another-account")
        #expect(moved.status == 0, "\(moved)")
        #expect(try moved.json()["url"]?.string == other.root)
        let verbose = try await home.run("timetable", "--fresh", "--json")
        #expect(verbose.status == 0, "\(verbose)")
        #expect(try await home.json("school")["version"]?.string?.hasPrefix("2024.3.9") == true)
      }
    }
  }
}

@Suite(.school()) struct `A page of a school` {
  @Test(arguments: ["prof.html", "mobile.prof.html", "eleves.html"])
  func `of no space that is known is no student's`(page: String) async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let words = ["--username", "demonstration", "--password-stdin", "--json"]
      let run = try await home.run(["login", "\(school.root)/\(page)"] + words, input: "pronotevs")
      #expect(run.status == 64, "\(run)")
      #expect(run.errorText.contains(page) && run.errorText.contains("--space"))
      let said = try await home.run(
        ["login", "\(school.root)/\(page)", "--space", "teacher"] + words,
        input: "pronotevs"
      )
      #expect(try said.json()["space"]?.string == "teacher")
    }
  }

  @Test(arguments: ["", "/", "/index.html", "/eleve.html", "/mobile.eleve.html?fd=1", "/infoMobileApp.json"])
  func `that everybody sees is a student's unless something else is said`(page: String) async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let run = try await home.run(
        ["login", school.root + page, "--username", "demonstration", "--password-stdin", "--json"],
        input: "pronotevs"
      )
      #expect(try run.json()["space"]?.string == "student", "\(run)")
    }
  }
}
