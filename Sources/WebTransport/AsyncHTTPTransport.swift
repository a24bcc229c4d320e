import AsyncHTTPClient
import NIOCore
import NIOHTTP1
public import WebSession

/// HTTP/1.1 over async-http-client: the transport for Linux and for servers.
///
/// Follows no redirects, keeps no cookies, reuses connections. The deadline holds from the first step until the last
/// byte of the body. Has to be shut down; ``withTransport(configuration:isolation:_:)`` always does.
///
/// ```swift
/// try await AsyncHTTPTransport.withTransport { transport in
///   let browser = Browser(transport: transport, userAgent: "example/1.0")
///   let page = try await browser.send(.get(address))
/// }
/// ```
public struct AsyncHTTPTransport: Transport {
  private let client: HTTPClient

  /// The loop of all requests and of their connections. On two loops, an answer can overtake the note that its request
  /// was sent to the end; the connection is then given back late, and closing the client in between is fatal.
  private let loop: any EventLoop

  /// A transport with the usual settings.
  public init() {
    self.init(Configuration().client)
  }

  private init(_ configuration: HTTPClient.Configuration) {
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    loop = client.eventLoopGroup.next()
  }

  /// A transport with settings of its own.
  ///
  /// - Throws: `WebError` with code `tlsFailure` when the file of extra trust roots cannot be read.
  public init(configuration: Configuration) throws {
    self.init(try configuration.clientWithTrustRoots())
  }

  /// Opens a transport, hands it to `body`, and shuts it down, whatever happens.
  public static func withTransport<R>(
    configuration: Configuration = Configuration(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (AsyncHTTPTransport) async throws -> R
  ) async throws -> R {
    let transport = try AsyncHTTPTransport(configuration: configuration)
    let result: R
    do {
      result = try await body(transport)
    } catch {
      try? await transport.shutdown()
      throw error
    }
    try await transport.shutdown()
    return result
  }

  /// Closes all connections; exchanges that are still running fail. Shutting down twice does no harm.
  ///
  /// - Throws: `WebError` when connections could not be closed in an orderly way.
  public func shutdown() async throws {
    do {
      try await client.shutdown()
    } catch let error as HTTPClientError where error == .alreadyShutdown {
      return
    } catch {
      throw WebError(transportError: error, host: nil, deadline: nil)
    }
  }

  /// Sends a request over a connection of the pool, a new one if none is free; see `Transport`.
  public func send(_ request: WebRequest, limits: WebLimits) async throws -> WebResponse {
    try Task.checkCancellation()
    guard limits.deadline > .zero else {
      throw WebError(.timedOut, "no time was left", host: request.address.host, mayHaveReachedServer: false)
    }
    do {
      let sent = try HTTPClient.Request(
        url: request.address.description,
        method: HTTPMethod(rawValue: request.method.rawValue),
        headers: HTTPHeaders(request.headers.map { ($0.name, $0.value) }),
        body: request.body.map { .byteBuffer(ByteBuffer(bytes: $0)) }
      )
      // The interface of futures, because its deadline covers the body: that of the asynchronous one ends with the
      // header, and a server that stalls after it would hold us for ever.
      let exchange = client.execute(
        request: sent,
        delegate: ResponseAccumulator(
          request: sent,
          maxBodySize: min(max(limits.maximumBodyBytes, 0), Int(UInt32.max))
        ),
        eventLoop: .delegate(on: loop),
        deadline: .now() + TimeAmount(min(limits.deadline, .seconds(365 * 86_400)))
      )
      let response = try await withTaskCancellationHandler {
        try await exchange.get()
      } onCancel: {
        exchange.cancel()
      }
      return WebResponse(
        status: Int(response.status.code),
        headers: response.headers.map { ($0.name, $0.value) },
        body: response.body.map { Array(buffer: $0) } ?? [],
        address: request.address
      )
    } catch {
      if Task.isCancelled { throw CancellationError() }
      throw WebError(transportError: error, host: request.address.host, deadline: limits.deadline)
    }
  }
}
