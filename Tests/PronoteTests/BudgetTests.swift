import AccountVault
import Foundation
import Pronote
import SchoolModel
import SchoolServer
import SchoolTesting
import Synchronization
import Testing
import WebSession

/// Accounts under a request budget, with a clock that the test moves.
@Suite(.timeLimit(.minutes(10))) struct BudgetTests {
  private final class FakeClock: Sendable {
    private let time: Mutex<Double>
    init(_ start: Double) { time = Mutex(start) }
    var now: Double { time.withLock { $0 } }
    func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
  }

  /// Counts what really goes out, and when.
  private struct CountingTransport: Transport {
    final class Log: Sendable {
      private let entries = Mutex<[Double]>([])
      var times: [Double] { entries.withLock { $0 } }
      func add(_ time: Double) { entries.withLock { $0.append(time) } }
    }

    let base: any Transport
    let log: Log
    let clock: FakeClock

    func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
      log.add(clock.now)
      return try await base.send(request, limits: limits)
    }
  }

  /// A vault whose budgets go by a clock.
  private static func vault(_ clock: FakeClock, over store: any CredentialStore = InMemoryCredentialStore())
    -> AccountVault
  {
    AccountVault(
      store: store,
      clock: BudgetClock(now: { clock.now }, sleep: { clock.advance($0 / .seconds(1)) }, jitter: { 1 })
    )
  }

  /// One run of `trousse timetable`, as the tool puts it together.
  private struct Program {
    let vault: AccountVault
    let clock: FakeClock
    let transport: any Transport
    var isUnattended = false
    var isFresh = false

    private var configuration: PronoteClient.Configuration {
      var configuration = PronoteClient.Configuration()
      configuration.replays = 0
      configuration.date = { Date(timeIntervalSince1970: clock.now) }
      return configuration
    }

    func readTimetable(of account: String) async throws {
      try await vault.withSession(
        of: account,
        over: transport,
        configuration: configuration,
        isUnattended: isUnattended,
        isFresh: isFresh
      ) { try await BudgetTests.readWeek($0) }
    }

    func readTimetables(of account: String, _ between: (PronoteSession) async throws -> Void) async throws {
      try await vault.withSession(
        of: account,
        over: transport,
        configuration: configuration,
        isUnattended: isUnattended
      ) { session in
        try await BudgetTests.readWeek(session)
        try await between(session)
      }
    }
  }

  private static func readWeek(_ session: PronoteSession) async throws {
    let monday = await session.today.monday
    _ = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
  }

  private static func pair(
    _ address: SchoolAddress,
    _ transport: any Transport,
    _ vault: AccountVault,
    username: String = "demonstration",
    password: String = "pronotevs",
    _ clock: FakeClock? = nil
  ) async throws -> String {
    var configuration = PronoteClient.Configuration()
    if let clock { configuration.date = { Date(timeIntervalSince1970: clock.now) } }
    return try await PronoteClient(transport: transport, configuration: configuration).pair(
      school: School(url: address.root),
      space: .student,
      credentials: .pairing(username: username, password: Secret(password), device: AppDevice()),
      in: vault
    ).account
  }

  /// Noon of the tests' school day, in Paris.
  private static let noon = RunningSchool.today.at(LocalTime(hour: 12, minute: 0)!)
    .instant(in: TimeZone(identifier: "Europe/Paris")!).timeIntervalSince1970

  @Test(arguments: [true, false])
  func `A loop that reads the timetable every second of a day stays within the budget`(isFresh: Bool) async throws {
    try await RunningSchool.with { address, transport in
      let clock = FakeClock(Self.noon)
      let vault = Self.vault(clock)
      let account = try await Self.pair(address, transport, vault)
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      let log = CountingTransport.Log()
      let counting = CountingTransport(base: transport, log: log, clock: clock)
      let program = Program(vault: vault, clock: clock, transport: counting, isFresh: isFresh)
      var (read, refused) = (0, 0)
      var codes: Set<String> = []
      while clock.now < Self.noon + 86_400 {
        do {
          try await program.readTimetable(of: account)
          read += 1
        } catch let error as BudgetError {
          refused += 1
          codes.insert(error.code.rawValue)
          #expect(error.retryAfter > .zero && error.retryAfter <= .seconds(86_400 + 600))
        }
        clock.advance(1)
      }
      let limits = BudgetLimits.standard
      let logins = try #require(try await vault.store.account(id: account)).journal.generation - 1
      let times = log.times
      if isFresh {
        #expect(logins == limits.loginsPerDay && read == logins, "every login was good for a timetable")
        #expect(codes == ["budgetHourly", "budgetLogins"])
        #expect(times.count == 6 * limits.loginsPerDay, "a login and a week")
      } else {
        #expect(logins <= 2, "a session goes on for as long as it is used")
        #expect(read >= limits.perDay - 5 * 2 && times.count <= limits.perDay)
        #expect(codes == ["budgetHourly", "budgetDaily"])
      }
      for (index, start) in times.enumerated() {
        let hour = times[index...].prefix { $0 < start + 3600 }.count
        #expect(Double(hour) <= limits.perHour + limits.burst)
      }
    }
  }

  @Test func `Requests in a row of a person wait for nothing, those of a program keep their distance`() async throws {
    try await RunningSchool.with { address, transport in
      let clock = FakeClock(Self.noon)
      let vault = Self.vault(clock)
      let account = try await Self.pair(address, transport, vault)
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      let log = CountingTransport.Log()
      let counting = CountingTransport(base: transport, log: log, clock: clock)
      var program = Program(vault: vault, clock: clock, transport: counting, isFresh: true)
      try await program.readTimetable(of: account)
      program.isFresh = false
      for _ in 0..<3 { try await program.readTimetable(of: account) }
      #expect(log.times.count == 9 && log.times.allSatisfy { $0 == Self.noon }, "a login, four weeks, no wait")
      program.isUnattended = true
      program.isFresh = true
      try await program.readTimetable(of: account)
      let login = log.times[9..<14]
      #expect(Set(login).count == 1, "a login is one burst, whoever watches")
      #expect(log.times[14] - login.last! >= 0.999)
      program.isFresh = false
      for _ in 0..<2 { try await program.readTimetable(of: account) }
      #expect(zip(log.times[14...], log.times[15...]).allSatisfy { $1 - $0 >= 0.999 })
    }
  }

  @Test func `Nothing is sent at night and in holidays when nobody watches`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let night = FakeClock(Self.noon + 11 * 3600)
      let vault = Self.vault(night, over: store)
      let account = try await Self.pair(address, transport, vault)
      let log = CountingTransport.Log()
      var program = Program(
        vault: vault,
        clock: night,
        transport: CountingTransport(base: transport, log: log, clock: night),
        isUnattended: true
      )
      // A school on this machine is exempt until that is asked for.
      try await program.readTimetable(of: account)
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      let sent = log.times.count
      for isFresh in [false, true] {
        program.isFresh = isFresh
        let error = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: account) }
        #expect(error?.code == .quietHours)
      }
      #expect(log.times.count == sent, "not a single request")
      #expect(try await vault.store.account(id: account)?.journal.state == .ready)
      // The calendar came with the login: Christmas is far from the night of any zone.
      let christmas = FakeClock(
        LocalDate(year: 2026, month: 12, day: 24)!.at(LocalTime(hour: 12, minute: 0)!).instant(in: .gmt)
          .timeIntervalSince1970
      )
      program = Program(
        vault: Self.vault(christmas, over: store),
        clock: christmas,
        transport: transport,
        isUnattended: true
      )
      let holiday = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: account) }
      #expect(holiday?.code == .holidays)
      program.isUnattended = false
      try await program.readTimetable(of: account)
    }
  }

  @Test func `A session that is open is left alone at night, and its renewals are, too`() async throws {
    try await RunningSchool.with { address, transport in
      let evening = FakeClock(Self.noon + 9.9 * 3600)
      let vault = Self.vault(evening)
      let account = try await Self.pair(address, transport, vault)
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      let log = CountingTransport.Log()
      let program = Program(
        vault: vault,
        clock: evening,
        transport: CountingTransport(base: transport, log: log, clock: evening),
        isUnattended: true
      )
      try await program.readTimetables(of: account) { session in
        let sent = log.times.count
        let logins = try await vault.store.account(id: account)?.journal.logins
        // Past ten o'clock: once while the session is young, once when it would have to be renewed.
        for pause in [600, 3600, 5 * 3600] as [Double] {
          evening.advance(pause)
          let error = await #expect(throws: BudgetError.self) { try await Self.readWeek(session) }
          #expect(error?.code == .quietHours)
          await #expect(throws: (any Error).self) { try await session.keepAlive() }
        }
        #expect(log.times.count == sent, "not a single request")
        #expect(try await vault.store.account(id: account)?.journal.logins == logins, "not a login")
        evening.advance(2 * 3600)
        try await Self.readWeek(session)
      }
    }
  }

  @Test func `A renewal is a login like any other`() async throws {
    try await RunningSchool.with { address, transport in
      let clock = FakeClock(Self.noon)
      let vault = Self.vault(clock)
      let account = try await Self.pair(address, transport, vault, clock)
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      let program = Program(vault: vault, clock: clock, transport: transport)
      try await program.readTimetables(of: account) { session in
        let before = try #require(try await vault.store.account(id: account))
        clock.advance(3600)
        try await Self.readWeek(session)
        let after = try #require(try await vault.store.account(id: account))
        #expect(after.journal.logins == before.journal.logins + 1)
        #expect(after.journal.generation == before.journal.generation + 1)
        #expect(after.journal.state == .ready && after.previousToken == nil, "the journal is closed")
        #expect(after.journal.lastSuccess == Date(timeIntervalSince1970: clock.now))
        let report = try await vault.budgetReports(hosts: ["127.0.0.1"], accounts: [after])
        #expect(report.map(\.logins) == [1, 1], "the budgets count it")
        #expect(try await vault.openSession(of: after, at: Date(timeIntervalSince1970: clock.now)) != nil)
      }
    }
  }

  @Test func `What one budget refuses counts in none`() async throws {
    try await RunningSchool.with { address, transport in
      let clock = FakeClock(Self.noon)
      let vault = Self.vault(clock)
      let account = try await Self.pair(address, transport, vault, clock)
      for (name, value) in [("appliesToLoopback", "on"), ("burst", "8")] {
        try await vault.setBudgetLimit(name, to: value)
      }
      let program = Program(vault: vault, clock: clock, transport: transport)
      for _ in 0..<8 { try await program.readTimetable(of: account) }
      for _ in 0..<30 {
        let error = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: account) }
        #expect(error?.code == .hourly && error?.message == "8 requests in a row are used up")
      }
      let host = try await vault.budgetReports(hosts: ["127.0.0.1"], accounts: [])
      #expect(host.map(\.requests) == [8] && host.map(\.inRow) == [8])
      // Where the host's own limit is the one that is reached, it says so.
      try await vault.setBudgetLimit("accountsPerHost", to: "1")
      clock.advance(15)
      let stored = try #require(try await vault.store.account(id: account))
      let gate = try await vault.gate(to: "127.0.0.1", for: nil)
      let other = BudgetedTransport(transport, gate: gate)
      let page = try School(url: stored.details.school).address("infoMobileApp.json")
      _ = try await other.send(.get(page), limits: WebLimits())
      let shared = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: account) }
      #expect(shared?.message == "8 requests in a row are used up (all accounts at 127.0.0.1 together)")
    }
  }

  @Test func `The first login of a program that nobody watches rests at night, too`() async throws {
    try await RunningSchool.with { address, transport in
      let night = FakeClock(Self.noon + 11 * 3600)
      let vault = Self.vault(night)
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      let log = CountingTransport.Log()
      let counting = CountingTransport(base: transport, log: log, clock: night)
      let error = await #expect(throws: BudgetError.self) {
        _ = try await PronoteClient(transport: counting).pair(
          school: School(url: address.root),
          space: .student,
          credentials: .pairing(username: "demonstration", password: Secret("pronotevs"), device: AppDevice()),
          in: vault,
          isUnattended: true
        )
      }
      #expect(error?.code == .quietHours && log.times.isEmpty)
    }
  }

  @Test func `Three wrong passwords pause their account, and no other of the host`() async throws {
    try await RunningSchool.with { address, transport in
      let clock = FakeClock(Self.noon)
      let vault = Self.vault(clock)
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      var left: [Int?] = []
      for _ in 0..<3 {
        let error = await RunningSchool.failure { _ = try await Self.pair(address, transport, vault, password: "typo") }
        #expect(error?.code == .wrongCredentials)
        left.append(error?.facts.failedLoginsLeft)
      }
      #expect(left == [2, 1, 0])
      let paused = await #expect(throws: BudgetError.self) { _ = try await Self.pair(address, transport, vault) }
      #expect(paused?.code == .failedLogins)
      _ = try await Self.pair(address, transport, vault, username: "accents", password: "Élève été 2026 ✓")
    }
  }

  @Test(arguments: [("rate-limit=0", "too many requests", 300.0), ("page=suspended", "suspended", 3600.0)])
  func `What the server says is kept for the next process`(fault: String, reason: String, seconds: Double) async throws
  {
    let clock = FakeClock(Self.noon)
    let vault = Self.vault(clock)
    let content = try await RunningSchool.with { address, transport in
      try await Self.pair(address, transport, vault)
    }
    try await vault.setBudgetLimit("appliesToLoopback", to: "on")
    try await RunningSchool.with(faults: [fault]) { address, transport in
      // The account lives at another school, which answers every login alike.
      var account = try #require(try await vault.store.account(id: content))
      account.details.school = address.root
      try await vault.store.save(account)
      let program = Program(vault: vault, clock: clock, transport: transport)
      for _ in 0..<2 { _ = try? await program.readTimetable(of: content) }
      let error = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: content) }
      #expect(error?.code == .onHold && error?.message.contains(reason) == true)
      #expect(abs((error?.retryAfter ?? .zero) / .seconds(1) - seconds) < 60)
    }
  }
}
