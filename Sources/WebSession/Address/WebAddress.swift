/// The address of something on the web: scheme, host, port, path and query of an `http` or `https` URL.
///
/// Built so that equal addresses are equal values: scheme and host are in lower case, a default port is left out, dot
/// segments are removed, an empty path is `/`. The fragment is dropped, because it never travels. User names and
/// passwords in addresses are refused, and so are host names outside ASCII.
///
/// ```swift
/// let page = WebAddress("https://example.test/pronote/eleve.html?login=true")!
/// page.resolving("../x y")?.description   // https://example.test/x%20y
/// ```
public struct WebAddress: Sendable, Hashable {
  /// `http` or `https`.
  public let scheme: String

  /// The host in lower case: a name, an IPv4 address, or an IPv6 address without its brackets.
  public let host: String

  /// The port, nil when it is the one that the scheme implies.
  public let port: Int?

  /// The path, percent-encoded; starts with a slash.
  public let path: String

  /// What follows the question mark, percent-encoded; nil without a question mark.
  public let query: String?

  /// The longest address that is read, in bytes.
  static let maximumLength = 65_536

  /// Takes parts that are known to be clean.
  init(scheme: String, host: String, port: Int?, path: String, query: String?) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
    self.query = query
  }

  /// Whether the connection is encrypted (`https`).
  public var isSecure: Bool { scheme == "https" }

  /// Whether the host is this machine: `localhost` and names below it, 127.0.0.0/8, `::1`.
  public var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "::1"
      || (host.hasPrefix("127.") && HostName.isIPv4(host))
  }

  /// Scheme, host and port: `https://example.test:8443`. No slash at the end.
  public var origin: String {
    let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    return port.map { "\(scheme)://\(name):\($0)" } ?? "\(scheme)://\(name)"
  }

  /// What goes into the request line: `/path?query`.
  public var pathAndQuery: String {
    query.map { "\(path)?\($0)" } ?? path
  }

  /// This address without its query, for reports that must not show tickets and tokens.
  public var withoutQuery: WebAddress {
    WebAddress(scheme: scheme, host: host, port: port, path: path, query: nil)
  }

  /// This address with more segments at the end of its path. Every segment is percent-encoded, slashes too.
  /// Empty segments, `.` and `..` are left out. The query is dropped.
  public func appending(path segments: String...) -> WebAddress {
    var longer = path
    for segment in segments where !segment.isEmpty && segment != "." && segment != ".." {
      if !longer.hasSuffix("/") { longer += "/" }
      longer += PercentEncoding.encodedSegment(segment)
    }
    return WebAddress(scheme: scheme, host: host, port: port, path: longer, query: nil)
  }

  /// This address with fields added to its query, encoded as a form would be.
  public func appending(query fields: [(name: String, value: String)]) -> WebAddress {
    let added = FormEncoding.encode(fields)
    let kept = query ?? ""
    let joined = kept.isEmpty || added.isEmpty ? kept + added : "\(kept)&\(added)"
    return WebAddress(scheme: scheme, host: host, port: port, path: path, query: joined.isEmpty ? query : joined)
  }
}

extension WebAddress: CustomStringConvertible {
  /// The whole address as text, with its query.
  public var description: String { origin + pathAndQuery }
}
