import Foundation
import PronoteWire
import Testing

/// The recorded answers beside the checkout, through the tool; their facts are in the samples' own README.
@Suite(.enabled(if: SampleFolder.isThere, "../shared/samples is not there")) struct `The samples` {
  private func decode(_ function: String, _ name: String, _ more: [String] = []) async throws -> JSONView {
    try await ToolHome.with { try await $0.json(["wire", "decode", function, SampleFolder.file(name)] + more) }
  }

  @Test func `hold a school year`() async throws {
    let json = try await decode("FonctionParametres", "FonctionParametres-student")
    #expect(json["year"]?["firstMonday"]?.string == "2025-06-30")
    #expect(json["periods"]?.count == 8)
    #expect(json["placesPerDay"]?.int == 20)
    #expect(json["year"]?["fortnights"]?.elements.map { $0["label"]?.string } == ["Q1", "Q2"])
    #expect(json["version"]?.string == "2025.2.6")
  }

  @Test func `hold a student and a family`() async throws {
    let student = try await decode("ParametresUtilisateur", "ParametresUtilisateur-student")
    #expect(student["name"]?.string == "ABOURBIA Samuel")
    #expect(student["students"]?.elements.map { $0["className"]?.string } == ["4D"])
    #expect(student["tabs"]?.count == 31)
    let parent = try await decode("ParametresUtilisateur", "ParametresUtilisateur-parent")
    let children = try #require(parent["students"]).elements
    #expect(children.map { $0["className"]?.string } == ["3A", "6D"])
    #expect(children.map { $0["name"]?.string?.split(separator: " ").last } == ["Fanny", "Manon"])
  }

  @Test func `hold a week and a day`() async throws {
    let week = try await decode(
      "PageEmploiDuTemps",
      "PageEmploiDuTemps-parent-week",
      [
        "--parameters", SampleFolder.file("FonctionParametres-parent"), "--user",
        SampleFolder.file("ParametresUtilisateur-parent"), "--child", "Fanny",
      ]
    )
    #expect(JSONShape.timetable().problems(week) == [])
    let lessons = try #require(week["lessons"]).elements
    #expect(lessons.count == 20)
    #expect(lessons.filter { $0["isCancelled"]?.bool == true }.count == 2)
    #expect(lessons.allSatisfy { ($0["start"]?.string ?? "") < ($0["end"]?.string ?? "") })
    #expect(week["diagnostics"]?.count == 0)
    let day = try await decode(
      "PageEmploiDuTemps",
      "PageEmploiDuTemps-student-day",
      ["--parameters", SampleFolder.file("FonctionParametres-student")]
    )
    #expect(JSONShape.timetable().problems(day) == [])
    #expect(day["lessons"]?.count == 5)
  }

  @Test func `hold a school's spaces`() async throws {
    let json = try await decode("InfoMobileApp", "InfoMobileApp")
    #expect(json["spaces"]?.count == 7)
    #expect(json["dialect"]?.string == "d")
  }
}

/// Where the samples are.
private enum SampleFolder {
  private static let folder = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }
  .appendingPathComponent("../shared/samples/pronote").standardizedFileURL

  static var isThere: Bool { FileManager.default.fileExists(atPath: file("InfoMobileApp")) }

  static func file(_ name: String) -> String { folder.appendingPathComponent(name + ".json").path }
}
