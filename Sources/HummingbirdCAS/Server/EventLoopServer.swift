import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// What stands on each connection of an ``EventLoopApplication``.
struct EventLoopServer: ServerChildChannel {
  let maximumBody: Int
  let answer: RequestHandler.Answerer

  struct Connection: ServerChildChannelValue {
    let channel: any Channel
    let handler: NIOLoopBound<RequestHandler>
  }

  /// Those of Hummingbird's own server.
  private static var limits: NIOHTTPDecoderLimitConfiguration {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 80 << 10
    limits.maxHeaderListSize = 80 << 10
    limits.maxHeaderFieldCount = 1000
    return limits
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Connection> {
    channel.eventLoop.makeCompletedFuture {
      let handler = RequestHandler(maximumBody: maximumBody, eventLoop: channel.eventLoop, answer: answer)
      let decoder = HTTPRequestDecoder(limitConfiguration: EventLoopServer.limits)
      try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(decoder))
      try channel.pipeline.syncOperations.addHandler(handler)
      return Connection(channel: channel, handler: NIOLoopBound(handler, eventLoop: channel.eventLoop))
    }
  }

  /// Waits for the end of the connection, so that the server does not end before it.
  func handle(value: Connection, logger: Logger) async {
    await withTaskCancellationHandler {
      try? await value.channel.closeFuture.get()
    } onCancel: {
      value.channel.eventLoop.execute { value.handler.value.abandon() }
    }
  }
}
