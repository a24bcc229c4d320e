import Pronote
import SchoolModel
import SchoolServer
import Testing
import WebSession

/// What a user is told when something goes wrong. Nothing hangs, nothing crashes, no cause is invented.
@Suite("Failures are told apart")
struct FailureTests {
  @Test(
    "pages in the place of a session page",
    arguments: [
      ("suspended", PronoteError.Code.suspended), ("closed", .unavailable), ("busy", .busy),
      ("browser", .incompatibleBrowser), ("foreign", .notPronote), ("http", .unavailable), ("message", .serverError),
      // The letters "IP" prove nothing.
      ("address", .serverError),
    ]
  )
  func pages(name: String, code: PronoteError.Code) async throws {
    let error = try await RunningSchool.with(faults: ["page=\(name)"]) { address, transport in
      await RunningSchool.failure { _ = try await RunningSchool.signIn(address, transport) }
    }
    #expect(error?.code == code)
    #expect(error?.facts.step == "session page")
    if code == .suspended || code == .busy { #expect(error?.retryAfter != nil) }
  }

  @Test(
    "broken answers",
    arguments: ["Identification", "Authentification", "PageEmploiDuTemps"],
    [
      ("html", PronoteError.Code.notPronote), ("truncate", .malformedReply), ("wrong-order", .orderMismatch),
      ("foreign-object", .objectExpired),
    ]
  )
  func answers(function: String, fault: (name: String, code: PronoteError.Code)) async throws {
    let error = try await RunningSchool.with(encrypt: true, faults: ["\(fault.name)=\(function)"]) {
      address,
      transport in
      await RunningSchool.failure { try await readWeek(address, transport) }
    }
    #expect(error?.code == fault.code)
    #expect(error?.facts.step == function)
  }

  @Test("broken cipher text")
  func garbled() async throws {
    let error = try await RunningSchool.with(encrypt: true, faults: ["garble=PageEmploiDuTemps"]) {
      address,
      transport in
      await RunningSchool.failure { try await readWeek(address, transport) }
    }
    // One random text in 256 unpads, and is then no JSON.
    #expect(error?.code == .cipherFailure || error?.code == .malformedReply)
  }

  @Test("a bomb is refused while it inflates")
  func bomb() async throws {
    let error = try await RunningSchool.with(faults: ["bomb=PageEmploiDuTemps"]) { address, transport in
      await RunningSchool.failure { try await readWeek(address, transport) }
    }
    #expect(error?.code == .tooLarge)
  }

  @Test("a server that stops talking", .timeLimit(.minutes(1)))
  func stall() async throws {
    let error = try await RunningSchool.with(faults: ["stall=PageEmploiDuTemps"]) { address, transport in
      await RunningSchool.failure {
        let session = try await RunningSchool.session(address, transport) { $0.deadline = .seconds(4) }
        _ = try await session.timetable(for: session.students.first, in: RunningSchool.today...RunningSchool.today)
      }
    }
    #expect(error?.code == .timedOut)
  }

  @Test("nobody there")
  func unreachable() async throws {
    let error = try await RunningSchool.with { _, transport in
      await RunningSchool.failure {
        let school = try School(url: "http://127.0.0.1:1/pronote")
        _ = try await PronoteClient(transport: transport).describe(school)
      }
    }
    #expect(error?.code == .unreachable)
    #expect(error?.facts.host == "127.0.0.1")
  }

  @Test("a wrong password", arguments: DialectMatrixTests.versions)
  func wrongPassword(version: String) async throws {
    let error = try await RunningSchool.with(version: version) { address, transport in
      await RunningSchool.failure { _ = try await RunningSchool.signIn(address, transport, password: "wrong") }
    }
    #expect(error?.code == .wrongCredentials)
  }

  @Test("a login that nobody has looks like a wrong password")
  func unknownLogin() async throws {
    let error = try await RunningSchool.with { address, transport in
      await RunningSchool.failure { _ = try await RunningSchool.signIn(address, transport, username: "nobody") }
    }
    #expect(error?.code == .wrongCredentials)
    #expect(error?.facts.step == "Authentification")
  }

  @Test("a disabled account")
  func disabled() async throws {
    let error = try await RunningSchool.with { address, transport in
      await RunningSchool.failure { _ = try await RunningSchool.signIn(address, transport, username: "inactif") }
    }
    #expect(error?.code == .accountDisabled)
    #expect(error?.facts.serverCode == 10)
  }

  @Test("a second factor is a typed step")
  func secondFactor() async throws {
    let step = try await RunningSchool.with { address, transport in
      try await RunningSchool.signIn(address, transport, username: "pin")
    }
    guard case .needsSecondFactor(let factor) = step else {
      Issue.record("expected a second factor")
      return
    }
    #expect(factor.actions == [.enterPIN])
  }

  @Test("too many logins")
  func rateLimit() async throws {
    let error = try await RunningSchool.with(faults: ["rate-limit=1"]) { address, transport in
      _ = try await RunningSchool.signIn(address, transport)
      return await RunningSchool.failure { _ = try await RunningSchool.signIn(address, transport) }
    }
    #expect(error?.code == .rateLimited)
    #expect(error?.retryAfter != nil)
    #expect(error?.facts.serverCode == 25)
  }

  private func readWeek(_ address: SchoolAddress, _ transport: any Transport) async throws {
    let session = try await RunningSchool.session(address, transport)
    _ = try await session.timetable(for: session.students.first, in: RunningSchool.today...RunningSchool.today)
  }
}
