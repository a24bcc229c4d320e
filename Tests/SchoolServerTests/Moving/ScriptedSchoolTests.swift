import PronoteWire
import SchoolModel
import SchoolServer
import Synchronization
import TestSupport
import Testing

@Suite struct `A school with a script` {
  private static let day = SchoolFiles.today

  private static func at(_ hour: Int, _ minute: Int = 0) -> LocalDateTime {
    day.at(LocalTime(minuteOfDay: hour * 60 + minute))
  }

  private static func grade(_ title: String) -> SchoolChange {
    .addGrade(NewGrade(student: "demonstration", subject: "FRANÇAIS", value: "12", title: title))
  }

  /// The titles of the student's tests.
  private static func titles(_ school: WireSchool) async throws -> [String] {
    var (client, user) = try await WireClient.signedIn(school)
    return try await titles(&client, user)
  }

  private static func titles(_ client: inout WireClient, _ user: JSONView) async throws -> [String] {
    let period = try #require(user.field("ressource")?.currentPeriod)
    let answer = try await client.call(DernieresNotes.name, WireRequests.grades(period), tab: Tab.latestGrades)
    return try DernieresNotes.Response(answer).listeDevoirs.compactMap(\.commentaire)
      .filter { $0.hasPrefix("Step") }.sorted()
  }

  @Test func `takes each step when its clock says so`() async throws {
    let clock = SchoolClock.manual(at: Self.at(10))
    let reports = Mutex<[String]>([])
    let steps = [
      SchoolStep(.after(.seconds(600)), Self.grade("Step B")), SchoolStep(.at(Self.at(10, 30)), Self.grade("Step C")),
      SchoolStep(.at(Self.at(9)), Self.grade("Step A")),
    ]
    let configure: (inout SchoolServerConfiguration) -> Void = {
      $0.clock = clock
      $0.script = SchoolScript(steps: steps)
      $0.onStep = { report in reports.withLock { $0.append("\(report)") } }
    }
    try await WireSchool.with(configure: configure) { school in
      var (client, user) = try await WireClient.signedIn(school)
      #expect(try await Self.titles(&client, user) == ["Step A"], "what was due at the start")
      clock.advance(by: .seconds(599))
      #expect(try await Self.titles(&client, user) == ["Step A"])
      clock.advance(by: .seconds(1))
      #expect(try await Self.titles(&client, user) == ["Step A", "Step B"])
      clock.set(to: Self.at(10, 15))
      #expect(try await Self.titles(&client, user) == ["Step A", "Step B"])
      clock.set(to: Self.at(23))
      #expect(try await Self.titles(school) == ["Step A", "Step B", "Step C"])
    }
    let expected = ["step 3, due \(Self.at(9)): taken", "step 1, due \(Self.at(10, 10)): taken"]
    #expect(reports.withLock { $0 } == expected + ["step 2, due \(Self.at(10, 30)): taken"])
  }

  @Test func `takes no step twice in a data file`() throws {
    let file = try SchoolFiles.copy()
    defer { SchoolFiles.remove(file) }
    var configuration = SchoolServerConfiguration()
    configuration.dataFile = file
    configuration.clock = .manual(at: Self.at(10))
    let step = SchoolStep(.at(Self.at(9)), Self.grade("Step"))
    let cancel = LessonName(student: "pin", date: Self.day.adding(days: 2), start: LocalTime(minuteOfDay: 480))
    configuration.script = SchoolScript(steps: [step, step, SchoolStep(.after(.zero), .cancelLesson(cancel))])
    let outcomes = Mutex<[String]>([])
    configuration.onStep = { report in outcomes.withLock { $0.append("\(report.number) \(report.outcome)") } }
    let first = try SchoolServer(configuration: configuration)
    let dump = try SchoolDatabase.open(at: file, today: Self.day).dump()
    #expect(dump.count { $0.hasPrefix("gradedTest:") && $0.contains("|Step|") } == 2)
    let second = try SchoolServer(configuration: configuration)
    #expect(try SchoolDatabase.open(at: file, today: Self.day).dump() == dump)
    #expect(
      outcomes.withLock { $0 }
        == ["1 taken", "2 taken", "3 taken", "1 takenBefore", "2 takenBefore", "3 takenBefore"]
    )
    #expect(first.now == second.now)
  }

  @Test func `is refused at the start when a step cannot be taken`() throws {
    let file = try SchoolFiles.copy()
    defer { SchoolFiles.remove(file) }
    let database = try SchoolDatabase.open(at: file, today: Self.day)
    let before = try database.dump()
    var configuration = SchoolServerConfiguration()
    configuration.dataFile = file
    configuration.clock = .manual(at: Self.at(10))
    let name = GradeName(student: "demonstration", subject: "FRANÇAIS", title: "Step")
    // The second step in time removes what the first gives; the third finds nothing any more.
    configuration.script = SchoolScript(steps: [
      SchoolStep(.after(.seconds(30)), .removeGrade(name)), SchoolStep(.at(Self.at(9)), Self.grade("Step")),
      SchoolStep(.after(.seconds(20)), .removeGrade(name)),
    ])
    let error = #expect(throws: SchoolServerError.self) { try SchoolServer(configuration: configuration) }
    #expect(error?.code == .badScript)
    #expect(error?.message.hasPrefix("step 1: ") == true, "\(error?.message ?? "")")
    #expect(try database.dump() == before)
  }

  @Test func `reports a step that something else got in the way of`() throws {
    let clock = SchoolClock.manual(at: Self.at(10))
    var configuration = SchoolServerConfiguration()
    configuration.dataFile = try SchoolFiles.copy()
    defer { SchoolFiles.remove(configuration.dataFile ?? "") }
    configuration.clock = clock
    let lesson = LessonName(
      student: "demonstration",
      date: Self.day.adding(days: 2),
      start: LocalTime(minuteOfDay: 480)
    )
    configuration.script = SchoolScript(steps: [
      SchoolStep(.after(.seconds(5)), .cancelLesson(lesson)), SchoolStep(.after(.seconds(6)), Self.grade("Step")),
    ])
    let reports = Mutex<[String]>([])
    configuration.onStep = { report in reports.withLock { $0.append("\(report)") } }
    let server = try SchoolServer(configuration: configuration)
    try server.apply(.cancelLesson(lesson, status: "Grève"))
    clock.advance(by: .seconds(10))
    try server.apply(.addNews(NewNews(title: "x", text: "y")))
    let seen = reports.withLock { $0 }
    #expect(seen.count == 2)
    #expect(
      seen.first?.contains("not taken: the lesson of PARENT Fanny on 2026-11-20 at 08:00 is cancelled already") == true
    )
    #expect(seen.last?.hasSuffix("taken") == true)
  }
}
