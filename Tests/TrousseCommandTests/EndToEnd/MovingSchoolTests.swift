import Foundation
import PronoteWire
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

@Suite struct `The log of trousse school serve` {
  @Test func `has a line for every sign-in, and no secret`() async throws {
    let school = try await ServedSchool.start(["--today", SchoolContent.today.description])
    try await ToolHome.with { home in
      try await home.signIn(school)
      #expect(try await home.run("grades").status == 0)
      #expect(try await home.login(school, password: "wrong-password").status == 77)
    }
    let run = try await school.stop()
    let lines = run.errorLines.map { $0.replacing(/\d\d:\d\d:\d\d/, with: "TIME") }
    #expect(
      lines == [
        "sign-in TIME student demonstration: password to pair a device: accepted",
        "sign-in TIME student demonstration: app token, the newest: accepted",
        "sign-in TIME student demonstration: password to pair a device: refused",
      ],
      "\(run)"
    )
  }

  @Test func `says which day and seed a data file keeps`() async throws {
    let content = try SchoolFiles.copy()
    defer { SchoolFiles.remove(content) }
    func errors(_ arguments: String...) async throws -> [Substring] {
      try await ServedSchool.start(["--data", content] + arguments).stop().errorLines
    }
    let other = try await errors("--today", "2024-05-15", "--seed", "99")
    #expect(other.count == 1)
    for part in [content, SchoolContent.today.description, "--today 2024-05-15", "--seed 99"] {
      #expect(other.first?.contains(part) == true, "\(other)")
    }
    #expect(try await errors("--today", SchoolContent.today.description, "--seed", "1").isEmpty)
    #expect(try await errors().isEmpty)
  }

  /// Whoever starts a school and reads nothing but its first line must not stop it.
  @Test func `leaves lines out rather than wait for a reader`() async throws {
    let pipe = Pipe()
    let full = [UInt8](repeating: 10, count: 65_536)
    // A pipe that holds 64 KB, and is full.
    #expect(
      full.withUnsafeBytes { write(pipe.fileHandleForWriting.fileDescriptor, $0.baseAddress, $0.count) } == 65_536
    )
    let school = try await ServedSchool.start(
      ["--today", SchoolContent.today.description],
      errors: pipe.fileHandleForWriting
    )
    try await ToolHome.with { home in try await home.signIn(school) }
    _ = try await school.stop()
    try pipe.fileHandleForReading.close()
  }
}
