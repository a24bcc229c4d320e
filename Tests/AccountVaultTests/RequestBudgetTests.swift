import AccountVault
import Foundation
import SchoolTesting
import Synchronization
import Testing

/// Times without waiting: a clock that the test moves.
private final class FakeClock: Sendable {
  private let time = Mutex(1_700_000_000.0)
  var now: Double { time.withLock { $0 } }
  func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}

/// A store that notes what each state of a budget has to survive.
private actor DurabilityStore: CredentialStore {
  private let base = InMemoryCredentialStore()
  private(set) var written: [WriteDurability] = []

  func accounts() async -> [StoredAccount] { await base.accounts() }
  func account(id: String) async -> StoredAccount? { await base.account(id: id) }
  func save(_ account: StoredAccount) async { await base.save(account) }
  func remove(id: String) async -> Bool { await base.remove(id: id) }
  func session(of id: String) async -> KeptSession? { await base.session(of: id) }
  func saveSession(_ session: KeptSession?, of id: String) async { await base.saveSession(session, of: id) }
  func budgetState(for name: String) async -> [UInt8]? { await base.budgetState(for: name) }

  func saveBudgetState(_ bytes: [UInt8], for name: String, surviving durability: WriteDurability) async {
    written.append(durability)
    await base.saveBudgetState(bytes, for: name, surviving: durability)
  }

  nonisolated func withLock<Result: Sendable>(
    on name: String,
    deadline: Duration,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    try await base.withLock(on: name, deadline: deadline, body)
  }
}

@Suite struct `A request budget` {
  private let clock = FakeClock()
  private let store = InMemoryCredentialStore()

  private func budget(_ limits: BudgetLimits = .standard) -> RequestBudget {
    let clock = clock
    return RequestBudget(
      name: "account x",
      limits: limits.bounded,
      store: store,
      clock: BudgetClock(
        now: { clock.now },
        sleep: { clock.advance($0 / .seconds(1)) },
        jitter: { 1 }
      )
    )
  }

