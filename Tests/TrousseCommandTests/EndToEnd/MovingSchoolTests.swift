import Foundation
import PronoteWire
import SchoolModel
import TestSupport
import Testing

/// What a served school does by itself while it runs, as the tool at the other end sees it.
@Suite struct `trousse school serve --script` {
  /// A Friday in the week of the tests' school.
  private static let friday = SchoolContent.today.adding(days: 2).description

  @Test func `lets things happen at the school`() async throws {
    let friday = Self.friday
    try await ToolHome.with { home in
      let script = try home.file(
        "script.json",
        #"""
        {"steps": [
          {"at": "\#(SchoolContent.today)T00:00", "grade": {"student": "demonstration", "subject": "Mathématiques",
           "value": "15.5", "title": "Surprise"}},
          {"after": "PT0S", "cancelLesson": {"student": "demonstration", "date": "\#(friday)", "start": "08:00"}},
          {"after": 0, "homework": {"student": "demonstration", "subject": "Anglais", "due": "\#(friday)",
           "text": "Lire Emma"}},
          {"after": 86400, "grade": {"student": "demonstration", "subject": "Mathématiques", "value": "1",
           "title": "Later"}}
        ]}
        """#
      )
      func snapshot(_ arguments: [String]) async throws -> [JSONView] {
        try await ServedSchool.with(arguments) { school in
          let id = try await home.signIn(school)
          return [
            try await home.json("grades", "--account", id), try await home.json("averages", "--account", id),
            try await home.json("timetable", "--date", friday, "--account", id),
            try await home.json("homework", "--date", friday, "--account", id),
          ]
        }
      }
      let before = try await snapshot([])
      let after = try await snapshot(["--script", script])
      func grades(_ snapshot: [JSONView]) -> [String] {
        (snapshot[0]["grades"]?.elements ?? []).compactMap { $0["comment"]?.string }
      }
      #expect(grades(after).filter { !grades(before).contains($0) } == ["Surprise"])
      let new = try #require(after[0]["grades"]?.elements.first { $0["comment"]?.string == "Surprise" })
      #expect(new["value"]?.numberText == "15.5")
      #expect(new["date"]?.string == SchoolContent.today.description)
      #expect(before[1]["average"]?.numberText != after[1]["average"]?.numberText)
      func isCancelled(_ snapshot: [JSONView]) -> [Bool?] {
        (snapshot[2]["lessons"]?.elements ?? []).map { $0["isCancelled"]?.bool }
      }
      #expect(isCancelled(before).first == false)
      #expect(isCancelled(after).first == true)
      #expect(isCancelled(after).dropFirst() == isCancelled(before).dropFirst())
      #expect((after[3]["homework"]?.count ?? 0) == (before[3]["homework"]?.count ?? 0) + 1)
    }
  }

  @Test(
    arguments: [
      (#"{"steps":[{"after":1,"grades":{}}]}"#, "step 1", "grades"),
      (#"{"steps":[{"after":1,"removeGrade":{"student":"nobody","subject":"x","title":"x"}}]}"#, "step 1", "nobody"),
      (
        #"{"steps":[{"after":1,"news":{"title":"x","text":"y"}},"#
          + #"{"after":1,"cancelLesson":{"student":"pin","date":"2026-11-22","start":"10:00"}}]}"#,
        "step 2", "2026-11-22"
      ), ("nonsense", "not JSON", ""),
    ]
  )
  func `is refused when it makes no sense`(text: String, place: String, seen: String) async throws {
    try await ToolHome.with { home in
      let script = try home.file("script.json", text)
      let today = SchoolContent.today.description
      let run = try await home.run(["school", "serve", "--json", "--today", today, "--script", script])
      #expect(run.status == 65, "\(run)")
      #expect(run.errorLines.count == 1, "\(run)")
      let error = try #require(try run.json()["error"])
      #expect(error["code"]?.string == "badScript")
      #expect(error["message"]?.string?.contains(place) == true, "\(run)")
      #expect(error["message"]?.string?.contains(seen) == true || seen.isEmpty, "\(run)")
      let missing = try await home.run("school", "serve", "--script", home.folder + "/missing.json")
      #expect(missing.status == 65, "\(missing)")
    }
  }
}
