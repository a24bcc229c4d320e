import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOSSL
import WebSession

extension AsyncHTTPTransport {
  /// Settings of a transport.
  public struct Configuration: Sendable {
    /// How long it may take to open a connection, encryption included. Also how long a request waits for one of the
    /// host's connections to become free.
    public var connectTimeout: Duration = .seconds(5)

    /// The most connections to one host at a time. Further requests wait.
    public var connectionsPerHost = 4

    /// How long a connection is kept open for the next request.
    public var idleTimeout: Duration = .seconds(60)

    /// No compressed body may become longer than this many bytes, whatever the limits of the exchange.
    public var maximumDecompressedBytes = 64 << 20

    /// A PEM file with certificates of authorities that are trusted besides the system's. For development only.
    public var extraTrustRoots: String?

    /// The usual settings.
    public init() {}

    /// The client's settings, without extra trust roots.
    var client: HTTPClient.Configuration {
      var client = HTTPClient.Configuration()
      client.redirectConfiguration = .disallow
      client.httpVersion = .http1Only
      client.timeout.connect = TimeAmount(connectTimeout)
      client.decompression = .enabled(limit: .size(maximumDecompressedBytes))
      client.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(1, connectionsPerHost)
      client.connectionPool.idleTimeout = TimeAmount(idleTimeout)
      // A refused connection is reported at once instead of being tried until the connect timeout.
      client.connectionPool.retryConnectionEstablishment = false
      return client
    }

    /// The client's settings.
    func clientWithTrustRoots() throws -> HTTPClient.Configuration {
      guard let file = extraTrustRoots else { return client }
      var client = client
      var tls = TLSConfiguration.makeClientConfiguration()
      do {
        tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))]
      } catch {
        throw WebError(
          .tlsFailure,
          "the file of extra trust roots cannot be read: \(file)",
          mayHaveReachedServer: false,
          cause: error
        )
      }
      client.tlsConfiguration = tls
      return client
    }
  }
}
