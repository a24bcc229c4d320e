import AccountVault
import SchoolTesting
import Synchronization
import Testing

/// Times without waiting: a clock that the test moves.
private final class FakeClock: Sendable {
  private let time = Mutex(1_700_000_000.0)
  var now: Double { time.withLock { $0 } }
  func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}

@Suite struct `A request budget` {
  private let clock = FakeClock()
  private let store = InMemoryCredentialStore()

  private func budget(_ limits: BudgetLimits = .standard) -> RequestBudget {
    let clock = clock
    return RequestBudget(
      name: "account x",
      limits: limits,
      store: store,
      now: { clock.now },
      sleep: { clock.advance($0 / .seconds(1)) },
      jitter: { 1 }
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
          try await budget.admitRequest()
          admitted.append(clock.now)
        }
      } catch is BudgetError {}
      clock.advance(1)
    }
    #expect(logins == 24)
    #expect(admitted.count <= 24 * 6 && admitted.count > 20)
    for (one, next) in zip(admitted, admitted.dropFirst()) { #expect(next - one >= 0.999) }
  }

  @Test func `lets no more than the burst and the hourly rate through`() async throws {
    var admitted: [Double] = []
    let end = clock.now + 4 * 3600
    while clock.now < end {
      if await refusal({ try await budget().admitRequest() }) == nil { admitted.append(clock.now) }
      clock.advance(1)
    }
    for (index, start) in admitted.enumerated() {
      #expect(admitted[index...].prefix { $0 < start + 3600 }.count <= 261, "240 an hour and the burst")
    }
    #expect(admitted.count <= 4 * 240 + 21)
  }

  @Test func `counts requests of a day`() async throws {
    var limits = BudgetLimits.standard
    (limits.perHour, limits.burst, limits.perDay) = (2400, 200, 100)
    for _ in 0..<100 { try await budget(limits).admitRequest() }
    let error = await refusal { try await budget(limits).admitRequest() }
    #expect(error?.code == .daily)
    clock.advance((error?.retryAfter ?? .zero) / .seconds(1))
    #expect(await refusal { try await budget(limits).admitRequest() } == nil)
  }

  @Test func `begins no login that could not be finished`() async throws {
    // Twenty in a row: two logins of six, and half a one.
    for _ in 0..<15 { try await budget().admitRequest() }
    let logins = try await budget().report().logins
    let error = await refusal { try await budget().admitLogin() }
    #expect(error?.code == .hourly)
    #expect(try await budget().report().logins == logins, "a refused login uses nothing up")
    clock.advance((error?.retryAfter ?? .zero) / .seconds(1))
    try await budget().checkLogin()
    #expect(try await budget().report().logins == logins, "checking uses nothing up")
    try await budget().admitLogin()
    for _ in 0..<6 { try await budget().admitRequest() }
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
    for _ in 0..<10 {
      try await budget().noteTrouble()
      let error = await refusal { try await budget().admitRequest() }
      #expect(error?.code == .onHold)
      waits.append((error?.retryAfter ?? .zero) / .seconds(1))
      clock.advance(waits.last ?? 0)
    }
    #expect(waits.first.map { (15...15.1).contains($0) } == true)
    for (one, next) in zip(waits, waits.dropFirst()) { #expect(next >= one * 1.9 || next >= 3600) }
    try await budget().noteSuccess()
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
    try await budget().noteSuccess()
    try await budget().noteRateLimit()
    let again = await refusal { try await budget().admitLogin() }
    #expect((again?.retryAfter ?? .zero) / .seconds(1) < 301, "after a success it is the first time again")
  }

  @Test func `grants nothing and locks nobody out when the clock is set back`() async throws {
    for _ in 0..<20 { try await budget().admitRequest() }
    clock.advance(-40 * 86_400)
    // Sleeping for the spacing gave one more back.
    for _ in 0..<2 { _ = await refusal { try await budget().admitRequest() } }
    #expect(await refusal { try await budget().admitRequest() }?.code == .hourly)
    clock.advance(3600)
    #expect(await refusal { try await budget().admitRequest() } == nil)
  }

  @Test func `is careful when its state cannot be read`() async throws {
    await store.saveBudgetState([1, 2, 3], for: "account x")
    #expect(await refusal { try await budget().admitRequest() } == nil)
    #expect(await refusal { try await budget().admitRequest() }?.code == .hourly)
  }

  @Test func `cannot be taken away`() {
    var limits = BudgetLimits()
    (limits.spacing, limits.perDay, limits.loginsPerDay, limits.failedLoginsPerDay) = (0, .max, .max, .max)
    let bounded = limits.bounded
    #expect(bounded.spacing == 0.1 && bounded.perDay == 20_000)
    #expect(bounded.loginsPerDay == 240 && bounded.failedLoginsPerDay == 9)
  }
}
