import Testing

/// The portals of these tests: each is started when a test wants it first, and all end with the last test.
actor TestPortals {
  @TaskLocal static var current = TestPortals()

  private struct Key: Hashable {
    var kind: PortalKind
    var settings: TestPortalSettings
  }

  private var running: [Key: Task<TestPortal, any Error>] = [:]

  /// A portal that runs.
  func running(_ kind: PortalKind, _ settings: TestPortalSettings = .usual) async throws -> TestPortal {
    let key = Key(kind: kind, settings: settings)
    if let task = running[key] { return try await task.value }
    let task = Task { try await kind.start(settings) }
    running[key] = task
    return try await task.value
  }

  /// Ends all of them.
  func end() async {
    await withTaskGroup { group in
      for task in running.values { group.addTask { if let portal = try? await task.value { await portal.stop() } } }
    }
    running = [:]
  }
}

/// Portals for the tests of a suite and of the suites in it.
struct TestPortalsTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    let portals = TestPortals()
    do {
      try await TestPortals.$current.withValue(portals, operation: function)
    } catch {
      await portals.end()
      throw error
    }
    await portals.end()
  }
}

extension Trait where Self == TestPortalsTrait {
  /// Portals for the tests of a suite and of the suites in it.
  static var testPortals: Self { Self() }
}
