import TestSupport
import Foundation
import PronoteWire
import SchoolModel
import SchoolServer
import Testing
import WebSession
import WebTransport

@Suite struct `trousse school serve` {
  private static let today = SchoolContent.today.description

  @Test func `says first where it is and who can sign in`() async throws {
    try await ServedSchool.with(["--version", "2025.2.6"]) { school in
      #expect(JSONShape.announcement.problems(school.announcement) == [])
      #expect(school.root.wholeMatch(of: #/http://127\.0\.0\.1:\d+/pronote/#) != nil)
      #expect(school.announcement["version"]?.string == "2025.2.6")
      #expect(school.announcement["cas"]?.string == school.root.replacing("/pronote", with: "/cas"))
      let accounts = try #require(school.announcement["accounts"]).elements.map { account in
        ["space", "username", "password"].map { account.member($0)?.string ?? "" }
      }
      let known = [
        ["student", "demonstration", "pronotevs"], ["parent", "demonstration", "pronotevs"],
        ["teacher", "demonstration", "pronotevs"], ["staff", "demonstration2", "pronotevs"],
        ["student", "pin", "pronotevs"], ["student", "accents", "Élève été 2026 ✓"],
        ["student", "inactif", "pronotevs"], ["student", "dwho", "dwho"], ["student", "rtyler", "rtyler"],
        ["student", "msmith", "msmith"], ["", "davros", "davros"], ["", "zoe", "zoe"],
      ]
      for account in known { #expect(accounts.contains(account), "\(account)") }
      #expect(school.announcement["portal"]?.string?.wholeMatch(of: #/http://127\.0\.0\.1:\d+//#) != nil)
    }
  }

  @Test func `has no portal when it is off`() async throws {
    try await ServedSchool.with(["--portal", "off"]) { school in
      #expect(school.announcement["portal"]?.isNull == true)
      let names = try #require(school.announcement["accounts"]).elements.compactMap { $0["username"]?.string }
      #expect(!names.contains("dwho"))
    }
  }

  @Test func `issues tickets for declared services only`() async throws {
    let declared = ["https://app.example.test/login", "http://127.0.0.1:9/app?page=1"]
    try await ServedSchool.with(declared.flatMap { ["--cas-service", $0] }) { school in
      let cas = try #require(school.announcement["cas"]?.string.flatMap { WebAddress($0) })
      try await AsyncHTTPTransport.withTransport { transport in
        for service in declared + ["http://127.0.0.1:9/app", "https://app.example.test/login/"] {
          let query = [(name: "service", value: service), (name: "gateway", value: "true")]
          let request = WebRequest.get(cas.appending(path: "login").appending(query: query))
          let answer = try await transport.send(request, limits: WebLimits())
          let isDeclared = declared.contains(service)
          #expect(answer.status == (isDeclared ? 302 : 403), "\(service)")
          #expect(answer.header("Location") == (isDeclared ? service : nil))
        }
      }
    }
  }

  @Test func `refuses to declare what is no service`() async throws {
    let process = try ToolProcess(["school", "serve", "--cas-service", "app"], environment: ["HOME": "/nonexistent"])
    let run = try await process.finish(within: .seconds(60))
    #expect(run.status == 64, "\(run)")
    #expect(run.errorLines.count == 1, "\(run)")
  }

  /// What becomes of the accounts that are there to be refused.
  private static let refused: [String: Int32] = [
    "pin": 78, "inactif": 77, "nouveau": 78, "choix": 78, "appareil": 78, "oubli": 78,
    // The portal's passwords are none of PRONOTE.
    "dwho": 77, "rtyler": 77, "msmith": 77,
  ]

