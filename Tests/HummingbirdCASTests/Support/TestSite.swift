import CAS
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import HummingbirdTesting
import Logging
import Synchronization

/// An application behind a ``StubCAS``: pages for everybody, for the signed-in, and for those whom the server knows.
struct TestSite: Sendable {
  let server = StubCAS()
  let clock: TestClock
  let protection: CASProtection

  static let base = "https://app.example.org"

  init(
    base: String = TestSite.base,
    clock: TestClock = TestClock(),
    store: any PersistDriver = MemoryPersistDriver(),
    settings: CASSettings = CASSettings()
  ) throws {
    self.clock = clock
    let configuration = try CASClient.Configuration(server: StubCAS.address, serviceBase: base)
    protection = CASProtection(
      client: CASClient(configuration: configuration, transport: server),
      settings: settings,
      store: store,
      now: { clock.now }
    )
  }

  /// Runs a test against the application.
  func test(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    try await Application(router: router(), logger: logger).test(.router, body)
  }

  private func router() -> Router<BasicCASRequestContext> {
    let router = Router(context: BasicCASRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: CASAuthenticator(protection))
    CASRoutes(protection).add(to: router)
    router.get("/") { _, context in "hello \(context.identity?.user ?? "nobody")" }
    router.group().add(middleware: CASSilentSignIn(protection))
      .get("/greeting") { _, context in "good day \(context.identity?.user ?? "stranger")" }
    router.group().add(middleware: CASSignInRequired(protection, answer: .refuse))
      .get("/strict") { _, _ in "secret" }
    let inside = router.group().add(middleware: CASSignInRequired(protection))
    inside.get("/private") { _, context in Self.describe(context.identity) }
    inside.post("/private") { _, context in Self.describe(context.identity) }
    return router
  }

  private static func describe(_ identity: CASIdentity?) -> String {
    guard let identity else { return "nobody" }
    return "[\(identity.user)]" + identity.attributes.map { " \($0.name)=\($0.values.joined(separator: ","))" }.joined()
  }
}

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

  var now: Date { time.withLock { $0 } }

  func advance(seconds: Double) { time.withLock { $0 += seconds } }
}
