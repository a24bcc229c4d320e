import Pronote
import SchoolModel
import SchoolServer
import Synchronization
import Testing
import WebSession

/// One call at a time, replays, cancellation, renewal.
@Suite("A session")
struct SessionTests {
  private static let week = RunningSchool.today.monday...RunningSchool.today.monday.adding(days: 4)

  @Test("carries out twenty calls that were asked for at once, in order")
  func concurrentCalls() async throws {
    try await RunningSchool.with(encrypt: true, compress: true) { address, transport in
      let session = try await RunningSchool.session(address, transport)
      let student = try #require(await session.students.first)
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 {
          group.addTask { try await session.timetable(for: student, in: SessionTests.week).lessons.count }
        }
        return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }
      #expect(counts.count == 1)
    }
  }

  @Test("asks again for an answer that got lost", arguments: ["Authentification", "PageEmploiDuTemps"])
  func lostAnswer(function: String) async throws {
    let counter = CountingTransport.Counter()
    try await RunningSchool.with(faults: ["drop-reply=\(function):2"]) { address, transport in
      let session = try await RunningSchool.session(address, CountingTransport(transport, counter))
      let timetable = try await session.timetable(for: session.students.first, in: SessionTests.week)
      #expect(!timetable.lessons.isEmpty)
    }
    // A page, four calls and a week; the lost answer was posted twice more.
    #expect(counter.requests == 8)
  }

  @Test("costs a page, four calls and one request a week")
  func requestCount() async throws {
    let counter = CountingTransport.Counter()
    try await RunningSchool.with { address, transport in
      let session = try await RunningSchool.session(address, CountingTransport(transport, counter))
      _ = try await session.timetable(for: session.students.first, in: SessionTests.week)
    }
    #expect(counter.requests == 6)
  }

  @Test("stays usable after a call was cancelled")
  func cancellation() async throws {
    try await RunningSchool.with(faults: ["latency=150"]) { address, transport in
      let session = try await RunningSchool.session(address, transport)
      let student = try #require(await session.students.first)
      let task = Task { try await session.timetable(for: student, in: SessionTests.week) }
      try await Task.sleep(for: .milliseconds(50))
      task.cancel()
      let outcome = await task.result
      #expect(throws: CancellationError.self) { try outcome.get() }
      #expect(try await !session.timetable(for: student, in: SessionTests.week).lessons.isEmpty)
    }
  }

  @Test("stays usable after a deadline passed")
  func deadline() async throws {
    try await RunningSchool.with(faults: ["stall=DernieresNotes:1"]) { address, transport in
      let session = try await RunningSchool.session(address, transport) { $0.deadline = .seconds(4) }
      let student = try #require(await session.students.first)
      let period = try #require(await session.currentPeriod(for: student))
      let error = await RunningSchool.failure { _ = try await session.grades(for: student, in: period) }
      #expect(error?.code == .timedOut)
      #expect(try await !session.timetable(for: student, in: SessionTests.week).lessons.isEmpty)
    }
  }

  @Test("says that it expired, and does not sign in again by itself")
  func expiry() async throws {
    let counter = CountingTransport.Counter()
    let error = try await RunningSchool.with(faults: ["expire-after=5"]) { address, transport in
      await RunningSchool.failure {
        let session = try await RunningSchool.session(address, CountingTransport(transport, counter))
        _ = try await session.timetable(for: session.students.first, in: SessionTests.week)
        _ = try await session.timetable(for: session.students.first, in: SessionTests.week)
      }
    }
    #expect(error?.code == .sessionExpired)
    #expect(error?.facts.serverCode == 10)
    #expect(counter.requests == 7)
  }

  @Test("signs in again once when that is configured, and never in a loop")
  func renewal() async throws {
    let counter = CountingTransport.Counter()
    try await RunningSchool.with(faults: ["expire-after=5"]) { address, transport in
      let session = try await RunningSchool.session(address, CountingTransport(transport, counter)) {
        $0.renewsExpiredSessions = true
      }
      let student = try #require(await session.students.first)
      for _ in 0..<3 {
        #expect(try await !session.timetable(for: student, in: SessionTests.week).lessons.isEmpty)
      }
    }
    // Each session is good for a login and one week: 6 requests, then twice a refusal and 6 more.
    #expect(counter.requests == 6 + 7 + 7)
    let error = try await RunningSchool.with(faults: ["expire-after=4"]) { address, transport in
      await RunningSchool.failure {
        let session = try await RunningSchool.session(address, transport) { $0.renewsExpiredSessions = true }
        _ = try await session.timetable(for: session.students.first, in: SessionTests.week)
      }
    }
    #expect(error?.code == .sessionExpired)
  }

  @Test("is renewed once for all calls that find it expired at the same time")
  func concurrentRenewal() async throws {
    let counter = CountingTransport.Counter()
    // A session is good for a login and five weeks.
    try await RunningSchool.with(faults: ["expire-after=9"]) { address, transport in
      let session = try await RunningSchool.session(address, CountingTransport(transport, counter)) {
        $0.renewsExpiredSessions = true
      }
      let student = try #require(await session.students.first)
      for _ in 0..<2 {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<5 { group.addTask { _ = try await session.timetable(for: student, in: SessionTests.week) } }
          try await group.waitForAll()
        }
      }
    }
    // Twice a login and five weeks, and the one refusal that reached the server.
    #expect(counter.requests == 2 * (5 + 5) + 1)
  }

  @Test("refreshes its ids once after error 22")
  func foreignObject() async throws {
    let counter = CountingTransport.Counter()
    try await RunningSchool.with(faults: ["foreign-object=PageEmploiDuTemps:1"]) { address, transport in
      let session = try await RunningSchool.session(address, CountingTransport(transport, counter))
      #expect(
        try await !session.timetable(for: session.students.first, in: SessionTests.week).lessons.isEmpty
      )
    }
    // The refusal, ParametresUtilisateur, and the same call again.
    #expect(counter.requests == 8)
  }

  @Test("downloads the file of a homework")
  func download() async throws {
    try await RunningSchool.with(encrypt: true) { address, transport in
      let session = try await RunningSchool.session(address, transport)
      let student = try #require(await session.students.first)
      let year = await session.profile.year
      let days = year.firstMonday...(year.lastDay ?? RunningSchool.today)
      let list = try await session.homework(for: student, in: days)
      let file = try #require(list.homework.flatMap(\.attachments).first { $0.kind == .file })
      #expect(try await !session.download(file).isEmpty)
      let link = Attachment(name: "elsewhere", kind: .link, url: "https://example.org")
      #expect(await RunningSchool.failure { _ = try await session.download(link) }?.code == .objectExpired)
    }
  }

  @Test("reads each child of a parent, and refuses students of other accounts")
  func children() async throws {
    try await RunningSchool.with { address, transport in
      let session = try await RunningSchool.session(address, transport, space: .parent)
      let children = await session.students
      #expect(children.count == 2)
      #expect(children.contains { $0.name == "PARENT Fanny" })
      var weeks: [[Lesson]] = []
      for child in children {
        let timetable = try await session.timetable(for: child, in: SessionTests.week)
        #expect(timetable.student == child)
        weeks.append(timetable.lessons)
        let period = try #require(await session.currentPeriod(for: child))
        #expect(try await session.grades(for: child, in: period).student == child)
      }
      #expect(weeks[0] != weeks[1])
      let stranger = Student(id: "0000", name: "DUPONT Zoé")
      let error = await RunningSchool.failure {
        _ = try await session.timetable(for: stranger, in: SessionTests.week)
      }
      #expect(error?.code == .unknownStudent)
    }
  }

  @Test("says which pages a school does not show")
  func notPublished() async throws {
    try await RunningSchool.with { address, transport in
      let session = try await RunningSchool.session(address, transport, space: .teacher)
      #expect(await session.students.isEmpty)
      let own = try await session.timetable(for: nil, in: SessionTests.week)
      #expect(own.student == nil)
      let staff = try await RunningSchool.session(
        address,
        transport,
        space: .staff,
        username: "demonstration2"
      )
      let error = await RunningSchool.failure { _ = try await staff.timetable(for: nil, in: SessionTests.week) }
      #expect(error?.code == .notPublished)
    }
  }
}

/// Counts the requests that pass.
struct CountingTransport: Transport {
  final class Counter: Sendable {
    private let count = Mutex(0)
    var requests: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
  }

  private let base: any Transport
  private let counter: Counter

  init(_ base: any Transport, _ counter: Counter) {
    self.base = base
    self.counter = counter
  }

  func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    counter.add()
    return try await base.send(request, limits: limits)
  }
}
