import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Collects the requests of a connection, has them answered one after the other on its event loop, and writes each
/// answer in as few pieces as it comes.
///
/// Only used on the event loop.
final class RequestHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = Never
  typealias OutboundOut = ByteBuffer
  typealias Answerer = @Sendable (Request, any Channel) async -> Response

  private let answerer: Answerer
  private let maximumBody: Int
  private let eventLoop: any EventLoop
  private let executor: EventLoopExecutor
  private var context: ChannelHandlerContext?

  /// The request that is coming in.
  private var incoming: IncomingRequest?
  /// Requests that are complete, and came before the ones in front of them were answered.
  private var waiting = CircularBuffer<IncomingRequest>()
  /// The request that is answered next.
  private var current: Request?
  /// How many requests have been answered, with the one that is.
  private var number = 0
  /// What answers a request; nil while none is answered.
  private var task: Task<Void, Never>?
  private var isAnswering = false
  private var isStarting = false
  private var isClosing = false
  /// The answer to the last request that was started.
  private var response = ResponseBytes()
  /// Whether the socket is not read until the requests that have come are answered.
  private var isReadHeld = false
  /// Whether the server stops: the request that is coming in is the last.
  private var isStopping = false
  /// Whether what has been written leaves at the end of the event loop's turn.
  private var isFlushing = false
  /// What ends the connection after the requests that have come: nothing, or with a status, a request that is none.
  private var ending: Ending?

  private enum Ending {
    case silence
    case refusal(HTTPResponse.Status)
  }

  init(maximumBody: Int, eventLoop: any EventLoop, answer: @escaping Answerer) {
    self.maximumBody = maximumBody
    self.eventLoop = eventLoop
    executor = EventLoopExecutor(eventLoop)
    answerer = answer
  }

  /// Ends the connection and what is being answered.
  func abandon() {
    task?.cancel()
    context?.close(promise: nil)
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  // MARK: - Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard ending == nil else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      do {
        incoming = try IncomingRequest(head)
      } catch {
        end(with: .refusal(.badRequest))
      }
    case .body(var part):
      incoming?.body.writeBuffer(&part)
      if let incoming, incoming.body.readableBytes > maximumBody { end(with: .refusal(.contentTooLarge)) }
    case .end:
      guard let request = incoming else { return }
      incoming = nil
      waiting.append(request)
      if !request.isKeepAlive || isStopping { ending = .silence }
      answerWaiting()
    }
  }

  /// Whoever sends faster than he is answered is not listened to meanwhile.
  func read(context: ChannelHandlerContext) {
    if isAnswering {
      isReadHeld = true
    } else {
      context.read()
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error is HTTPParserError {
      end(with: .refusal(.badRequest))
    } else {
      context.close(promise: nil)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent:
      isStopping = true
      if incoming == nil { end(with: .silence) }
    case ChannelEvent.inputClosed: end(with: .silence)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  private func end(with ending: Ending) {
    if self.ending == nil { self.ending = ending }
    incoming = nil
    answerWaiting()
  }

  // MARK: - Answers

  /// Answers what is waiting, and then ends or goes on reading. No recursion: a thousand requests may have come at once.
  private func answerWaiting() {
    guard !isClosing, !isStarting else { return }
    isStarting = true
    while !isAnswering, let request = waiting.popFirst() { start(request) }
    isStarting = false
    guard !isAnswering, let context else { return }
    switch ending {
    case .silence: close(context, after: ByteBuffer())
    case .refusal(let status): close(context, after: ResponseBytes.refusal(status))
    case nil:
      guard isReadHeld else { return }
      isReadHeld = false
      context.read()
    }
  }

  /// Closes the connection when everything has been written.
  private func close(_ context: ChannelHandlerContext, after last: ByteBuffer) {
    isClosing = true
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    writePiece()
    context.writeAndFlush(wrapOutboundOut(last), promise: written)
  }

  private func start(_ request: IncomingRequest) {
    isAnswering = true
    number += 1
    // What is left of the answer before this one is part of what the channel counts as waiting to be sent.
    writePiece()
    response = ResponseBytes(to: request)
    current = Request(head: request.head, body: RequestBody(buffer: request.body))
    let handler = NIOLoopBound(self, eventLoop: eventLoop)
    let operation: @Sendable () async -> Void = { await handler.value.answer() }
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) {
      task = Task.immediate(executorPreference: executor, operation: operation)
    } else {
      task = Task(executorPreference: executor, operation: operation)
    }
    if !isAnswering { task = nil }
  }

  private nonisolated(nonsending) func answer() async {
    guard let request = current, let channel = context?.channel else { return finish(hasFailed: true) }
    current = nil
    let answer = await answerer(request, channel)
    do {
      try await send(.head(answer.head), of: number)?.get()
      try await answer.body.write(
        BodyWriter(handler: NIOLoopBound(self, eventLoop: eventLoop), eventLoop: eventLoop, number: number)
      )
      finish(hasFailed: false)
    } catch {
      finish(hasFailed: true)
    }
  }

  private func finish(hasFailed: Bool) {
    isAnswering = false
    task = nil
    if hasFailed || !response.isComplete || response.closesConnection {
      ending = .silence
      waiting.removeAll()
    }
    answerWaiting()
  }

  /// Writes a part of a response. Returns what to wait for before the next; nil for nothing.
  ///
  /// The answers to everything that the event loop read in one turn leave together: whoever waits for several is woken
  /// once, and asks again while the others are on their way.
  func send(_ part: HTTPResponsePart, of number: Int) -> EventLoopFuture<Void>? {
    guard let context, number == self.number, !response.isComplete else {
      return eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
    }
    response.append(part) { context.write(wrapOutboundOut($0), promise: nil) }
    if response.length > ResponseBytes.shortBody { writePiece() }
    guard context.channel.isWritable else {
      let written = eventLoop.makePromise(of: Void.self)
      context.writeAndFlush(wrapOutboundOut(response.takePiece()), promise: written)
      return written.futureResult
    }
    if !isFlushing {
      isFlushing = true
      let handler = NIOLoopBound(self, eventLoop: eventLoop)
      eventLoop.execute { handler.value.flush() }
    }
    return nil
  }

  private func flush() {
    isFlushing = false
    writePiece()
    context?.flush()
  }

  private func writePiece() {
    guard response.length > 0 else { return }
    context?.write(wrapOutboundOut(response.takePiece()), promise: nil)
  }
}
