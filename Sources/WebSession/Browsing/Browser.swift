import Foundation

/// The browser part of a session: cookies, a user agent, redirects followed by hand.
///
/// One browser per signed-in person: what it holds is what makes two people's requests different. Requests may run at
/// the same time; cookies are stored as answers arrive.
public actor Browser {
  /// Where an answer may send a request on to.
  public enum Redirects: Sendable, Hashable {
    /// Nowhere: the answer with its `Location` is the result.
    case none
    /// Only within scheme, host and port of the request, that many times.
    case sameOrigin(maximum: Int)
    /// Anywhere, that many times, but from `https` to `http` only on this machine itself.
    case anywhere(maximum: Int)
  }

  /// The cookies as they are now.
  public private(set) var cookies: CookieJar

  private let transport: any Transport
  /// The `User-Agent` of every request that has none.
  package nonisolated let userAgent: String
  private let limits: WebLimits
  private let now: @Sendable () -> Int64

  /// A browser over a transport.
  ///
  /// - Parameters:
  ///   - transport: what carries the requests.
  ///   - userAgent: the `User-Agent` of every request that has none.
  ///   - limits: the limits of requests that bring none.
  ///   - cookies: the cookies to start with.
  public init(
    transport: any Transport,
    userAgent: String,
    limits: WebLimits = .init(),
    cookies: CookieJar = .init()
  ) {
    self.init(transport: transport, userAgent: userAgent, limits: limits, cookies: cookies) {
      Int64(Date().timeIntervalSince1970)
    }
  }

  /// A browser with a clock for its cookies, in seconds since 1970.
  package init(
    transport: any Transport,
    userAgent: String,
    limits: WebLimits = .init(),
    cookies: CookieJar = .init(),
    now: @escaping @Sendable () -> Int64
  ) {
    self.transport = transport
    self.userAgent = userAgent
    self.limits = limits
    self.cookies = cookies
    self.now = now
  }

  /// Sends a request, and follows the redirects of its answers as far as is allowed.
  ///
  /// Cookies are added and stored at every hop. A POST becomes a GET after 301, 302 and 303, and stays as it is after
  /// 307 and 308. When a redirect leaves the origin, only harmless header fields go along: no `Authorization`.
  ///
  /// - Parameters:
  ///   - request: what to send. A `Cookie` header field of its own goes before those of the jar.
  ///   - redirects: where answers may send it on to.
  ///   - limits: the limits of this request; the deadline holds for all hops together.
  /// - Returns: the last answer, whatever its status.
  /// - Throws: ``WebError``, with `redirectRefused` or `tooManyRedirects` for redirects that are not followed;
  ///   `CancellationError`.
  public func send(
    _ request: WebRequest,
    redirects: Redirects = .none,
    limits: WebLimits? = nil
  ) async throws -> WebResponse {
    var limits = limits ?? self.limits
    let clock = ContinuousClock()
    let end = clock.now + limits.deadline
    var request = request
    var followed = 0
    while true {
      let response = try await transport.send(dressed(request), limits: limits)
      cookies.store(response, now: now())
      guard response.isRedirect, let next = try redirects.next(after: response, to: request, followed: followed)
      else { return response }
      followed += 1
      request = next
      limits.deadline = end - clock.now
      guard limits.deadline > .zero else {
        throw WebError(.timedOut, "the redirects took too long", host: request.address.host)
      }
    }
  }

  /// Puts a session cookie for a host and all its paths into the jar, as a script of a page would.
  public func setCookie(name: String, value: String, for address: WebAddress) {
    cookies.set(name: name, value: value, for: address)
  }

  /// Takes in a `Set-Cookie` header field, as if an answer from that address had brought it.
  public func setCookie(_ setCookie: String, from address: WebAddress) {
    cookies.store(setCookie, from: address, now: now())
  }

  /// Takes the cookies of a jar in place of its own: those of a browser that was stored.
  package func replaceCookies(_ jar: CookieJar) {
    cookies = jar
  }

  /// Forgets all cookies.
  public func removeCookies() {
    cookies = CookieJar()
  }

  /// The request with user agent and cookies.
  private func dressed(_ request: WebRequest) -> WebRequest {
    var request = request
    if request.header("User-Agent") == nil { request.headers.append(("User-Agent", userAgent)) }
    guard let stored = cookies.header(for: request.address, now: now()) else { return request }
    let own = request.header("Cookie")
    request.headers.removeAll { $0.name.equalsIgnoringASCIICase("Cookie") }
    request.headers.append(("Cookie", own.map { "\($0); \(stored)" } ?? stored))
    return request
  }
}
