import Pronote
import SchoolModel
import SchoolServer
import TestSupport
import WebSession
import WebTransport

/// A school on a free port for as long as a test runs.
enum RunningSchool {
  /// The day of every test, a Wednesday in term time.
  static let today = SchoolFiles.today

  /// Starts a school, hands over its address and a transport, and stops it, whatever happens.
  static func with<Result: Sendable>(
    version: String = "2026.2.5",
    encrypt: Bool = false,
    compress: Bool = false,
    faults: [String] = [],
    configure: (inout SchoolServerConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (SchoolAddress, any Transport) async throws -> Result
  ) async throws -> Result {
    var configuration = SchoolServerConfiguration()
    configuration.version = version
    configuration.encrypt = encrypt
    configuration.compress = compress
    configuration.today = today
    configuration.dataFile = try SchoolFiles.copy()
    configuration.faults = try faults.map { try Fault(parsing: $0) }
    configure(&configuration)
    let server = try SchoolServer(configuration: configuration)
    let addresses = AsyncStream<SchoolAddress>.makeStream()
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        try await server.run { address in
          addresses.continuation.yield(address)
          addresses.continuation.finish()
        }
        return nil
      }
      group.addTask {
        var iterator = addresses.stream.makeAsyncIterator()
        guard let address = await iterator.next() else { return nil }
        return try await AsyncHTTPTransport.withTransport { try await body(address, $0) }
      }
      defer { group.cancelAll() }
      for try await result in group {
        if let result { return result }
      }
      throw PronoteError(.unreachable, "the school stopped before the test did")
    }
  }

  /// Signs in with a user name and a password.
  static func signIn(
    _ address: SchoolAddress,
    _ transport: any Transport,
    space: AccountSpace = .student,
    username: String = "demonstration",
    password: String = "pronotevs",
    configure: (inout PronoteClient.Configuration) -> Void = { _ in }
  ) async throws -> LoginStep {
    var configuration = PronoteClient.Configuration()
    configuration.deadline = .seconds(10)
    configuration.replaySpacing = .milliseconds(20)
    configure(&configuration)
    return try await PronoteClient(transport: transport, configuration: configuration).signIn(
      school: School(url: address.root),
      space: space,
      credentials: .password(username: username, password: Secret(password))
    )
  }

  /// Signs in and expects a session.
  static func session(
    _ address: SchoolAddress,
    _ transport: any Transport,
    space: AccountSpace = .student,
    username: String = "demonstration",
    password: String = "pronotevs",
    configure: (inout PronoteClient.Configuration) -> Void = { _ in }
  ) async throws -> PronoteSession {
    let step = try await signIn(
      address,
      transport,
      space: space,
      username: username,
      password: password,
      configure: configure
    )
    guard case .signedIn(let session) = step else {
      throw PronoteError(.needsSecondFactor, "expected a session")
    }
    return session
  }

  /// The error that a body throws; nil when it throws none or another.
  static func failure(_ body: () async throws -> Void) async -> PronoteError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? PronoteError
    }
  }
}
