import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import WebSession

extension WebError {
  /// What async-http-client or SwiftNIO reported, in our words: theirs may hold addresses.
  init(transportError error: any Error, host: String?, deadline: Duration?) {
    switch error {
    case let error as WebError: self = error
    case let error as HTTPClientError: self.init(error, host: host, deadline: deadline)
    case let error as NIOConnectionError: self.init(error, host: host)
    case is ResponseAccumulator.ResponseTooBigError, is NIOTooManyBytesError:
      self.init(.tooLarge, "the answer is longer than the limit", host: host, cause: error)
    case let error as NIOHTTPDecompression.DecompressionError:
      if error == .limit {
        self.init(.tooLarge, "the decompressed answer is longer than the limit", host: host, cause: error)
      } else {
        self.init(.badResponse, "the answer cannot be decompressed", host: host, cause: error)
      }
    case is NIOHTTPDecompression.ExtraDecompressionError:
      self.init(.badResponse, "the answer cannot be decompressed", host: host, cause: error)
    case let error as HTTPParserError where error == .invalidEOFState:
      self.init(.connectionLost, "the connection was cut in the middle of the answer", host: host, cause: error)
    case is HTTPParserError:
      self.init(.badResponse, "the answer is not HTTP", host: host, cause: error)
    case NIOSSLError.uncleanShutdown:
      self.init(.connectionLost, "the connection was cut", host: host, cause: error)
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
      self.init(.tlsFailure, "no trusted encrypted connection", host: host, mayHaveReachedServer: false, cause: error)
    case let error as IOError where Self.failuresToConnect.contains(error.errnoCode):
      let message = error.errnoCode == ECONNREFUSED ? "the connection was refused" : "no way to the host"
      self.init(.unreachable, message, host: host, mayHaveReachedServer: false, cause: error)
    case ChannelError.connectTimeout:
      self.init(.unreachable, "no connection in time", host: host, mayHaveReachedServer: false, cause: error)
    default:
      self.init(.connectionLost, "the connection broke", host: host, cause: error)
    }
  }

  private init(_ error: HTTPClientError, host: String?, deadline: Duration?) {
    switch error {
    case .deadlineExceeded, .readTimeout, .writeTimeout:
      let limit = deadline.map { " within \(Self.rounded($0))" } ?? " in time"
      self.init(.timedOut, "no complete answer\(limit)", host: host, cause: error)
    case .connectTimeout:
      self.init(.unreachable, "no connection in time", host: host, mayHaveReachedServer: false, cause: error)
    case .getConnectionFromPoolTimeout:
      self.init(
        .timedOut,
        "all connections to the host are busy",
        host: host,
        mayHaveReachedServer: false,
        cause: error
      )
    case .tlsHandshakeTimeout:
      self.init(.tlsFailure, "no encrypted connection in time", host: host, mayHaveReachedServer: false, cause: error)
    case .alreadyShutdown:
      self.init(.unreachable, "the transport is shut down", host: host, mayHaveReachedServer: false, cause: error)
    case .invalidURL, .emptyHost, .emptyScheme:
      self.init(.badAddress, "the address cannot be asked", host: host, mayHaveReachedServer: false, cause: error)
    case _ where error.shortDescription.hasPrefix("Invalid header field"):
      // Holds the fields, so that it must not go along as the cause.
      self.init(.badAddress, "a header field cannot be sent", host: host, mayHaveReachedServer: false)
    default:
      self.init(.connectionLost, "the connection broke before the answer was complete", host: host, cause: error)
    }
  }

  private init(_ error: NIOConnectionError, host: String?) {
    let message: String
    if error.connectionErrors.isEmpty {
      message = "the host is not known"
    } else if error.connectionErrors.contains(where: { ($0.error as? IOError)?.errnoCode == ECONNREFUSED }) {
      message = "the connection was refused"
    } else {
      message = "no connection to the host"
    }
    self.init(.unreachable, message, host: host, mayHaveReachedServer: false, cause: error)
  }

  /// Error numbers that only a connection attempt has.
  private static let failuresToConnect = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, ENETDOWN]

  /// A time for people: `30 s`, or `700 ms` below two seconds. What is left of a deadline after some redirects has
  /// nine more digits that nobody wants to read.
  private static func rounded(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    if seconds < 2 { return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms" }
    return "\(attoseconds >= 500_000_000_000_000_000 ? seconds + 1 : seconds) s"
  }
}
