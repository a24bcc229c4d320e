import SchoolModel
import SchoolServer

/// A school that runs inside the test, and a second copy of its data to compare with.
struct TestSchool: Sendable {
  /// A day in the middle of a term, with lessons, homework and marks around it.
  static let today = LocalDate(year: 2026, month: 11, day: 17)!

  var configuration: SchoolServerConfiguration

  init(version: String, encrypt: Bool = false, compress: Bool = false, today: LocalDate = TestSchool.today) {
    var configuration = SchoolServerConfiguration()
    configuration.version = version
    configuration.encrypt = encrypt
    configuration.compress = compress
    configuration.today = today
    self.configuration = configuration
  }

  /// The same data once more: the same day and seed make the same school.
  func database() throws -> SchoolDatabase {
    try SchoolDatabase.open(today: configuration.today ?? TestSchool.today, seed: configuration.seed)
  }

  /// The school ended before anybody could call.
  struct NeverReady: Error {}

  /// Runs the school on a free port while something is done with it.
  func run<Result: Sendable>(
    _ body: @escaping @Sendable (SchoolAddress) async throws -> Result
  ) async throws -> Result {
    let server = try SchoolServer(configuration: configuration)
    let addresses = AsyncStream<SchoolAddress>.makeStream()
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        defer { addresses.continuation.finish() }
        try await server.run { addresses.continuation.yield($0) }
        return nil
      }
      group.addTask {
        for await address in addresses.stream { return try await body(address) }
        throw NeverReady()
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw NeverReady()
    }
  }
}
