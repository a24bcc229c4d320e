import Testing

/// The portals of a suite: each is started when a test wants it first, and ended with the suite.
actor OpenIDPortals {
  @TaskLocal static var current = OpenIDPortals()

  private var running: [RealServer: Task<OpenIDPortal, any Error>] = [:]

  /// A portal that runs.
  func running(_ server: RealServer) async throws -> OpenIDPortal {
    if let task = running[server] { return try await task.value }
    let task = Task { try await OpenIDPortal(server) }
    running[server] = task
    return try await task.value
  }

  /// Ends all of them.
  func end() async {
    for task in running.values {
      if let portal = try? await task.value { await portal.end() }
    }
    running = [:]
  }
}

/// Portals for the tests of a suite.
struct OpenIDPortalsTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    let portals = OpenIDPortals()
    do {
      try await OpenIDPortals.$current.withValue(portals, operation: function)
    } catch {
      await portals.end()
      throw error
    }
    await portals.end()
  }
}

extension Trait where Self == OpenIDPortalsTrait {
  /// Portals for the tests of a suite.
  static var openIDPortals: Self { Self() }
}

extension RealServer {
  /// Both releases, with and without TLS.
  static let portals = [
    lemonldap216, lemonldap221, RealServer(program: .lemonldap216, usesTLS: true),
    RealServer(program: .lemonldap221, usesTLS: true),
  ]

  /// The release that checks a verifier only where PKCE is required.
  var checksEveryVerifier: Bool { program != .lemonldap216 }
}
