import CAS
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The application that a test stands for: answers every request, and keeps what came. Proxy-granting tickets that are
/// delivered to it go into its store.
actor TestSite {
  /// A request that came.
  struct Visit: Sendable {
    var method: String
    var path: String
    var query: String
    var contentType: String?
    var body: [UInt8]
  }

  /// It ended before anybody could call.
  struct NeverReady: Error {}

  /// Below this path every answer is a failure.
  static let brokenPath = "/app/broken"

  /// The site: `http://127.0.0.1:…`.
  nonisolated let root: String
  /// The proxy-granting tickets that came.
  nonisolated let tickets: InMemoryProxyGrantingTicketStore

  private let visits: Visits
  private let server: Task<Void, any Error>

  private actor Visits {
    private(set) var all: [Visit] = []
    func append(_ visit: Visit) { all.append(visit) }
  }

  private init(root: String, tickets: InMemoryProxyGrantingTicketStore, visits: Visits, server: Task<Void, any Error>) {
    self.root = root
    self.tickets = tickets
    self.visits = visits
    self.server = server
  }

  /// Opens a site on a free port of the loopback interface.
  static func open() async throws -> TestSite {
    let visits = Visits()
    let tickets = InMemoryProxyGrantingTicketStore()
    let ports = AsyncStream<Int>.makeStream()
    var logger = Logger(label: "trousse.test-site")
    logger.logLevel = .critical
    let application = Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in
        let visit = Visit(
          method: request.method.rawValue,
          path: request.uri.path,
          query: request.uri.query ?? "",
          contentType: request.headers[.contentType],
          body: Array(buffer: try await request.body.collect(upTo: 64 << 10))
        )
        await visits.append(visit)
        guard !visit.path.hasPrefix(brokenPath) else { return Response(status: .internalServerError) }
        if case .delivery(let iou, let ticket) = ProxyCallback.read(query: visit.query) {
          await tickets.keep(ticket, for: iou, until: Date(timeIntervalSinceNow: 60))
        }
        return Response(status: .ok)
      },
      configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        ports.continuation.yield(channel.localAddress?.port ?? 0)
        ports.continuation.finish()
      },
      logger: logger
    )
    let server = Task {
      defer { ports.continuation.finish() }
      try await application.run()
    }
    for await port in ports.stream {
      return TestSite(root: "http://127.0.0.1:\(port)", tickets: tickets, visits: visits, server: server)
    }
    try await server.value
    throw NeverReady()
  }

  /// Closes the site.
  func close() async {
    server.cancel()
    _ = try? await server.value
  }

  /// The requests to a path so far.
  func visits(to path: String) async -> [Visit] {
    await visits.all.filter { $0.path == path }
  }

  /// Waits until as many requests as this came to a path, up to ten seconds.
  ///
  /// - Returns: all that came.
  func waitForVisits(to path: String, count: Int) async -> [Visit] {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      let visits = await visits(to: path)
      if visits.count >= count { return visits }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return await visits(to: path)
  }
}
