import Testing

/// The servers of a suite: each is started when a test wants it first, and ended with the suite.
actor RealServers {
  @TaskLocal static var current = RealServers()

  private var running: [RealServer: Task<RunningServer, any Error>] = [:]

  /// A server that runs.
  func running(_ server: RealServer) async throws -> RunningServer {
    if let task = running[server] { return try await task.value }
    let task = Task { try await RunningServer(server) }
    running[server] = task
    return try await task.value
  }

  /// Ends all of them.
  func end() async {
    for task in running.values {
      if let server = try? await task.value { await server.end() }
    }
    running = [:]
  }
}

/// Real servers for the tests of a suite.
struct RealServersTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    let servers = RealServers()
    do {
      try await RealServers.$current.withValue(servers, operation: function)
    } catch {
      await servers.end()
      throw error
    }
    await servers.end()
  }
}

extension Trait where Self == RealServersTrait {
  /// Real servers for the tests of a suite.
  static var realServers: Self { Self() }
}
