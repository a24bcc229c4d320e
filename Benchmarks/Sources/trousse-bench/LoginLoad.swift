import Pronote
import SchoolModel
import WebSession
import WebTransport

/// Many logins to one school, each followed by reading the current week, some at a time.
struct LoginLoad: Sendable {
  let school: School
  let space: AccountSpace
  let credentials: Credentials
  let count: Int
  let concurrency: Int

  private enum Outcome: Sendable {
    case read(Duration, lessons: Int)
    case failed(BenchFailure)
  }

  /// Runs all logins over one transport, as a program would that reads for many accounts.
  ///
  /// After a refusal no further login is started: a wrong password in a loop gets addresses suspended.
  func run() async throws -> LoginReport {
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.connectionsPerHost = concurrency
    return try await AsyncHTTPTransport.withTransport(configuration: configuration) { transport in
      await measure(CountingTransport(transport))
    }
  }

  private func measure(_ transport: CountingTransport) async -> LoginReport {
    let client = PronoteClient(transport: transport)
    var report = LoginReport(count: count, concurrency: concurrency)
    let clock = ContinuousClock()
    let usage = ProcessUsage.current
    let start = clock.now
    await withTaskGroup(of: Outcome.self) { group in
      var started = min(concurrency, count)
      for _ in 0..<started { group.addTask { await login(client) } }
      while let outcome = await group.next() {
        switch outcome {
        case .read(let time, let lessons):
          report.times.append(time)
          report.lessons += lessons
        case .failed(let failure):
          report.failures += 1
          report.firstFailure = report.firstFailure ?? failure
        }
        if started < count, report.firstFailure?.isRefusal != true {
          group.addTask { await login(client) }
          started += 1
        }
      }
    }
    report.elapsed = clock.now - start
    report.processorTime = ProcessUsage.current.processorTime - usage.processorTime
    report.peakMemoryBytes = ProcessUsage.current.peakMemoryBytes
    report.requests = transport.requests
    return report
  }

  /// One login and one week.
  private func login(_ client: PronoteClient) async -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      guard
        case .signedIn(let session) = try await client.signIn(school: school, space: space, credentials: credentials)
      else { throw PronoteError(.needsSecondFactor, "this account needs a person", facts: .init(step: "signIn")) }
      let monday = await session.today.monday
      let week = try await session.timetable(for: session.students.first, in: monday...monday.adding(days: 6))
      return .read(clock.now - start, lessons: week.lessons.count)
    } catch {
      return .failed(BenchFailure(any: error) ?? .unexpected(error))
    }
  }
}
