/// Cookies as a browser keeps them: RFC 6265 section 5.
///
/// A value: two sessions with a jar each share nothing. Times are seconds since 1970, handed in by the caller.
///
/// ```swift
/// var jar = CookieJar()
/// jar.store("sid=abc; Path=/; Secure", from: address, now: now)
/// jar.header(for: address, now: now)   // "sid=abc"
/// ```
///
/// There is no list of public suffixes: a server under `co.uk` could set a cookie for all of `co.uk`. A domain without
/// a dot and a foreign domain are refused.
public struct CookieJar: Sendable, Hashable, Codable {
  /// The most cookies that one domain may have; the oldest goes first.
  public static let maximumPerDomain = 60

  /// The most cookies in a jar; the oldest goes first.
  public static let maximum = 1000

  /// The cookies, oldest first. Expired ones may be among them.
  public private(set) var cookies: [Cookie] = []

  private var nextSerial: UInt64 = 0

  /// An empty jar.
  public init() {}

  /// Takes in one `Set-Cookie` header field of an answer from an address. What cannot be read, or may not be set by
  /// that server, is ignored; what has expired is removed.
  public mutating func store(_ setCookie: String, from address: WebAddress, now: Int64) {
    guard let cookie = Cookie(setCookie: setCookie, from: address, now: now) else { return }
    insert(cookie, now: now)
  }

  /// Takes in all `Set-Cookie` header fields of an answer.
  public mutating func store(_ response: WebResponse, now: Int64) {
    for field in response.headers where field.name.equalsIgnoringASCIICase("Set-Cookie") {
      store(field.value, from: response.address, now: now)
    }
  }

  /// Puts a session cookie for a host and all its paths into the jar, as a script of a page would.
  public mutating func set(name: String, value: String, for address: WebAddress) {
    insert(Cookie(name: name, value: value, domain: address.host, path: "/"), now: .min)
  }

  /// The `Cookie` header field for a request, longer paths and older cookies first; nil when no cookie goes there.
  public func header(for address: WebAddress, now: Int64) -> String? {
    let matching = cookies.filter { $0.matches(address, now: now) }
    guard !matching.isEmpty else { return nil }
    return
      matching
      .sorted { left, right in
        let lengths = (left.path.utf8.count, right.path.utf8.count)
        return lengths.0 == lengths.1 ? left.serial < right.serial : lengths.0 > lengths.1
      }
      .map { "\($0.name)=\($0.value.reveal())" }
      .joined(separator: "; ")
  }

  /// The value of the cookie of that name that goes first to an address.
  public func value(of name: String, for address: WebAddress, now: Int64) -> Secret<String>? {
    cookies
      .filter { $0.name == name && $0.matches(address, now: now) }
      .max { ($0.path.utf8.count, $1.serial) < ($1.path.utf8.count, $0.serial) }?
      .value
  }

  /// A jar with the cookies of one name alone.
  package func only(named name: String) -> CookieJar {
    var jar = self
    jar.cookies.removeAll { $0.name != name }
    return jar
  }

  /// Removes what has expired.
  public mutating func removeExpired(now: Int64) {
    cookies.removeAll { $0.isExpired(now: now) }
  }

  private mutating func insert(_ cookie: Cookie, now: Int64) {
    var cookie = cookie
    let same = cookies.firstIndex {
      $0.name == cookie.name && $0.domain == cookie.domain && $0.path == cookie.path
        && $0.isHostOnly == cookie.isHostOnly
    }
    if let same {
      // A new value keeps the place of the old one in the order (section 5.3 step 11).
      cookie.serial = cookies[same].serial
      if cookie.isExpired(now: now) {
        cookies.remove(at: same)
      } else {
        cookies[same] = cookie
      }
      return
    }
    guard !cookie.isExpired(now: now) else { return }
    cookie.serial = nextSerial
    nextSerial &+= 1
    cookies.append(cookie)
    makeRoom(in: cookie.domain, now: now)
  }

  private mutating func makeRoom(in domain: String, now: Int64) {
    if cookies.count(where: { $0.domain == domain }) > CookieJar.maximumPerDomain {
      removeExpired(now: now)
      if cookies.count(where: { $0.domain == domain }) > CookieJar.maximumPerDomain,
        let oldest = cookies.firstIndex(where: { $0.domain == domain })
      {
        cookies.remove(at: oldest)
      }
    }
    if cookies.count > CookieJar.maximum { removeExpired(now: now) }
    if cookies.count > CookieJar.maximum { cookies.removeFirst() }
  }
}
