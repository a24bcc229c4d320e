import PronoteWire
import SchoolModel
import Testing

@Suite struct `trousse demo` {
  /// A version of each dialect.
  static let versions = [
    ("a0", "2019.2.9"), ("a", "2022.0.5"), ("b", "2023.0.1"), ("c", "2024.3.9"), ("d", "2025.2.6"), ("e", "2026.2.5"),
  ]

  @Test(arguments: versions)
  func `shows a week, homework and grades to people, in every dialect`(dialect: String, version: String) async throws {
    let run = try await ToolHome.with { try await $0.run("demo", "--version", version) }
    #expect(run.status == 0, "\(run)")
    #expect(run.errors.isEmpty, "\(run)")
    #expect(run.outputLines.first?.contains("PRONOTE \(version), http://127.0.0.1:") ?? false, "\(run)")
    #expect(!run.outputText.contains("\u{1B}"), "colours where nobody looks")
    #expect(run.outputText.contains("PARENT Fanny (3A)"))
    // A time of day and a room in the week, a mark out of twenty among the grades.
    #expect(run.outputText.contains(#/\d\d:\d\d/#))
    #expect(run.outputText.contains(#/\d+([.,]\d+)?( ?/ ?20)?/#))
    #expect(run.outputLines.count > 40, "\(run)")
  }

  @Test(arguments: versions)
  func `prints one JSON object, in every dialect`(dialect: String, version: String) async throws {
    let json = try await ToolHome.with { try await $0.json("demo", "--version", version) }
    #expect(JSONShape.demo.problems(json) == [])
    #expect(json["version"]?.string == version)
    #expect(json["timetable"]?["student"]?.string == "PARENT Fanny")
    #expect((json["timetable"]?["lessons"]?.count ?? 0) > 15)
    #expect((json["homework"]?["homework"]?.count ?? 0) > 0)
    #expect((json["grades"]?["grades"]?.count ?? 0) > 0)
    let from = try #require(json["timetable"]?["from"]?.string.flatMap { LocalDate($0) })
    #expect(from.weekday == .monday)
  }

  @Test func `is coloured only where colours are asked for`() async throws {
    try await ToolHome.with { home in
      let plain = try await home.run(["demo"], environment: ["FORCE_COLOR": "0"])
      let coloured = try await home.run(["demo"], environment: ["FORCE_COLOR": "1"])
      #expect(!plain.outputText.contains("\u{1B}["))
      #expect(coloured.outputText.contains("\u{1B}["))
      // Apart from the port and the colours they are the same.
      let bare = coloured.outputText.replacing(#/\x{1B}\[[0-9;]*m/#, with: "")
      #expect(bare.replacing(#/:\d+\//#, with: "") == plain.outputText.replacing(#/:\d+\//#, with: ""))
    }
  }

  @Test func `leaves nothing behind`() async throws {
    try await ToolHome.with { home in
      let run = try await home.run("demo", "--json")
      #expect(run.status == 0, "\(run)")
      #expect(try home.permissions() == [:])
    }
  }

  @Test func `refuses a version that is none`() async throws {
    let run = try await ToolHome.with { try await $0.run("demo", "--version", "summer", "--json") }
    #expect(run.status == 64, "\(run)")
    #expect(run.errorLines.count == 1, "\(run)")
    #expect(JSONShape.failure(code: "badVersion", step: "school").problems(try run.json()) == [])
  }
}
