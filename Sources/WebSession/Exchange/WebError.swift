/// Why there is no answer from a web server.
///
/// ```swift
/// do {
///   _ = try await browser.send(.get(address))
/// } catch let error as WebError where error.code == .timedOut {
///   …
/// }
/// ```
///
/// Neither the message nor the description ever holds a query, a header field or a body.
public struct WebError: Error, Sendable {
  /// A kind of failure. Open: later versions may add kinds.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name of the kind, stable.
    public let rawValue: String

    /// A kind of that name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The text is no address of the web, or one that cannot be asked.
    public static let badAddress = Code(rawValue: "badAddress")
    /// No connection: unknown host, connection refused, no connection in time.
    public static let unreachable = Code(rawValue: "unreachable")
    /// The deadline passed.
    public static let timedOut = Code(rawValue: "timedOut")
    /// The answer is longer than the limit.
    public static let tooLarge = Code(rawValue: "tooLarge")
    /// No encrypted connection: certificate not trusted, wrong host name, no common protocol.
    public static let tlsFailure = Code(rawValue: "tlsFailure")
    /// The connection broke before the answer was complete.
    public static let connectionLost = Code(rawValue: "connectionLost")
    /// More redirects in a row than were allowed.
    public static let tooManyRedirects = Code(rawValue: "tooManyRedirects")
    /// The server sends the client somewhere it must not go.
    public static let redirectRefused = Code(rawValue: "redirectRefused")
    /// What came back is not HTTP, or is not what its header says.
    public static let badResponse = Code(rawValue: "badResponse")
  }

  /// The kind of failure.
  public var code: Code

  /// What happened, in one sentence without a full stop.
  public var message: String

  /// The host that was asked; after ``Code/redirectRefused``, the host that the server pointed at.
  public var host: String?

  /// What the layer below reported.
  public var cause: (any Error)?

  /// Whether the server may have seen the request, so that sending it again may do it twice. False only when it is
  /// certain that no byte of it was sent.
  public var mayHaveReachedServer: Bool

  /// A failure of that kind.
  public init(
    _ code: Code,
    _ message: String,
    host: String? = nil,
    mayHaveReachedServer: Bool = true,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.host = host
    self.cause = cause
    self.mayHaveReachedServer = mayHaveReachedServer
  }
}

extension WebError: CustomStringConvertible {
  /// Kind, host and message: `timedOut (example.test): no answer within 30 seconds`.
  public var description: String {
    host.map { "\(code) (\($0)): \(message)" } ?? "\(code): \(message)"
  }
}

extension WebError.Code: CustomStringConvertible {
  /// The name of the kind.
  public var description: String { rawValue }
}
