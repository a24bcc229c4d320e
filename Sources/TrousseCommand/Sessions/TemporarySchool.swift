import SchoolServer

/// A school on a free loopback port that lives as long as a piece of work.
enum TemporarySchool {
  /// Starts a school, hands its address to `body` and stops it, whatever happens.
  static func run<Result: Sendable>(
    _ configuration: SchoolServerConfiguration,
    _ body: @escaping @Sendable (SchoolAddress) async throws -> Result
  ) async throws -> Result {
    let (addresses, ready) = AsyncStream.makeStream(of: SchoolAddress.self)
    let service = try SchoolService(configuration) { address in ready.yield(address) }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        defer { ready.finish() }
        try await service.serve()
        return nil
      }
      group.addTask {
        for await address in addresses { return try await body(address) }
        return nil
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
        try Task.checkCancellation()
      }
      throw CommandFailure(
        .unexpected,
        step: "school",
        "the school stopped before it was ready",
        status: .internalFault
      )
    }
  }
}