  @Test func `lets everybody sign in whom it announces`() async throws {
    try await ServedSchool.with { school in
      try await ToolHome.with { home in
        for account in try #require(school.announcement["accounts"]).elements {
          let name = try #require(account["username"]?.string)
          // PRONOTE does not know those whom the portal alone knows.
          guard let space = account["space"]?.string else { continue }
          let password = try #require(account["password"]?.string)
          let run = try await home.login(school, as: name, password: password, "--space", space, "--json")
          #expect(run.status == Self.refused[name] ?? 0, "\(run)")
          if run.status == 0 {
            let json = try run.json()
            #expect(JSONShape.login.problems(json) == [], "\(space)")
            #expect(json["space"]?.string == space)
          }
        }
      }
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `ends in order when it is asked to`(signal: Int32) async throws {
    let school = try await ServedSchool.start(["--today", Self.today])
    let run = try await school.stop(with: signal)
    #expect(run.status == 0, "\(run)")
    #expect(run.outputLines.count == 1, "\(run)")
    #expect(run.errors.isEmpty, "\(run)")
  }

  @Test func `ends although a client keeps its connection`() async throws {
    let school = try await ServedSchool.start(["--today", Self.today, "--fault", "stall=PageEmploiDuTemps"])
    try await ToolHome.with { home in
      try await home.signIn(school)
      let reading = try ToolProcess(["timetable", "--deadline", "30"], environment: home.environment)
      try await Task.sleep(for: .milliseconds(700))
      let run = try await school.stop()
      #expect(run.status == 0, "\(run)")
      reading.signal(SIGTERM)
      let interrupted = try await reading.finish(within: .seconds(60))
      #expect(interrupted.status != 0)
      #expect(interrupted.errorLines.count <= 1, "\(interrupted)")
    }
  }

  @Test func `makes the same school of the same day and seed, and another of another`() async throws {
    func week(_ arguments: [String]) async throws -> [UInt8] {
      let school = try await ServedSchool.start(["--today", Self.today] + arguments)
      return try await ToolHome.with { home in
        try await home.signIn(school)
        let run = try await home.run("timetable", "--json")
        #expect(run.status == 0, "\(run)")
        _ = try await school.stop()
        return run.output
      }
    }
    let first = try await week(["--seed", "7", "--version", "2026.2.5"])
    #expect(try await week(["--seed", "7", "--version", "2023.0.1", "--encrypt"]) == first)
    #expect(try await week(["--seed", "8"]) != first)
  }

  @Test func `is set around any day`() async throws {
    let school = try await ServedSchool.start(["--today", "24/03/2021"])
    try await ToolHome.with { home in
      try await home.signIn(school)
      let json = try await home.json("timetable")
      #expect(json["from"]?.string == "2021-03-22")
      #expect(json["to"]?.string == "2021-03-28")
      #expect((json["lessons"]?.count ?? 0) > 15)
      let day = try await home.json("timetable", "--date", "tomorrow")
      #expect(day["from"]?.string == "2021-03-25")
      let profile = try await home.json("school")
      #expect(profile["year"]?["name"]?.string == "2020-2021")
    }
    _ = try await school.stop()
  }

  @Test func `keeps its content and what was written to it in a file`() async throws {
    let content = try SchoolFiles.copy()
    defer { SchoolFiles.remove(content) }
    func homework(_ arguments: [String]) async throws -> JSONView {
      let school = try await ServedSchool.start(["--data", content] + arguments)
      return try await ToolHome.with { home in
        try await home.signIn(school)
        let json = try await home.json("homework", "--from", "2026-11-16", "--to", "2026-11-29")
        _ = try await school.stop()
        return json
      }
    }
    // The file's own day and seed win over others.
    let before = try await homework(["--today", "2024-05-15", "--seed", "99"])
    let items = try #require(before["homework"]).elements
    let open = try #require(items.first { $0["isDone"]?.bool == false })
    try tick(open, in: content)
    let after = try await homework([])
    let changed = try #require(after["homework"]).elements
    #expect(changed.map { $0["id"]?.string } == items.map { $0["id"]?.string })
    #expect(changed.first { $0["id"]?.string == open["id"]?.string }?["isDone"]?.bool == true)
    #expect(
      changed.filter { $0["isDone"]?.bool == true }.count == items.filter { $0["isDone"]?.bool == true }.count + 1
    )
  }

