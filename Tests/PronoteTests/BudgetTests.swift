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

  /// One run of `trousse timetable`, as the tool puts it together.
  private struct Program {
    let vault: AccountVault
    let clock: FakeClock
    let transport: any Transport
    var isUnattended = false

    func budgets(for account: String) async throws -> [RequestBudget] {
      let limits = try await vault.budgetLimits()
      return ["host 127.0.0.1", "account \(account)"].map { name in
        RequestBudget(
          name: name,
          limits: limits,
          store: vault.store,
          now: { clock.now },
          sleep: { clock.advance($0 / .seconds(1)) },
          jitter: { 1 }
        )
      }
    }

    func client(_ budgets: [RequestBudget]) -> PronoteClient {
      var configuration = PronoteClient.Configuration()
      configuration.replays = 0
      configuration.date = { Date(timeIntervalSince1970: clock.now) }
      return PronoteClient(transport: BudgetedTransport(transport, budgets: budgets), configuration: configuration)
    }

    func readTimetable(of account: String) async throws {
      let budgets = try await budgets(for: account)
      let step = try await client(budgets)
        .signIn(account: account, in: vault, budgets: budgets, isUnattended: isUnattended)
      guard case .signedIn(let session) = step else { throw PronoteError(.needsSecondFactor, "expected a session") }
      let monday = await session.today.monday
      _ = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
      await session.signOut()
    }
  }

  private static func pair(_ address: SchoolAddress, _ transport: any Transport, _ vault: AccountVault) async throws
    -> String
  {
    try await PronoteClient(transport: transport).pair(
      school: School(url: address.root),
      space: .student,
      credentials: .pairing(username: "demonstration", password: Secret("pronotevs"), device: AppDevice()),
      in: vault
    ).account
  }

  /// Noon of the tests' school day, in Paris.
  private static let noon = RunningSchool.today.at(LocalTime(hour: 12, minute: 0)!)
    .instant(in: TimeZone(identifier: "Europe/Paris")!).timeIntervalSince1970

  @Test func `A loop that reads the timetable every second of a day stays within the budget`() async throws {
    try await RunningSchool.with { address, transport in
      let vault = AccountVault(store: InMemoryCredentialStore())
      try await vault.setBudgetLimit("appliesToLoopback", to: "on")
      let account = try await Self.pair(address, transport, vault)
      let clock = FakeClock(Self.noon)
      let log = CountingTransport.Log()
      let counting = CountingTransport(base: transport, log: log, clock: clock)
      var (read, refused) = (0, 0)
      var codes: Set<String> = []
      while clock.now < Self.noon + 86_400 {
        do {
          try await Program(vault: vault, clock: clock, transport: counting).readTimetable(of: account)
          read += 1
        } catch let error as BudgetError {
          refused += 1
          codes.insert(error.code.rawValue)
          #expect(error.retryAfter > .zero && error.retryAfter <= .seconds(86_400))
        }
        clock.advance(1)
      }
      let limits = BudgetLimits.standard
      #expect(read == limits.loginsPerDay, "every login was good for a timetable")
      #expect(refused > 80_000)
      #expect(codes == ["budgetHourly", "budgetLogins"])
      let generation = try #require(try await vault.store.account(id: account)).journal.generation
      #expect(generation == 1 + limits.loginsPerDay, "as many logins at the school")
      let times = log.times
      #expect(times.count <= 7 * limits.loginsPerDay && times.count <= limits.perDay)
      for (one, next) in zip(times, times.dropFirst()) { #expect(next - one >= limits.spacing - 0.001) }
      for (index, start) in times.enumerated() {
        let hour = times[index...].prefix { $0 < start + 3600 }.count
        #expect(Double(hour) <= limits.perHour + limits.burst)
      }
    }
  }

  @Test func `Nothing is sent at night and in holidays when nobody watches`() async throws {
    try await RunningSchool.with { address, transport in
      let vault = AccountVault(store: InMemoryCredentialStore())
      let account = try await Self.pair(address, transport, vault)
      let night = FakeClock(Self.noon + 11 * 3600)
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
      let error = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: account) }
      #expect(error?.code == .quietHours)
      #expect(log.times.count == sent, "not a single request")
      #expect(try await vault.store.account(id: account)?.journal.state == .ready)
      // The calendar came with the login: Christmas is far from the night of any zone.
      let christmas = FakeClock(
        LocalDate(year: 2026, month: 12, day: 24)!.at(LocalTime(hour: 12, minute: 0)!).instant(in: .gmt)
          .timeIntervalSince1970
      )
      program = Program(vault: vault, clock: christmas, transport: transport, isUnattended: true)
      let holiday = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: account) }
      #expect(holiday?.code == .holidays)
      program.isUnattended = false
      try await program.readTimetable(of: account)
    }
  }

  @Test(arguments: [("rate-limit=0", "too many requests", 300.0), ("page=suspended", "suspended", 3600.0)])
  func `What the server says is kept for the next process`(fault: String, reason: String, seconds: Double) async throws
  {
    let vault = AccountVault(store: InMemoryCredentialStore())
    try await vault.setBudgetLimit("appliesToLoopback", to: "on")
    let content = try await RunningSchool.with { address, transport in
      try await Self.pair(address, transport, vault)
    }
    try await RunningSchool.with(faults: [fault]) { address, transport in
      // The account lives at another school, which answers every login alike.
      var account = try #require(try await vault.store.account(id: content))
      account.details.school = address.root
      try await vault.store.save(account)
      let clock = FakeClock(Self.noon)
      let program = Program(vault: vault, clock: clock, transport: transport)
      for _ in 0..<2 { _ = try? await program.readTimetable(of: content) }
      let error = await #expect(throws: BudgetError.self) { try await program.readTimetable(of: content) }
      #expect(error?.code == .onHold && error?.message.contains(reason) == true)
      #expect(abs((error?.retryAfter ?? .zero) / .seconds(1) - seconds) < 60)
    }
  }
}
