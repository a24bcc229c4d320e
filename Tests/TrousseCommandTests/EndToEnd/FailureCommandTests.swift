import Foundation
import PronoteWire
import Testing

/// What a person and a program are told when something goes wrong: an exit code, one line, one object.
@Suite struct `When something goes wrong` {
  /// A school with something wrong, and what a command says of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var fault: String?
    var command: [String]
    var status: Int32
    var codes: [String]
    var step: String

    init(_ fault: String?, _ command: [String], _ status: Int32, _ codes: String..., step: String) {
      self.fault = fault
      self.command = command
      self.status = status
      self.codes = codes
      self.step = step
    }

    var testDescription: String { "\(fault ?? "nothing") \(command.joined(separator: " "))" }
  }

  /// Faults of answers.
  static let answers: [Case] = [
    Case("expire-after=4", ["timetable"], 75, "sessionExpired", step: "PageEmploiDuTemps"),
    Case("wrong-order=PageEmploiDuTemps", ["timetable"], 65, "orderMismatch", step: "PageEmploiDuTemps"),
    Case("html=DernieresNotes", ["grades"], 65, "notPronote", step: "DernieresNotes"),
    Case("truncate=PageCahierDeTexte", ["homework"], 65, "malformedReply", step: "PageCahierDeTexte"),
    // Random bytes: some decrypt by chance, and are then no JSON.
    Case("garble=DernieresNotes", ["averages"], 65, "cipherFailure", "malformedReply", step: "DernieresNotes"),
    Case("bomb=PageEmploiDuTemps", ["timetable"], 65, "tooLarge", step: "PageEmploiDuTemps"),
    Case("foreign-object=PageEmploiDuTemps", ["timetable"], 75, "objectExpired", step: "PageEmploiDuTemps"),
    Case("rate-limit=1", ["timetable", "--fresh"], 75, "rateLimited", step: "Identification"),
    Case("stall=PageEmploiDuTemps", ["timetable", "--deadline", "1"], 69, "timedOut", step: "PageEmploiDuTemps"),
    Case(
      "drop-reply=PageEmploiDuTemps",
      ["timetable", "--deadline", "1"],
      69,
      "timedOut",
      "unreachable",
      step: "PageEmploiDuTemps"
    ),
  ]

  static let modes = [[], ["--encrypt", "--compress"]]

  @Test(arguments: answers, modes)
  func `an answer that cannot be used has its exit code`(failure: Case, mode: [String]) async throws {
    try await ServedSchool.with(["--fault", failure.fault ?? ""] + mode) { school in
      try await ToolHome.with { home in
        try await home.signIn(school)
        let run = try await home.run(failure.command + ["--json"])
        expect(failure, run)
        if failure.status == 69 {
          // The deadline that was asked for passed, and not the thirty seconds that it waits unasked.
          #expect(run.errorText.contains(#/within (\d{1,4} ms|1(\.0)? seconds)/#), "\(run)")
        }
      }
    }
  }

  /// Pages in the place of a session page.
  static let pages: [Case] = [
    Case("page=suspended", ["timetable", "--fresh"], 75, "suspended", step: "session page"),
    Case("page=busy", ["timetable", "--fresh"], 75, "busy", step: "session page"),
    Case("page=closed", ["timetable", "--fresh"], 69, "unavailable", step: "session page"),
    Case("page=http", ["timetable", "--fresh"], 69, "unavailable", step: "session page"),
    Case("page=browser", ["timetable", "--fresh"], 69, "incompatibleBrowser", step: "session page"),
    Case("page=message", ["timetable", "--fresh"], 69, "serverError", step: "session page"),
    // The letters of an address prove nothing.
    Case("page=address", ["timetable", "--fresh"], 69, "serverError", step: "session page"),
    Case("page=foreign", ["timetable", "--fresh"], 65, "notPronote", step: "session page"),
  ]

  @Test(arguments: pages)
  func `a page that is no session page has its exit code`(failure: Case) async throws {
    try await ServedSchool.with(["--fault", failure.fault ?? ""]) { school in
      try await ToolHome.with { home in
        let run = try await home.login(school, "--json")
        expect(failure, run)
        #expect(try home.permissions().keys.allSatisfy { !$0.hasSuffix(".json") }, "nothing is stored")
      }
    }
  }

  @Suite(.school("--version", "2026.2.5")) struct `at the login, in the newest dialect` {
    @Test func `the person is told`() async throws { try await refusals() }
  }

  @Suite(.school("--version", "2023.0.1", "--encrypt", "--compress"))
  struct `at the login, in an old dialect, encrypted` {
    @Test func `the person is told`() async throws { try await refusals() }
  }

  @Test func `nobody listens`() async throws {
    try await ToolHome.with { home in
      for arguments in [
        ["login", "http://127.0.0.1:1/pronote", "--username", "demonstration", "--password-stdin"],
        ["probe", "http://127.0.0.1:1/pronote"],
      ] {
        let run = try await home.run(arguments + ["--json", "--deadline", "2"], input: "pronotevs")
        #expect(run.status == 69, "\(run)")
        #expect(run.errorLines.count == 1, "\(run)")
        let error = try run.json()["error"]
        #expect(error?["code"]?.string == "unreachable")
        #expect(error?["facts"]?["host"]?.string == "127.0.0.1")
      }
    }
  }

  @Test func `an interrupted command ends with one line`() async throws {
    try await ServedSchool.with(["--fault", "latency=2000"]) { school in
      try await ToolHome.with { home in
        let reading = try ToolProcess(
          ["login", school.root, "--username", "demonstration", "--password-stdin", "--json"],
          environment: home.environment,
          input: Array("pronotevs".utf8)
        )
        try await Task.sleep(for: .milliseconds(800))
        reading.signal(SIGINT)
        let run = try await reading.finish(within: .seconds(60))
        #expect(run.status == 130, "\(run)")
        #expect(run.errorLines.count == 1, "\(run)")
        #expect(try run.json()["error"]?["code"]?.string == "cancelled", "\(run)")
        #expect(try home.permissions().keys.allSatisfy { !$0.hasSuffix(".json") })
      }
    }
  }
}

