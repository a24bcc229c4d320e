import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Has requests answered, and puts around each what Hummingbird's `Application` does: a logger with the request's
/// number, status 500 for errors that nobody caught, the date, and the server's name.
struct RequestAnswerer<Responder: HTTPResponder>: Sendable
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
  let responder: Responder
  let logger: Logger
  let serverName: String?
  private let clock = DateField()

  init(responder: Responder, logger: Logger, serverName: String?) {
    self.responder = responder
    self.logger = logger
    self.serverName = serverName
  }

  func answer(_ request: Request, on channel: any Channel) async -> Response {
    var logger = logger
    logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
    var response = await withLogger(logger) { logger in
      do {
        let context = Responder.Context(source: .init(channel: channel, logger: logger))
        return try await responder.respond(to: request, context: context)
      } catch {
        logger.debug("Unrecognised Error", metadata: ["error.type": "\(error)"])
        return Response(status: .internalServerError)
      }
    }
    response.headers[.date] = clock.value()
    if let serverName { response.headers[.server] = serverName }
    return response
  }
}
