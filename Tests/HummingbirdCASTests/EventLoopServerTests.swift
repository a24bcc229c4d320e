import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import HummingbirdCore
import HummingbirdTesting
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

/// The server that answers on the event loop of a connection, as its clients see it: by bytes.
@Suite struct EventLoopServerTests {
  @Test func `Requests of one connection are answered one after the other`() async throws {
    let answers = try await exchange(
      "GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
        + "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    )
    #expect(bodies(answers) == ["slow", "hello", "hello"])
    #expect(answers.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answers.components(separatedBy: "connection: close").count == 2)
  }

  @Test func `A thousand requests at once are no danger`() async throws {
    let request = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
    let answers = try await exchange(
      String(repeating: request, count: 1000) + "GET /slow HTTP/1.0\r\n\r\n"
    )
    #expect(bodies(answers) == Array(repeating: "hello", count: 1000) + ["slow"])
  }

  @Test func `Every answer holds what Hummingbird puts into each`() async throws {
    let answer = try await exchange("GET /hello HTTP/1.0\r\n\r\n")
    #expect(answer.contains("\r\nServer: test\r\n"))
    let date = try #require(answer.split(separator: "\r\n").first { $0.hasPrefix("Date: ") }?.dropFirst(6))
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    #expect(abs(try #require(formatter.date(from: String(date))).timeIntervalSinceNow) < 5)
    #expect(answer.contains("\r\nContent-Length: 5\r\n"))
  }

  @Test func `A body is handed on when it is complete`() async throws {
    let head = "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
    #expect(bodies(try await exchange(head + "Content-Length: 5\r\n\r\nab", "cde")) == ["abcde"])
    let chunks = "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"
    #expect(bodies(try await exchange(head + chunks, "3\r\ncde\r\n0\r\n\r\n")) == ["abcde"])
  }

  @Test func `A body that is too long is refused`() async throws {
    let answer = try await exchange(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n" + String(repeating: "a", count: 1001)
    )
    #expect(answer.hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
    #expect(answer.contains("connection: close\r\n"))
  }

  @Test func `What is no request is refused, after the requests in front of it`() async throws {
    let answers = try await exchange("GET /slow HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n")
    #expect(answers.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answers.contains("HTTP/1.1 400 Bad Request\r\n"))
  }

  @Test func `An answer without a length comes in chunks, or ends with the connection`() async throws {
    let answer = try await exchange("GET /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(answer.contains("transfer-encoding: chunked\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"))
    let old = try await exchange("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    #expect(!old.contains("transfer-encoding"))
    #expect(old.hasSuffix("\r\n\r\nonetwo"))
  }

  @Test func `A long answer is complete before the connection ends`() async throws {
    let answer = try await exchange("GET /long HTTP/1.0\r\n\r\n")
    #expect(bodies(answer).map(\.utf8.count) == [5_000_000])
  }

  @Test func `HEAD and status 204 have no body`() async throws {
    let head = try await exchange("HEAD /hello HTTP/1.0\r\n\r\n")
    #expect(head.contains("Content-Length: 5\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
    let nothing = try await exchange("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(nothing.hasPrefix("HTTP/1.1 204 No Content\r\n"))
    #expect(nothing.hasSuffix("\r\n\r\n"))
    #expect(!nothing.contains("chunked"))
  }

  @Test func `A body that breaks off ends the connection`() async throws {
    let answer = try await exchange("GET /broken HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(answer.hasSuffix("\r\n\r\n3\r\none\r\n"))
  }

  @Test func `Whoever closes his side is still answered`() async throws {
    let answer = try await exchange("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n", closesOutput: true)
    #expect(bodies(answer) == ["slow"])
  }

  @Test func `A server that stops answers what has come`() async throws {
    let answer = try await exchange("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n", stops: true)
    #expect(bodies(answer) == ["slow"])
  }

  @Test func `A body may be written by a task of the application's own`() async throws {
    let answer = try await exchange("GET /detached HTTP/1.0\r\n\r\n")
    #expect(answer.hasSuffix("\r\n\r\nonetwo"))
  }

  @Test func `Hummingbird's client gets on with it`() async throws {
    try await application().test(.live) { client in
      for _ in 0..<3 {
        try await client.execute(uri: "/hello", method: .get) { #expect(String(buffer: $0.body) == "hello") }
        try await client.execute(uri: "/missing", method: .get) { #expect($0.status == .notFound) }
        try await client.execute(uri: "/echo", method: .post, body: ByteBuffer(string: "abc")) {
          #expect(String(buffer: $0.body) == "abc")
        }
      }
    }
  }

  // MARK: - The application

  private struct Breakdown: Error {}

  /// Applications may take a writer anywhere, whatever its type says.
  private struct SendableWriter: @unchecked Sendable {
    let writer: any ResponseBodyWriter
  }

  private func application(
    onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let router = Router()
    router.get("hello") { _, _ in "hello" }
    router.head("hello") { _, _ in Response(status: .ok, headers: [.contentLength: "5"]) }
    router.get("slow") { _, _ in
      try await Task.sleep(for: .milliseconds(50))
      return "slow"
    }
    router.get("long") { _, _ in
      Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: UInt8(ascii: "a"), count: 5_000_000)))
    }
    router.get("nothing") { _, _ in Response(status: .noContent) }
    router.get("stream") { _, _ in
      Response(
        status: .ok,
        body: .init { writer in
          try await writer.write(ByteBuffer(string: "one"))
          try await Task.sleep(for: .milliseconds(20))
          try await writer.write(ByteBuffer(string: "two"))
          try await writer.finish(nil)
        }
      )
    }
    router.get("detached") { _, _ in
      Response(
        status: .ok,
        body: .init { writer in
          let copy = SendableWriter(writer: writer)
          try await Task.detached {
            var writer = copy.writer
            try await writer.write(ByteBuffer(string: "one"))
            try await writer.write(ByteBuffer(string: "two"))
          }.value
          try await writer.finish(nil)
        }
      )
    }
    router.get("broken") { _, _ in
      Response(
        status: .ok,
        body: .init { writer in
          try await writer.write(ByteBuffer(string: "one"))
          throw Breakdown()
        }
      )
    }
    router.post("echo") { request, _ in
      String(buffer: try await request.body.collect(upTo: 1 << 20))
    }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let application = Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: "test"),
      onServerRunning: onServerRunning,
      logger: logger
    )
    return EventLoopApplication(application, maximumBody: 1000)
  }

  // MARK: - The client

  /// Sends texts, a moment apart, and returns everything that comes until the server closes the connection.
  private func exchange(
    _ texts: String...,
    closesOutput: Bool = false,
    stops: Bool = false
  ) async throws -> String {
    let (ports, continuation) = AsyncStream<Int>.makeStream()
    let application = application { channel in continuation.yield(channel.localAddress?.port ?? 0) }
    let services = ServiceGroup(services: [application], logger: application.logger)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await services.run() }
      defer { group.cancelAll() }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next())
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
        .connect(host: "127.0.0.1", port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
              wrappingChannelSynchronously: channel,
              configuration: .init(isOutboundHalfClosureEnabled: true)
            )
          }
        }
      return try await channel.executeThenClose { inbound, outbound in
        for text in texts {
          try await outbound.write(ByteBuffer(string: text))
          try await Task.sleep(for: .milliseconds(20))
        }
        if closesOutput { outbound.finish() }
        if stops { await services.triggerGracefulShutdown() }
        var received = ByteBuffer()
        for try await part in inbound { received.writeImmutableBuffer(part) }
        return String(buffer: received)
      }
    }
  }

  /// The bodies of answers that say how long they are.
  private func bodies(_ answers: String) -> [String] {
    var bodies: [String] = []
    var rest = answers[...]
    while let end = rest.range(of: "\r\n\r\n") {
      let head = rest[..<end.lowerBound].split(separator: "\r\n")
      let field = head.first { $0.lowercased().hasPrefix("content-length: ") }
      let length = field.flatMap { Int($0.dropFirst("content-length: ".count)) } ?? 0
      bodies.append(String(rest[end.upperBound...].prefix(length)))
      rest = rest[end.upperBound...].dropFirst(length)
    }
    return bodies
  }
}
