/// A cookie as a jar keeps it (RFC 6265 section 5.3).
public struct Cookie: Sendable, Hashable {
  /// The name; case matters.
  public let name: String

  /// The value exactly as it came, quotes included. A session cookie is as good as a password.
  public let value: Secret<String>

  /// The host it belongs to, or the domain when it is not ``isHostOnly``. In lower case.
  public let domain: String

  /// The path it belongs to, and everything below it.
  public let path: String

  /// Whether it goes to exactly its host, and not to hosts below it.
  public let isHostOnly: Bool

  /// Whether it goes over encrypted connections only.
  public let isSecure: Bool

  /// Whether scripts of a page may not read it.
  public let isHTTPOnly: Bool

  /// When it ends, in seconds since 1970; nil for a session cookie.
  public let expires: Int64?

  /// Its place in the order in which the jar's cookies were first set.
  var serial: UInt64

  /// Whether it is over at a time (seconds since 1970).
  public func isExpired(now: Int64) -> Bool {
    expires.map { $0 <= now } ?? false
  }

  /// Whether it goes with a request to an address (RFC 6265 section 5.4). Encryption is not asked of this machine
  /// itself, so that secure cookies work with a server on loopback.
  func matches(_ address: WebAddress, now: Int64) -> Bool {
    (isHostOnly ? address.host == domain : Cookie.host(address.host, isWithin: domain))
      && Cookie.path(address.path, isWithin: path)
      && (!isSecure || address.isSecure || address.isLoopback)
      && !isExpired(now: now)
  }

  /// Whether a host is a domain or lies below it (section 5.1.3). Both in lower case.
  static func host(_ host: String, isWithin domain: String) -> Bool {
    host == domain || (host.hasSuffix("." + domain) && !HostName.isAddress(host))
  }

  /// Whether a request path is a cookie path or lies below it (section 5.1.4).
  static func path(_ path: String, isWithin cookiePath: String) -> Bool {
    guard path.utf8.starts(with: cookiePath.utf8) else { return false }
    let next = path.utf8.dropFirst(cookiePath.utf8.count).first
    return next == nil || next == UInt8(ascii: "/") || cookiePath.utf8.last == UInt8(ascii: "/")
  }
}

/// Jars can be stored, and this is the one place where that writes the values down.
extension Cookie: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, value, domain, path, isHostOnly, isSecure, isHTTPOnly, expires, serial
  }

  /// Reads a stored cookie.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    value = Secret(try container.decode(String.self, forKey: .value))
    domain = try container.decode(String.self, forKey: .domain)
    path = try container.decode(String.self, forKey: .path)
    isHostOnly = try container.decode(Bool.self, forKey: .isHostOnly)
    isSecure = try container.decode(Bool.self, forKey: .isSecure)
    isHTTPOnly = try container.decode(Bool.self, forKey: .isHTTPOnly)
    expires = try container.decodeIfPresent(Int64.self, forKey: .expires)
    serial = try container.decode(UInt64.self, forKey: .serial)
  }

  /// Writes the cookie down, its value in the clear.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(value.reveal(), forKey: .value)
    try container.encode(domain, forKey: .domain)
    try container.encode(path, forKey: .path)
    try container.encode(isHostOnly, forKey: .isHostOnly)
    try container.encode(isSecure, forKey: .isSecure)
    try container.encode(isHTTPOnly, forKey: .isHTTPOnly)
    try container.encodeIfPresent(expires, forKey: .expires)
    try container.encode(serial, forKey: .serial)
  }
}

extension Cookie {
  /// A cookie of these parts.
  init(
    name: String,
    value: String,
    domain: String,
    path: String,
    isHostOnly: Bool = true,
    isSecure: Bool = false,
    isHTTPOnly: Bool = false,
    expires: Int64? = nil
  ) {
    self.name = name
    self.value = Secret(value)
    self.domain = domain
    self.path = path
    self.isHostOnly = isHostOnly
    self.isSecure = isSecure
    self.isHTTPOnly = isHTTPOnly
    self.expires = expires
    serial = 0
  }
}
