import Foundation
import PronoteWire
import Testing

/// The request budget of the tool itself, with real time: new processes share it.
@Suite(.school(), .timeLimit(.minutes(5))) struct `The request budget of the tool` {
  @Test func `lets a person go on in a session with one request each time, and shows what is used`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      #expect(try await home.run("accounts", "--set", "appliesToLoopback=on").status == 0)
      let id = try await home.signIn(school)
      for command in ["timetable", "homework", "grades", "averages", "timetable"] {
        #expect(try await home.run([command, "--json", "--no-unattended"]).status == 0)
      }
      let report = try await home.json("accounts", "--budget")
      let budgets = report["budgets"]?.elements ?? []
      #expect(budgets.compactMap { $0["name"]?.string } == ["host 127.0.0.1", "account \(id)"])
      for (budget, accounts) in zip(budgets, [3, 1]) {
        #expect(budget["requests"]?.int == 10 && budget["logins"]?.int == 1, "a login and five pages: \(budget)")
        #expect(budget["requestsOfHour"]?.int == 10 && budget["requestsPerHour"]?.int == 300 * accounts)
        #expect((9...10).contains(budget["inRow"]?.int ?? 0) && budget["burst"]?.int == 60 * accounts)
        #expect(budget["failedLogins"]?.int == 0 && budget["holdUntil"]?.isNull == true)
      }
      let text = try await home.run("accounts", "--budget")
      #expect(text.outputText.contains("Not the standard: appliesToLoopback"))
      #expect(text.outputText.contains("10 of 300") && text.outputText.contains("1 of 24"))
    }
  }

  @Test func `says what is used up, and when the next is free; raised limits help at once`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let limits = ["appliesToLoopback=on", "burst=8"].flatMap { ["--set", $0] }
      #expect(try await home.run(["accounts"] + limits).status == 0)
      try await home.signIn(school)
      var refused: ToolRun?
      for _ in 0..<5 where refused == nil {
        let run = try await home.run(["timetable", "--json", "--no-unattended"])
        if run.status == 75 { refused = run } else { #expect(run.status == 0, "\(run)") }
      }
      let error = try #require(try refused?.json()["error"])
      #expect(error["code"]?.string == "budgetHourly" && error["step"]?.string == "budget")
      #expect((1...16).contains(error["facts"]?["retryAfter"]?.int ?? 0))
      let line = try #require(refused?.errorLines.first)
      #expect(
        line.contains(#/8 requests in a row are used up; the next is free (tomorrow )?at \d\d:\d\d, in \d+ s/#),
        "\(line)"
      )
      #expect(try await home.run("accounts", "--set", "burst=20").status == 0)
      #expect(try await home.run(["timetable", "--json", "--no-unattended"]).status == 0)
    }
  }

  @Test func `counts the typing errors of one account, and lets others of the host sign in`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      #expect(try await home.run("accounts", "--set", "appliesToLoopback=on").status == 0)
      for left in ["2 more failed logins today", "1 more failed login today", "no more failed login is allowed today"] {
        let run = try await home.login(school, password: "wrong", "--no-unattended")
        #expect(run.status == 77 && run.errorText.contains(left), "\(run)")
      }
      let fourth = try await home.login(school, "--json", "--no-unattended")
      #expect(fourth.status == 75, "\(fourth)")
      #expect(try fourth.json()["error"]?["code"]?.string == "budgetFailedLogins")
      let other = try await home.login(school, as: "accents", password: "Élève été 2026 ✓", "--no-unattended")
      #expect(other.status == 0, "\(other)")
    }
  }

  @Test func `keeps commands that nobody watches quiet at night`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      try await home.signIn(school)
      // Two halves of a day: one of them is now, whatever the time is.
      let halves = ["00:00-12:00", "12:00-00:00"]
      var statuses: Set<Int32?> = []
      let limits = ["appliesToLoopback=on", "spacing=0.1"].flatMap { ["--set", $0] }
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
