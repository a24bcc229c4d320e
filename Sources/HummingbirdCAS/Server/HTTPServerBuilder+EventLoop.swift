public import HummingbirdCore

extension HTTPServerBuilder {
  /// A server for HTTP/1 that answers every request on the event loop of its connection.
  ///
  /// ```swift
  /// let application = Application(router: router, server: .http1OnEventLoop())
  /// ```
  ///
  /// Hummingbird's own server hands every request from an event loop to the threads of Swift's tasks and its answer
  /// back, in parts. Here a task starts where the request was read, an answer leaves in one piece, and where nothing
  /// has to be waited for, as with sessions in memory or in ``SQLitePersistDriver``, no thread waits for another. A page
  /// of somebody who has signed in costs about half as much processor time.
  ///
  /// It suits applications of pages. Take Hummingbird's own server, `.http1()`, for applications that compute for
  /// milliseconds, because other connections of the same event loop wait meanwhile; that receive large uploads, because
  /// a request is only handed on when it is complete; or that use `consumeWithInboundCloseHandler`.
  ///
  /// - Parameter maximumBody: The longest body of a request, in bytes. What is longer gets status 413.
  public static func http1OnEventLoop(maximumBody: Int = 2 << 20) -> HTTPServerBuilder {
    HTTPServerBuilder { responder in EventLoopServer(responder: responder, maximumBody: maximumBody) }
  }
}
