import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// What stands on each connection of `HTTPServerBuilder.http1OnEventLoop(maximumBody:)`.
struct EventLoopServer: ServerChildChannel {
  let responder: HTTPChannelHandler.Responder
  let maximumBody: Int

  /// Those of Hummingbird's own server.
  private static var limits: NIOHTTPDecoderLimitConfiguration {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 80 << 10
    limits.maxHeaderListSize = 80 << 10
    limits.maxHeaderFieldCount = 1000
    return limits
  }

  struct Connection: ServerChildChannelValue {
    /// Requests come from the handler, so nothing ever comes in here.
    let asyncChannel: NIOAsyncChannel<Never, HTTPResponsePart>
    let handler: NIOLoopBound<RequestHandler>

    var channel: any Channel { asyncChannel.channel }
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Connection> {
    channel.eventLoop.makeCompletedFuture {
      let handler = RequestHandler(responder: responder, maximumBody: maximumBody, eventLoop: channel.eventLoop)
      let decoder = HTTPRequestDecoder(limitConfiguration: EventLoopServer.limits)
      try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(decoder))
      try channel.pipeline.syncOperations.addHandler(handler)
      return Connection(
        asyncChannel: try NIOAsyncChannel(wrappingChannelSynchronously: channel),
        handler: NIOLoopBound(handler, eventLoop: channel.eventLoop)
      )
    }
  }

  func handle(value: Connection, logger: Logger) async {
    let eventLoop = value.channel.eventLoop
    await withTaskCancellationHandler {
      do {
        try await value.asyncChannel.executeThenClose { _, outbound in
          eventLoop.execute { value.handler.value.begin(writingTo: outbound) }
          try await value.channel.closeFuture.get()
        }
      } catch {
        logger.trace("a connection failed: \(error)")
      }
    } onCancel: {
      eventLoop.execute { value.handler.value.abandon() }
    }
  }
}