  private func refusal(_ body: () async throws -> Void) async -> BudgetError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? BudgetError
    }
  }

  @Test func `lets a loop of a whole day through, within its limits`() async throws {
    let end = clock.now + 86_400
    var admitted: [Double] = []
    var logins = 0
    // Each login with its requests, by a new process every time.
    while clock.now < end {
      let budget = budget()
      do {
        try await budget.admitLogin()
        logins += 1
        for _ in 0..<6 {
          try await budget.admitRequest(isSpaced: true)
          admitted.append(clock.now)
        }
      } catch is BudgetError {}
      clock.advance(1)
    }
    #expect(logins == 24)
    #expect(admitted.count == 24 * 6)
    for (one, next) in zip(admitted, admitted.dropFirst()) { #expect(next - one >= 0.999) }
  }

  @Test func `lets no more than the burst and the hourly rate through`() async throws {
    var admitted: [Double] = []
    let end = clock.now + 4 * 3600
    while clock.now < end {
      if await refusal({ try await budget().admitRequest(isSpaced: true) }) == nil { admitted.append(clock.now) }
      clock.advance(1)
    }
    for (index, start) in admitted.enumerated() {
      #expect(admitted[index...].prefix { $0 < start + 3600 }.count <= 301, "240 an hour and the burst")
    }
    #expect(admitted.count <= 4 * 240 + 61)
  }

  @Test func `counts requests of a day`() async throws {
    var limits = BudgetLimits.standard
    (limits.perHour, limits.burst, limits.perDay) = (2400, 200, 100)
    for _ in 0..<100 { try await budget(limits).admitRequest(isSpaced: true) }
    let error = await refusal { try await budget(limits).admitRequest(isSpaced: true) }
    #expect(error?.code == .daily)
    clock.advance((error?.retryAfter ?? .zero) / .seconds(1))
    #expect(await refusal { try await budget(limits).admitRequest(isSpaced: true) } == nil)
  }

  @Test func `begins no login that could not be finished`() async throws {
    // Sixty in a row: nine logins of six, and half a one.
    for _ in 0..<58 { try await budget().admitRequest(isSpaced: true) }
    let logins = try await budget().report().logins
    let error = await refusal { try await budget().admitLogin() }
    #expect(error?.code == .hourly && error?.next == "a login is possible")
    #expect(try await budget().report().logins == logins, "a refused login uses nothing up")
    clock.advance((error?.retryAfter ?? .zero) / .seconds(1))
    try await budget().checkLogin()
    #expect(try await budget().report().logins == logins, "checking uses nothing up")
    try await budget().admitLogin()
    for _ in 0..<6 { try await budget().admitRequest(isSpaced: true) }
  }

  @Test func `stops after three failed logins`() async throws {
    for _ in 0..<3 {
      try await budget().admitLogin()
      try await budget().noteFailedLogin()
    }
    let error = await refusal { try await budget().admitLogin() }
    #expect(error?.code == .failedLogins)
    clock.advance((error?.retryAfter ?? .zero) / .seconds(1) + 1)
    #expect(await refusal { try await budget().admitLogin() } == nil)
  }

  @Test func `holds after a ban, and longer with every trouble in a row`() async throws {
    var waits: [Double] = []
    try await budget().noteTrouble()
    #expect(
      await refusal { try await budget().admitRequest(isSpaced: true) } == nil,
      "a lost answer can be asked for again"
    )
    for _ in 0..<10 {
      try await budget().noteTrouble()
      let error = await refusal { try await budget().admitRequest(isSpaced: true) }
      #expect(error?.code == .onHold)
      waits.append((error?.retryAfter ?? .zero) / .seconds(1))
      clock.advance(waits.last ?? 0)
    }
    #expect(waits.first.map { (15...15.1).contains($0) } == true)
    for (one, next) in zip(waits, waits.dropFirst()) { #expect(next >= one * 1.9 || next >= 3600) }
    try await budget().noteAnswer()
    try await budget().noteTrouble()
    #expect(await refusal { try await budget().admitRequest(isSpaced: true) } == nil, "it is the first one again")
    try await budget().noteBan()
    let ban = await refusal { try await budget().admitLogin() }
    #expect((ban?.retryAfter ?? .zero) / .seconds(1) > 3599)
    #expect(try await budget().report().holdUntil != nil)
  }

  @Test func `waits longer each time the server says that there were too many requests`() async throws {
    var waits: [Double] = []
    for _ in 0..<8 {
      try await budget().noteRateLimit()
      let error = await refusal { try await budget().admitLogin() }
      #expect(error?.code == .onHold && error?.message.contains("too many requests") == true)
      waits.append((error?.retryAfter ?? .zero) / .seconds(1))
      clock.advance(waits.last ?? 0)
    }
    #expect(waits.first.map { (300...300.1).contains($0) } == true)
    for (one, next) in zip(waits, waits.dropFirst()) { #expect(next >= one * 1.9 || next >= 4 * 3600) }
    // Any answer of the server says nothing about that; a login does.
    try await budget().noteAnswer()
    try await budget().noteRateLimit()
    let ninth = await refusal { try await budget().admitLogin() }
    #expect((ninth?.retryAfter ?? .zero) / .seconds(1) > 4 * 3600 - 1)
    clock.advance((ninth?.retryAfter ?? .zero) / .seconds(1))
    try await budget().noteSuccess()
    try await budget().noteRateLimit()
    let again = await refusal { try await budget().admitLogin() }
    #expect((again?.retryAfter ?? .zero) / .seconds(1) < 301, "after a success it is the first time again")
  }

  @Test func `grants nothing and locks nobody out when the clock is set back`() async throws {
    for _ in 0..<60 { try await budget().admitRequest(isSpaced: true) }
    clock.advance(-40 * 86_400)
    // Sleeping for the spacing gave some back.
    for _ in 0..<6 { _ = await refusal { try await budget().admitRequest(isSpaced: true) } }
    #expect(await refusal { try await budget().admitRequest(isSpaced: true) }?.code == .hourly)
    clock.advance(3600)
    #expect(await refusal { try await budget().admitRequest(isSpaced: true) } == nil)
  }

  @Test func `is careful when its state cannot be read`() async throws {
    await store.saveBudgetState([1, 2, 3], for: "account x", surviving: .process)
    #expect(await refusal { try await budget().admitRequest(isSpaced: true) } == nil)
    #expect(await refusal { try await budget().admitRequest(isSpaced: true) }?.code == .hourly)
  }

  @Test func `lets a person's requests through at once while the burst lasts, and then one by one`() async throws {
    let start = clock.now
    for _ in 0..<60 { try await budget().admitRequest(isSpaced: false) }
    #expect(clock.now == start, "a person waits for nothing")
    let error = await refusal { try await budget().admitRequest(isSpaced: false) }
    #expect(error?.code == .hourly && error?.message == "60 requests in a row are used up")
    #expect(error.map { abs($0.retryAfter / .seconds(1) - 15) < 0.1 } == true)
    #expect(error?.date.timeIntervalSince1970.rounded() == start + 15)
    clock.advance(14.5)
    let before = clock.now
    try await budget().admitRequest(isSpaced: false)
    #expect(clock.now > before && clock.now < before + 1.1, "half a second is waited for, and not refused")
  }

  @Test func `keeps its distance for programs, behind a person's burst as well`() async throws {
    for _ in 0..<3 { try await budget().admitRequest(isSpaced: false) }
    let before = clock.now
    try await budget().admitRequest(isSpaced: true)
    #expect(abs(clock.now - before - 1) < 0.01)
    try await budget().admitRequest(isSpaced: true)
    #expect(abs(clock.now - before - 2) < 0.01)
  }

  @Test func `gives more at once when its limits are raised`() async throws {
    for _ in 0..<60 { try await budget().admitRequest(isSpaced: false) }
    #expect(await refusal { try await budget().admitRequest(isSpaced: false) }?.code == .hourly)
    var raised = BudgetLimits.standard
    raised.burst = 80
    for _ in 0..<20 { try await budget(raised).admitRequest(isSpaced: false) }
    #expect(await refusal { try await budget(raised).admitRequest(isSpaced: false) }?.code == .hourly)
  }

  @Test func `says when the next is free, on the reader's clock`() async throws {
    for _ in 0..<60 { try await budget().admitRequest(isSpaced: false) }
    let error = try #require(await refusal { try await budget().admitRequest(isSpaced: false) })
    // 1,700,000,000 is 22:13:20 in Greenwich.
    #expect(error.sentence(in: .gmt) == "60 requests in a row are used up; the next is free at 22:13, in 15 s")
    let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
    #expect(error.sentence(in: tokyo).contains("at 07:13"))
    for _ in 0..<3 { try await budget().noteFailedLogin() }
    clock.advance(3600)
    let failed = try #require(await refusal { try await budget().admitLogin() })
    #expect(
      failed.sentence(in: .gmt) == "3 failed logins within a day; the next login is free tomorrow at 22:13, in 23 h"
    )
  }

  @Test func `names the limit that holds the longest`() async throws {
    for _ in 0..<60 { try await budget().admitRequest(isSpaced: false) }
    for _ in 0..<3 { try await budget().noteFailedLogin() }
    #expect(await refusal { try await budget().admitRequest(isSpaced: false) }?.code == .hourly)
    #expect(await refusal { try await budget().admitLogin() }?.code == .failedLogins)
    try await budget().noteBan()
    #expect(await refusal { try await budget().admitRequest(isSpaced: false) }?.code == .onHold)
  }

  @Test func `says how many logins may still fail`() async throws {
    #expect(try await budget().noteFailedLogin() == 2)
    #expect(try await budget().noteFailedLogin() == 1)
    #expect(try await budget().noteFailedLogin() == 0)
  }

  @Test(arguments: [
    #"{"requests":[{"start":1764000000,"count":9223372036854775807}],"logins":[],"failedLogins":[]}"#,
    #"{"requests":[],"logins":[],"failedLogins":[],"inRow":1e300,"inRowTime":0}"#,
    #"{"requests":[],"logins":[1e300],"failedLogins":[]}"#,
    #"{"requests":[],"logins":[],"failedLogins":[],"nextSpaced":-1e300,"holdUntil":1e300}"#,
    #"{"requests":[],"logins":[],"failedLogins":[],"level":-1e300,"levelTime":1764000000}"#,
  ])
  func `survives a state with numbers that nobody counts up to`(state: String) async throws {
    await store.saveBudgetState(Array(state.utf8), for: "account x", surviving: .process)
    for _ in 0..<3 { _ = await refusal { try await budget().admitRequest(isSpaced: true) } }
    _ = try await budget().report()
  }

  @Test func `writes a hold so that it survives a power cut, and nothing else`() async throws {
    let store = DurabilityStore()
    let clock = clock
    let budget = RequestBudget(
      name: "account x",
      limits: .standard,
      store: store,
      clock: BudgetClock(now: { clock.now }, sleep: { _ in }, jitter: { 1 })
    )
    try await budget.admitLogin()
    for _ in 0..<5 { try await budget.admitRequest(isSpaced: false) }
    try await budget.noteSuccess()
    #expect(
      await store.written == Array(repeating: .process, count: 6),
      "a success that changes nothing is not written"
    )
    try await budget.noteBan()
    try await budget.noteFailedLogin()
    #expect(await store.written.suffix(2) == [.powerCut, .powerCut], "nothing older than the hold replaces it")
  }

  @Test func `cannot be taken away`() {
    var limits = BudgetLimits()
    (limits.spacing, limits.perDay, limits.loginsPerDay, limits.failedLoginsPerDay) = (0, .max, .max, .max)
    let bounded = limits.bounded
    #expect(bounded.spacing == 0.1 && bounded.perDay == 20_000)
    #expect(bounded.loginsPerDay == 240 && bounded.failedLoginsPerDay == 9)
  }
}
