import Foundation
import PronoteWire
import Testing

@Suite(.school()) struct `The account commands` {
  @Test func `are signed in to, listed, used and forgotten`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let login = try await home.login(school, "--json")
      #expect(login.status == 0, "\(login)")
      #expect(login.errors.isEmpty, "\(login)")
      let account = try login.json()
      #expect(JSONShape.login.problems(account) == [])
      #expect(account["name"]?.string == "PARENT Fanny")
      #expect(account["url"]?.string == school.root)
      #expect(account["students"]?.elements.map(\.string) == ["PARENT Fanny"])
      let id = try #require(account["id"]?.string)

      let accounts = try await home.json("accounts")
      #expect(JSONShape.accounts.problems(accounts) == [])
      #expect(accounts["accounts"]?.elements.map { $0["id"]?.string } == [id])
      #expect(accounts["accounts"]?.elements.first?["timeZone"]?.string == "Europe/Paris")

      #expect(try await home.json("timetable")["student"]?.string == "PARENT Fanny")

      let logout = try await home.json("logout", id)
      #expect(JSONShape.object(["id": .word([id]), "isRemoved": .bool]).problems(logout) == [])
      #expect(logout["isRemoved"]?.bool == true)
      #expect(try await home.json("accounts")["accounts"]?.count == 0)
      #expect(try home.permissions().keys.allSatisfy { !$0.contains(id) })
      let again = try await home.run("logout", id, "--json")
      #expect(again.status == 64, "\(again)")
      #expect(try again.json()["error"]?["code"]?.string == "noAccount")
    }
  }

  @Test func `print for people, too`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let none = try await home.run("accounts")
      #expect(none.status == 0)
      #expect(none.output.isEmpty)
      let login = try await home.login(school)
      #expect(login.outputLines.count == 1, "only the id")
      let id = String(try #require(login.outputLines.first))
      #expect(login.errorLines == ["Stored PARENT Fanny (student) of COLLÈGE DES TROIS RIVIÈRES."])
      let list = try await home.run("accounts")
      #expect(list.outputLines.count == 2, "\(list)")
      #expect(list.outputLines.last?.hasPrefix(id) ?? false)
      let logout = try await home.run("logout", id)
      #expect(logout.status == 0)
      #expect(logout.output.isEmpty)
    }
  }

  @Test func `keep their id, and take the newest token`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let first = try await home.signIn(school)
      #expect(try await home.signIn(school) == first)
      // The same person in another space is another account.
      #expect(try await home.signIn(school, space: "parent") != first)
      let wrong = try await home.login(school, password: "wrong")
      #expect(wrong.status == 77)
      // A refused login leaves what was stored.
      #expect(try await home.json("timetable", "--account", first)["student"]?.string == "PARENT Fanny")
    }
  }

  @Test func `are chosen with --account, and never guessed`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let student = try await home.signIn(school)
      let accents = try await home.signIn(school, as: "accents", password: "Élève été 2026 ✓")
      let unchosen = try await home.run("timetable", "--json")
      #expect(unchosen.status == 64, "\(unchosen)")
      #expect(unchosen.errorLines.count == 1)
      #expect(unchosen.errorText.contains(student) && unchosen.errorText.contains(accents))
      #expect(JSONShape.failure(code: "ambiguousAccount", step: "accounts").problems(try unchosen.json()) == [])
      #expect(try await home.json("timetable", "--account", student)["student"]?.string == "PARENT Fanny")
      #expect(try await home.json("--account", accents, "timetable")["student"]?.string == "BENALI Aaron")
      let unknown = try await home.run("timetable", "--account", "nobody22", "--json")
      #expect(unknown.status == 64)
      #expect(try unknown.json()["error"]?["code"]?.string == "noAccount")
      let path = try await home.run("timetable", "--account", "../../etc/passwd", "--json")
      #expect(path.status == 64, "\(path)")
    }
  }

  @Test func `take the space from the address, and the password from a file`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let file = try home.file("password", "pronotevs\n")
      let run = try await home.run(
        "login",
        school.root + "/parent.html?fd=1",
        "--username",
        "demonstration",
        "--password-file",
        file,
        "--json"
      )
      #expect(run.status == 0, "\(run)")
      #expect(try run.json()["space"]?.string == "parent")
      #expect(try run.json()["students"]?.elements.map(\.string) == ["PARENT Fanny", "PARENT Hugo"])
      let missing = try await home.run(
        "login",
        school.root,
        "--username",
        "demonstration",
        "--password-file",
        home.folder + "/nothing",
        "--json"
      )
      #expect(missing.status == 65, "\(missing)")
      #expect(JSONShape.failure(code: "unreadableFile", step: "file").problems(try missing.json()) == [])
    }
  }

  @Test func `can be read by their owner only`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school)
      let expected = [
        "state": 0o700, "state/trousse": 0o700, "state/trousse/accounts": 0o700,
        "state/trousse/accounts/\(id).json": 0o600, "state/trousse/locks": 0o700, "state/trousse/locks/n-\(id)": 0o600,
        "state/trousse/locks/q-n-\(id)": 0o600, "state/trousse/sessions": 0o700,
        "state/trousse/sessions/\(id).json": 0o600,
      ]
      #expect(try home.permissions() == expected)
      // --vault leads elsewhere, with the same care.
      let elsewhere = home.folder + "/deep/vault"
      let run = try await home.login(school, "--vault", elsewhere)
      let other = String(try #require(run.outputLines.first))
      let permissions = try home.permissions()
      #expect(permissions["deep"] == 0o700 && permissions["deep/vault/accounts"] == 0o700)
      #expect(permissions["deep/vault/accounts/\(other).json"] == 0o600)
      #expect(try await home.json("accounts", "--vault", elsewhere)["accounts"]?.count == 1)
    }
  }

  @Test func `are not used when others could have read them`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school)
      let file = "\(home.vault)/accounts/\(id).json"
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
      let run = try await home.run("timetable", "--json")
      #expect(run.status == 78, "\(run)")
      #expect(run.errorLines.count == 1)
      #expect(JSONShape.failure(code: "insecure", step: "accounts").problems(try run.json()) == [])
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      try Data("{}".utf8).write(to: URL(fileURLWithPath: file))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      let damaged = try await home.run("timetable", "--json")
      #expect(damaged.status == 65, "\(damaged)")
    }
  }
}
