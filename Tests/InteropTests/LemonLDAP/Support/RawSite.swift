import NIOCore
import NIOPosix

/// A server that sends bytes as it is told, HTTP or not, to whoever connects, and then closes or keeps silent.
struct RawSite: Sendable {
  /// What is sent to one connection.
  struct Answer: Sendable {
    var pieces: [String]
    /// How long it waits between two pieces.
    var pause: Duration = .zero
    /// Whether the connection is closed after the last piece; else it stays open, silent.
    var isClosing = true

    /// A page of HTTP that is complete.
    static func page(_ html: String, status: String = "200 OK", headers: [String] = []) -> Answer {
      let head = ["HTTP/1.1 \(status)", "Content-Length: \(html.utf8.count)", "Connection: close"] + headers
      return Answer(pieces: [head.joined(separator: "\r\n") + "\r\n\r\n" + html])
    }
  }

  /// The site: `http://127.0.0.1:…/`.
  let url: String
  private let channel: any Channel

  /// Opens a site that answers the connections in this order; the last answer stands for the rest.
  static func open(_ answers: [Answer]) async throws -> RawSite {
    let count = Counter()
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let answer = answers[min(count.next(), answers.count - 1)]
          try channel.pipeline.syncOperations.addHandler(Conversation(answer))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return RawSite(url: "http://127.0.0.1:\(channel.localAddress?.port ?? 0)/", channel: channel)
  }

  /// Closes it.
  func close() async throws {
    try await channel.close()
  }

  private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let answer: Answer
    private var hasStarted = false

    init(_ answer: Answer) {
      self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !hasStarted else { return }
      hasStarted = true
      Conversation.send(answer, from: 0, over: context.channel)
    }

    private static func send(_ answer: Answer, from index: Int, over channel: any Channel) {
      guard index < answer.pieces.count else {
        if answer.isClosing { channel.close(promise: nil) }
        return
      }
      channel.writeAndFlush(ByteBuffer(string: answer.pieces[index])).whenSuccess {
        channel.eventLoop.scheduleTask(in: TimeAmount(answer.pause)) {
          send(answer, from: index + 1, over: channel)
        }
      }
    }
  }
}