  /// Marks a homework as done, as its student would in the school's own page.
  private func tick(_ item: JSONView, in content: String) throws {
    let database = try SchoolDatabase.open(at: content, today: SchoolContent.today)
    let student = try #require(try database.account(login: "demonstration", space: .student)).person.key
    let due = try #require(item["due"]?.string.flatMap { LocalDate($0) })
    let homework = try database.homework(forStudent: student, dueFrom: due, to: due)
    let record = try #require(homework.first { !$0.isDone && $0.subject.name == item["subject"]?.string })
    #expect(try database.setHomeworkDone(student: student, homework: record.key, done: true))
  }

  @Test func `lists every fault and every change of a script in its help`() async throws {
    let process = try ToolProcess(["help", "school", "serve"], environment: ["HOME": "/nonexistent", "COLUMNS": "80"])
    let run = try await process.finish(within: .seconds(60))
    let lines = run.outputLines.map(String.init)
    for kind in Fault.Kind.allCases {
      #expect(lines.contains { $0.hasPrefix("  \(kind.form) ") && $0.hasSuffix(kind.summary) }, "\(kind)")
    }
    for page in Fault.Page.allCases {
      #expect(lines.contains { $0.hasPrefix("  \(page.rawValue) ") && $0.hasSuffix(page.summary) }, "\(page)")
    }
    for change in SchoolScript.changeNames { #expect(lines.contains { $0.hasPrefix("  \"\(change)\" ") }, "\(change)") }
  }

  @Test func `ends sessions that are idle for as long as it is told`() async throws {
    let school = try await ServedSchool.start(["--today", Self.today, "--idle", "0.2"])
    try await AsyncHTTPTransport.withTransport { transport in
      let page = try await transport.send(
        .get(try #require(WebAddress("\(school.root)/eleve.html"))),
        limits: WebLimits()
      )
      guard case .session(let session) = try SessionPage.read(page.text) else {
        Issue.record("no session")
        return
      }
      try await Task.sleep(for: .milliseconds(300))
      let start = session.start
      let path = "\(school.root)/appelfonction/\(start.space)/\(start.session)/00"
      let answer = try await transport.send(
        .post(try #require(WebAddress(path)), body: Array("{}".utf8), contentType: "application/json"),
        limits: WebLimits()
      )
      #expect(ServerRefusal(in: try JSONDocument(answer.body).root) == .sessionUnknown)
    }
    _ = try await school.stop()
  }

  @Test func `says so when it cannot start`() async throws {
    try await ServedSchool.with { school in
      let port = try #require(school.root.firstMatch(of: #/:(\d+)\//#)?.1)
      try await ToolHome.with { home in
        let text = try home.file(
          "text.sqlite",
          "This is a letter and not a school. " + String(repeating: "x", count: 4096)
        )
        let cases: [([String], Int32, String)] = [
          (["--port", String(port)], 69, "badAddress"), (["--fault", "nonsense"], 64, "badFault"),
          (["--fault", "latency=slow"], 64, "badFault"),
          (["--fault", "page=nonsense"], 64, "badFault"), (["--idle", "0"], 64, "usage"),
          (["--idle", "x"], 64, "usage"),
          (["--fault", "stall=PageEmploiDuTemps:often"], 64, "badFault"),
          (["--version", "1"], 64, "badVersion"), (["--data", "/nonexistent/school.sqlite"], 65, "badData"),
          (["--data", text], 65, "badData"), (["--port", "70000"], 64, "usage"), (["--today", "someday"], 64, "usage"),
          (["--time-zone", "Europe/Lutece"], 64, "usage"), (["--seed", "-1"], 64, "usage"),
        ]
        for (arguments, status, code) in cases {
          let run = try await home.run(["school", "serve", "--json"] + arguments)
          #expect(run.status == status, "\(run)")
          #expect(run.errorLines.count == 1, "\(run)")
          #expect(try run.json()["error"]?["code"]?.string == code, "\(run)")
        }
      }
    }
  }
}
