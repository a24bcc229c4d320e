import Foundation
import PronoteWire
import Testing

/// The request budget of the tool itself, with real time: new processes share it.
@Suite(.school(), .timeLimit(.minutes(5))) struct `The request budget of the tool` {
  @Test func `holds for a loop of commands, and is shown`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let id = try await home.signIn(school)
      #expect(try await home.run("accounts", "--set", "appliesToLoopback=on", "--set", "spacing=0.1").status == 0)
      var statuses: [Int32?] = []
      var refused: ToolRun?
      for _ in 0..<5 {
        let run = try await home.run(["timetable", "--json", "--no-unattended"])
        statuses.append(run.status)
        if run.status == 75 { refused = run }
      }
      // Seven requests each, and a burst of twenty; a login that could not read anything is not begun.
      #expect(statuses == [0, 0, 0, 75, 75])
      let error = try #require(try refused?.json()["error"])
      #expect(error["code"]?.string == "budgetHourly" && error["step"]?.string == "budget")
      #expect((1...90).contains(error["facts"]?["retryAfter"]?.int ?? 0))
      let report = try await home.json("accounts", "--budget")
      let budgets = report["budgets"]?.elements ?? []
      #expect(budgets.compactMap { $0["name"]?.string } == ["host 127.0.0.1", "account \(id)"])
      for budget in budgets {
        #expect((20...21).contains(budget["requests"]?.int ?? 0), "\(budget)")
        #expect(budget["logins"]?.int == 3 && budget["failedLogins"]?.int == 0)
        #expect(budget["holdUntil"]?.isNull == true)
      }
      #expect(report["limits"]?["spacing"]?.string == "0.1")
      let text = try await home.run("accounts", "--budget")
      #expect(text.outputText.contains("Not the standard: spacing, appliesToLoopback"))
    }
  }

  @Test func `counts refused logins of all accounts of a host`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let limits = ["appliesToLoopback=on", "spacing=0.1", "burst=100"].flatMap { ["--set", $0] }
      #expect(try await home.run(["accounts"] + limits).status == 0)
      for _ in 0..<3 { #expect(try await home.login(school, password: "wrong").status == 77) }
      let fourth = try await home.login(school, "--json")
      #expect(fourth.status == 75, "\(fourth)")
      #expect(try fourth.json()["error"]?["code"]?.string == "budgetFailedLogins")
    }
  }

  @Test func `keeps commands that nobody watches quiet at night`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school)
      // Two halves of a day: one of them is now, whatever the time is.
      let halves = ["00:00-12:00", "12:00-00:00"]
      var statuses: Set<Int32?> = []
      let limits = ["appliesToLoopback=on", "spacing=0.1", "burst=200"].flatMap { ["--set", $0] }
      #expect(try await home.run(["accounts"] + limits).status == 0)
      for half in halves {
        #expect(try await home.run("accounts", "--set", "quietHours=\(half)").status == 0)
        let run = try await home.run("timetable", "--unattended", "--json")
        statuses.insert(run.status)
        if run.status == 75 { #expect(try run.json()["error"]?["code"]?.string == "budgetQuietHours") }
      }
      #expect(statuses.contains(75))
      #expect(try await home.run("timetable", "--no-unattended").status == 0)
      // Nothing that the tests start has a terminal.
      let unsaid = try await home.run("timetable", "--json")
      let said = try await home.run("timetable", "--json", "--unattended")
      #expect(unsaid.status == said.status)
    }
  }

  @Test(arguments: ["perDay=99999", "nothing=1", "perDay", "quietHours=25:00-1:00"])
  func `is not taken away`(setting: String) async throws {
    try await ToolHome.with { home in
      let run = try await home.run("accounts", "--set", setting, "--json")
      #expect(run.status == 64, "\(run)")
      #expect(run.errorLines.count == 1)
    }
  }
}
