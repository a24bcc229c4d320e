import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// Writes the body of a response.
struct BodyWriter: ResponseBodyWriter {
  let handler: NIOLoopBound<RequestHandler>
  let eventLoop: any EventLoop
  /// Which request of its connection the response is for.
  let number: Int

  func write(_ buffer: ByteBuffer) async throws {
    try await send(.body(buffer))
  }

  consuming func finish(_ trailers: HTTPFields?) async throws {
    try await send(.end(trailers))
  }

  /// An application may write from a task of its own, which knows nothing of the event loop.
  private func send(_ part: HTTPResponsePart) async throws {
    if eventLoop.inEventLoop {
      try await handler.value.send(part, of: number)?.get()
    } else {
      try await eventLoop.flatSubmit { [handler, eventLoop, number] in
        handler.value.send(part, of: number) ?? eventLoop.makeSucceededVoidFuture()
      }.get()
    }
  }
}
