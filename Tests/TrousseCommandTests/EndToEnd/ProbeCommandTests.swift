import PronoteWire
import Testing

@Suite struct `trousse probe` {
  @Test(arguments: `trousse demo`.versions + [("e", "2027.0.1")])
  func `tells name, version, dialect and spaces`(dialect: String, version: String) async throws {
    try await ServedSchool.with(["--version", version]) { school in
      let json = try await ToolHome.with { try await $0.json("probe", school.root) }
      #expect(JSONShape.probe.problems(json) == [])
      #expect(json["url"]?.string == school.root)
      #expect(json["name"]?.string == "COLLÈGE DES TROIS RIVIÈRES")
      #expect(json["version"]?.string == version)
      #expect(json["dialect"]?.string == dialect)
      #expect(json["isNewerThanKnown"]?.bool == (version == "2027.0.1"))
      let portal = try #require(school.announcement["portal"]?.string)
      #expect(json["cas"]?["isActive"]?.bool == true)
      #expect(json["cas"]?["url"]?.string == "\(portal)cas")
      let spaces = try #require(json["spaces"]).elements.map { $0["space"]?.string ?? "" }
      #expect(Set(["student", "parent", "teacher", "staff", "management"]).isSubset(of: spaces))
    }
  }

  @Test func `says that a school without a portal has none`() async throws {
    try await ServedSchool.with(["--portal", "off"]) { school in
      let json = try await ToolHome.with { try await $0.json("probe", school.root) }
      #expect(json["cas"]?["isActive"]?.bool == false)
    }
  }

  @Suite(.school()) struct `of one school` {
    @Test func `prints lines for people`() async throws {
      let school = try ServedSchool.ofSuite()
      let run = try await ToolHome.with { try await $0.run("probe", school.root) }
      #expect(run.status == 0, "\(run)")
      #expect(run.errors.isEmpty)
      for text in ["COLLÈGE DES TROIS RIVIÈRES", school.root, "2026.2.5", "Espace Élèves", "mobile.eleve.html"] {
        #expect(run.outputText.contains(text), "\(text)")
      }
    }

    @Test(arguments: ["/", "/eleve.html", "/mobile.parent.html?fd=1&login=true", "/infoMobileApp.json?id=0D26", "  "])
    func `takes any address of the school`(end: String) async throws {
      let school = try ServedSchool.ofSuite()
      let json = try await ToolHome.with { try await $0.json("probe", school.root + end) }
      #expect(json["url"]?.string == school.root)
    }

    @Test(arguments: ["", "ftp://a.example/pronote", "http://"])
    func `refuses what is no address`(address: String) async throws {
      let run = try await ToolHome.with { try await $0.run("probe", address, "--json") }
      #expect(run.status == 64, "\(run)")
      #expect(try run.json()["error"]?["code"]?.string == "badAddress")
    }
  }
}