/// Accounts that cannot sign in, at the school of the suite.
private func refusals() async throws {
  let school = try ServedSchool.ofSuite()
  let cases: [(String, String, Int32, String, String)] = [
    ("demonstration", "Falsch-7", 77, "wrongCredentials", ""), ("nobody", "pronotevs", 77, "wrongCredentials", ""),
    ("demonstration", "PRONOTEVS", 77, "wrongCredentials", ""),
    ("inactif", "pronotevs", 77, "accountDisabled", "Authentification"),
    ("pin", "pronotevs", 78, "needsSecondFactor", "signIn"),
  ]
  try await ToolHome.with { home in
    for (username, password, status, code, step) in cases {
      let run = try await home.login(school, as: username, password: password, "--json")
      // Up to 2026 the client knows a wrong password before the school does.
      let steps = step.isEmpty ? ["Identification", "Authentification"] : [step]
      #expect(run.status == status, "\(run)")
      #expect(run.errorLines.count == 1, "\(run)")
      let json = try run.json()
      let problems = steps.map { JSONShape.failure(code: code, step: $0).problems(json) }
      #expect(problems.contains([]), "\(problems) \(run)")
      #expect(!run.errorText.contains(password), "\(run)")
    }
    #expect(try home.permissions().keys.allSatisfy { !$0.hasSuffix(".json") }, "nothing is stored")
    // What a second account cannot do does not harm the first.
    try await home.signIn(school)
    #expect(try await home.json("timetable")["student"]?.string == "PARENT Fanny")
  }
}

/// Checks exit code, the line for people and the object for programs.
private func expect(
  _ failure: `When something goes wrong`.Case,
  _ run: ToolRun,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(run.status == failure.status, "\(run)", sourceLocation: sourceLocation)
  let line = run.errorLines.first ?? ""
  #expect(run.errorLines.count == 1, "\(run)", sourceLocation: sourceLocation)
  let problems = failure.codes.map { code in
    guard let json = try? run.json() else { return ["no JSON"] }
    let isLine = line.hasPrefix("trousse: \(failure.step): ") && line.hasSuffix(" (\(code))")
    return JSONShape.failure(code: code, step: failure.step).problems(json) + (isLine ? [] : ["\(line)"])
  }
  #expect(problems.contains([]), "\(problems) \(run)", sourceLocation: sourceLocation)
}
