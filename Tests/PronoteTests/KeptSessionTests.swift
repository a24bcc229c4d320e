import AccountVault
import Foundation
import Pronote
import SchoolModel
import SchoolServer
import SchoolTesting
import Synchronization
import Testing
import WebSession

/// Sessions that go on in the next process (session document 3, 11, 12). Each `Process` here shares nothing with the others
/// but the store.
@Suite(.timeLimit(.minutes(5))) struct `A kept session` {
  /// A program that reads with a stored account.
  private struct Process {
    let store: any CredentialStore
    let transport: any Transport
    var time = Date()
    let counter = CountingTransport.Counter()

    var vault: AccountVault { AccountVault(store: store) }

    private var configuration: PronoteClient.Configuration {
      var configuration = PronoteClient.Configuration()
      configuration.deadline = .seconds(10)
      configuration.replays = 0
      let time = time
      configuration.date = { time }
      return configuration
    }

    func with<Result>(
      _ id: String,
      isFresh: Bool = false,
      _ body: (PronoteSession) async throws -> Result
    ) async throws -> Result {
      try await vault.withSession(
        of: id,
        over: CountingTransport(transport, counter),
        configuration: configuration,
        isFresh: isFresh,
        body
      )
    }

    /// Reads a week. Returns how many requests that took.
    @discardableResult
    func readWeek(_ id: String, isFresh: Bool = false) async throws -> Int {
      let before = counter.requests
      try await with(id, isFresh: isFresh) { try await `A kept session`.readWeek($0) }
      return counter.requests - before
    }

    func logins(_ id: String) async throws -> Int {
      try #require(try await store.account(id: id)).journal.logins
    }
  }

  private static func readWeek(_ session: PronoteSession) async throws {
    let monday = await session.today.monday
    let week = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
    #expect(!week.lessons.isEmpty)
  }

  private static func pair(
    _ address: SchoolAddress,
    _ transport: any Transport,
    _ store: any CredentialStore,
    username: String = "demonstration",
    space: AccountSpace = .student
  ) async throws -> String {
    let pairing = try await PronoteClient(transport: transport).pair(
      school: School(url: address.root),
      space: space,
      credentials: .pairing(username: username, password: Secret("pronotevs"), device: AppDevice()),
      in: AccountVault(store: store)
    )
    if case .needsSecondFactor(let factor) = pairing.step {
      for step in factor.steps {
        if case .enterPIN(let entry) = step { try await entry.enter(AccountPIN("1234")) }
        if case .nameDevice(let naming) = step { try await naming.name("Test") }
      }
      _ = try await factor.finish()
    }
    return pairing.account
  }

  @Test(
    arguments: ["2019.1.0", "2020.0.2", "2023.0.1", "2024.3.9", "2025.2.6", "2026.2.5"],
    [(false, false), (true, false), (true, true)]
  )
  func `goes on with one request each time, in every dialect`(version: String, codec: (Bool, Bool)) async throws {
    try await RunningSchool.with(version: version, encrypt: codec.0, compress: codec.1) { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      for _ in 0..<3 {
        #expect(try await Process(store: store, transport: transport).readWeek(id) == 1)
      }
      let process = Process(store: store, transport: transport)
      try await process.with(id) { session in
        let student = try #require(await session.students.first)
        let period = try #require(await session.currentPeriod(for: student))
        _ = try await session.grades(for: student, in: period)
        let monday = await session.today.monday
        _ = try await session.homework(for: student, in: monday...monday.adding(days: 6))
        #expect(await session.profile.name == "COLLÈGE DES TROIS RIVIÈRES")
        #expect(await session.displayName == "PARENT Fanny")
        try await session.keepAlive()
      }
      #expect(process.counter.requests == 3)
      #expect(try await process.logins(id) == 1)
    }
  }

  @Test(arguments: [("demonstration", "parent"), ("demonstration", "teacher"), ("pin", "student")])
  func `goes on for parents and teachers, and behind a second factor`(username: String, space: String) async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let space = try #require(AccountSpace(named: space))
      let id = try await Self.pair(address, transport, store, username: username, space: space)
      let process = Process(store: store, transport: transport)
      try await process.with(id) { session in
        let monday = await session.today.monday
        for student in await session.students {
          let week = try await session.timetable(for: student, in: monday...monday.adding(days: 6))
          #expect(week.student == student)
        }
      }
      #expect(process.counter.requests == (space == .parent ? 2 : space == .teacher ? 0 : 1))
      #expect(try await process.store.account(id: id)?.journal.state == .ready)
    }
  }

  @Test func `ends with the next login, and a process that was in it goes on in the new one`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let (one, other) = (Process(store: store, transport: transport), Process(store: store, transport: transport))
      try await one.with(id) { session in
        try await Self.readWeek(session)
        #expect(try await other.readWeek(id, isFresh: true) == 6)
        try await Self.readWeek(session)
        #expect(one.counter.requests == 2, "no login, and no request in the session that is over")
      }
      #expect(try await other.readWeek(id) == 1)
      #expect(try await one.logins(id) == 2)
    }
  }

  @Test func `is gone when it was signed out of`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let process = Process(store: store, transport: transport)
      try await process.with(id) { session in
        await session.signOut()
        #expect(await store.session(of: id) == nil)
      }
      #expect(try await process.readWeek(id) == 6)
      #expect(try await process.readWeek(id) == 1)
    }
  }

  @Test func `is given up after more silence than the school allows`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      var process = Process(store: store, transport: transport)
      process.time = Date() + 470
      #expect(try await process.readWeek(id) == 1)
      process.time += 490
      #expect(try await process.readWeek(id) == 6, "nothing is asked in a session that must be over")
      // Schools differ: it is a setting.
      try await process.vault.setBudgetLimit("sessionSilence", to: "900")
      process.time += 490
      #expect(try await process.readWeek(id) == 1)
      // A clock that was set back makes nothing young.
      process.time -= 3600
      #expect(try await process.readWeek(id) == 6)
      try await process.vault.setBudgetLimit("sessionSilence", to: "0")
      #expect(try await process.readWeek(id) == 6)
    }
  }

  @Test(arguments: ["2024.3.9", "2026.2.5"])
  func `that the school has ended is followed by a login within the same call`(version: String) async throws {
    try await RunningSchool.with(version: version, faults: ["expire-after=6"]) { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let process = Process(store: store, transport: transport)
      // Four calls of the login, and two more; the next one finds the session over.
      #expect(try await process.readWeek(id) == 1)
      #expect(try await process.readWeek(id) == 1)
      #expect(try await process.readWeek(id) == 7)
      #expect(try await process.logins(id) == 2)
      #expect(try await process.readWeek(id) == 1)
    }
  }

  @Test func `that a school ends again and again is followed by one login, and no more`() async throws {
    try await RunningSchool.with(faults: ["expire-after=4"]) { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let process = Process(store: store, transport: transport)
      #expect(await RunningSchool.failure { try await process.readWeek(id) }?.code == .sessionExpired)
      #expect(try await process.logins(id) == 2 && process.counter.requests == 7)
    }
  }

  @Test func `that has no login left to follow says so`() async throws {
    try await RunningSchool.with(faults: ["expire-after=5"]) { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let process = Process(store: store, transport: transport)
      try await process.vault.setBudgetLimit("appliesToLoopback", to: "on")
      try await process.vault.setBudgetLimit("loginsPerDay", to: "0")
      try await process.readWeek(id)
      let error = await #expect(throws: BudgetError.self) { try await process.readWeek(id) }
      #expect(error?.code == .logins)
      #expect(try await process.logins(id) == 1)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `whose ids the school does not know is refreshed, and then replaced`(times: Int) async throws {
    try await RunningSchool.with(faults: ["foreign-object=PageEmploiDuTemps:\(times)"]) { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let process = Process(store: store, transport: transport)
      if times < 3 {
        // Refused, refreshed, read; or refused again, signed in, read.
        #expect(try await process.readWeek(id) == (times == 1 ? 3 : 9))
        #expect(try await process.readWeek(id) == 1, "the fresh ids are kept")
      } else {
        #expect(await RunningSchool.failure { try await process.readWeek(id) }?.code == .objectExpired)
      }
      #expect(try await process.logins(id) == (times == 1 ? 1 : 2))
    }
  }

  @Test(arguments: [false, true], ["2024.3.9", "2026.2.5"])
  func `that was cut off in a call gets the answer that is owed first`(isSent: Bool, version: String) async throws {
    try await RunningSchool.with(version: version, encrypt: true) { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let cut = CutTransport(base: transport, isSent: isSent)
      await #expect(throws: PronoteError.self) { try await Process(store: store, transport: cut).readWeek(id) }
      let next = Process(store: store, transport: transport)
      #expect(try await next.readWeek(id) == 2, "the same bytes once more, then the call")
      #expect(try await next.readWeek(id) == 1)
      #expect(try await next.logins(id) == 1)
    }
  }

  @Test func `is given up when the answer that is owed does not come the second time either`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let cut = CutTransport(base: transport, isSent: false)
      for _ in 0..<2 {
        await #expect(throws: PronoteError.self) { try await Process(store: store, transport: cut).readWeek(id) }
      }
      #expect(await store.session(of: id) == nil)
      #expect(try await Process(store: store, transport: transport).readWeek(id) == 6)
    }
  }

  @Test func `is followed by one hold after a ban, which later reads do not prolong`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let banning = BanningTransport(base: transport)
      let process = Process(store: store, transport: banning)
      try await process.vault.setBudgetLimit("appliesToLoopback", to: "on")
      try await process.with(id) { session in
        let first = await RunningSchool.failure { try await Self.readWeek(session) }
        #expect(first?.code == .suspended)
        let until = try await process.vault.budgetReports(hosts: ["127.0.0.1"], accounts: []).first?.holdUntil
        #expect(until != nil)
        for _ in 0..<3 {
          let next = await #expect(throws: BudgetError.self) { try await Self.readWeek(session) }
          #expect(next?.code == .onHold && next?.message.contains("suspended") == true)
        }
        #expect(process.counter.requests == 1)
        #expect(
          try await process.vault.budgetReports(hosts: ["127.0.0.1"], accounts: []).first?.holdUntil == until
        )
      }
    }
  }

  @Test func `is signed out of without a login`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let counter = CountingTransport.Counter()
      let client = PronoteClient(transport: CountingTransport(transport, counter))
      let vault = AccountVault(store: store)
      #expect(try await client.endSession(of: id, in: vault))
      #expect(counter.requests == 1)
      #expect(await store.session(of: id) == nil)
      #expect(try await !client.endSession(of: id, in: vault))
      #expect(counter.requests == 1)
    }
  }

  @Test(arguments: [502, 503, 429])
  func `is not ended by a web server in front that does not pass a call on`(status: Int) async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let front = FrontTransport(base: transport, status: status)
      #expect(await RunningSchool.failure { try await Process(store: store, transport: front).readWeek(id) } != nil)
      let next = Process(store: store, transport: transport)
      #expect(try await next.readWeek(id) == 2, "the call that may have arrived is asked for again")
      #expect(try await next.logins(id) == 1)
    }
  }

  @Test func `owes nothing for a call that was never sent`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let closed = CutTransport(
        base: transport,
        isSent: false,
        error: WebError(.unreachable, "", mayHaveReachedServer: false)
      )
      await #expect(throws: PronoteError.self) { try await Process(store: store, transport: closed).readWeek(id) }
      #expect(try await Process(store: store, transport: transport).readWeek(id) == 1)
    }
  }

  @Test func `is shared by two processes that take turns`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let process = Process(store: store, transport: transport)
            try await process.with(id) { session in
              for _ in 0..<25 { try await Self.readWeek(session) }
            }
            #expect(process.counter.requests == 25)
          }
        }
        try await group.waitForAll()
      }
      #expect(try await Process(store: store, transport: transport).logins(id) == 1)
    }
  }

  @Test func `is signed in to once by processes that find it over at the same time`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let first = Process(store: store, transport: transport)
      // The school forgets the session behind everybody's back.
      let kept = try #require(await store.session(of: id))
      try await first.with(id) { await $0.signOut() }
      await store.saveSession(kept, of: id)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask { try await Process(store: store, transport: transport).readWeek(id) }
        }
        try await group.waitForAll()
      }
      #expect(try await first.logins(id) == 2)
    }
  }

  @Test func `that cannot be read any more costs a login, and nothing else`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let process = Process(store: store, transport: transport)
      let changes: [@Sendable (inout KeptSession) -> Void] = [
        { $0.state = Secret([]) }, { $0.directory = Secret(Array("{}".utf8)) }, { $0.login += 1 }, { $0.login = -1 },
        { $0.state = Secret(Array("{\"channel\":{}}".utf8)) },
      ]
      for change in changes {
        var session = try #require(await store.session(of: id))
        change(&session)
        await store.saveSession(session, of: id)
        #expect(try await process.readWeek(id) == 6)
      }
      #expect(try await process.readWeek(id) == 1)
    }
  }

  @Test func `knows what day it is at the school, however old it is`() async throws {
    try await RunningSchool.with { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      var process = Process(store: store, transport: transport)
      try await process.vault.setBudgetLimit("sessionSilence", to: "14400")
      let today = try await process.with(id) { await $0.today }
      #expect(today == RunningSchool.today)
      for hours in 1...24 {
        process.time += 3600
        _ = hours
        try await process.readWeek(id)
      }
      #expect(try await process.with(id) { await $0.today } == today.adding(days: 1))
      #expect(try await process.logins(id) == 1)
    }
  }

  @Test func `shows none of its keys when it is printed`() async throws {
    try await RunningSchool.with(encrypt: true) { address, transport in
      let store = InMemoryCredentialStore()
      let id = try await Self.pair(address, transport, store)
      let session = try #require(await store.session(of: id))
      var text = "\(session)"
      dump(session, to: &text)
      let state = try #require(try JSONSerialization.jsonObject(with: Data(session.state.reveal())) as? [String: Any])
      let channel = try #require(state["channel"] as? [String: Any])
      let timeline = try #require(channel["timeline"] as? [String: String])
      for secret in timeline.values { #expect(secret.count == 32 && !text.contains(secret)) }
      #expect(timeline.count == 2)
    }
  }
}

/// A transport whose first call does not come back: it was sent, or it was not.
private struct CutTransport: Transport {
  let base: any Transport
  let isSent: Bool
  var error = WebError(.connectionLost, "cut by the test")

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    if isSent { _ = try await base.send(request, limits: limits) }
    throw error
  }
}

/// A school that has suspended this address.
private struct BanningTransport: Transport {
  let base: any Transport

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let body = Array(#"{"Erreur":{"G":5,"Titre":"Votre adresse IP est provisoirement suspendue !","Message":""}}"#.utf8)
    return WebResponse(status: 200, headers: [], body: body, address: request.address)
  }
}

/// A web server in front of the school that answers calls itself.
private struct FrontTransport: Transport {
  let base: any Transport
  let status: Int

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    let page = Array("<html><body>Bad gateway</body></html>".utf8)
    return WebResponse(status: status, headers: [("Content-Type", "text/html")], body: page, address: request.address)
  }
}
