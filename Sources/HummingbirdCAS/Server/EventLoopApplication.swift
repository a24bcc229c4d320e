public import Hummingbird
public import HummingbirdCore
public import Logging
public import NIOCore
public import ServiceLifecycle

/// An application that answers every request of HTTP/1 on the event loop of its connection.
///
/// ```swift
/// let application = Application(router: router, services: [store])
/// try await EventLoopApplication(application).runService()
/// ```
///
/// Hummingbird's own server hands every request from an event loop to the threads of Swift's tasks, in parts, and its
/// answer back. Here a task starts where the request was read, and its answer leaves in one piece. Where nothing has to
/// be waited for, as with the sessions of ``SQLitePersistDriver``, no thread waits for another, and a page of somebody
/// who has signed in costs about half as much processor time.
///
/// It suits applications of pages. Run the application itself, without this, if it computes for milliseconds, because
/// other connections of the same event loop wait meanwhile; if it receives large uploads, because a request is only
/// handed on when it is complete; or if it uses `consumeWithInboundCloseHandler` or anything but HTTP/1.
public struct EventLoopApplication<Responder: HTTPResponder>: ApplicationProtocol
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
  private let application: Application<Responder>
  private let maximumBody: Int

  /// That application, with everything that it is configured with except its `server`.
  ///
  /// - Parameter maximumBody: The longest body of a request, in bytes. What is longer gets status 413.
  public init(_ application: Application<Responder>, maximumBody: Int = 2 << 20) {
    self.application = application
    self.maximumBody = maximumBody
  }

  /// What answers requests.
  public var responder: Responder { application.responder }

  /// The server described above.
  public var server: HTTPServerBuilder {
    let answerer = RequestAnswerer(
      responder: application.responder,
      logger: application.logger,
      serverName: application.configuration.serverName
    )
    // The builder's own responder would write to a channel in parts.
    return HTTPServerBuilder { [maximumBody] _ in
      EventLoopServer(maximumBody: maximumBody) { await answerer.answer($0, on: $1) }
    }
  }

  /// The event loops.
  public var eventLoopGroup: any EventLoopGroup { application.eventLoopGroup }

  /// Where to listen, and how.
  public var configuration: ApplicationConfiguration { application.configuration }

  /// The logger of the application.
  public var logger: Logger { application.logger }

  /// What runs next to the server.
  public var services: [any Service] { application.services }

  /// What runs before the server starts.
  public var processesRunBeforeServerStart: [@Sendable () async throws -> Void] {
    application.processesRunBeforeServerStart
  }

  /// Called when the server listens.
  public func onServerRunning(_ channel: any Channel) async {
    await application.onServerRunning(channel)
  }
}
