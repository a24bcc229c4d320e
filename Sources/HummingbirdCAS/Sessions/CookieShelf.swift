import HTTPTypes
import Hummingbird
import WebSession

/// The two cookies of an application: that of the session, and that of a login under way.
struct CookieShelf: Sendable {
  private let sessionName: String
  private let loginName: String
  private let isSecure: Bool

  init(base: String, name: String) {
    let address = WebAddress(base)
    isSecure = address?.isSecure ?? true
    // Cookies know no ports: on a developer's machine, two applications would take each other's.
    let plain = isSecure ? "__Host-\(name)" : address?.port.map { "\(name)-\($0)" } ?? name
    sessionName = plain
    loginName = plain + "-login"
  }

  // MARK: - The session

  func sessionID(in request: Request) -> String? { value(sessionName, in: request) }

  func session(_ id: String) -> Hummingbird.Cookie { cookie(sessionName, id) }

  func endOfSession() -> Hummingbird.Cookie { cookie(sessionName, "", maxAge: 0) }

  // MARK: - The login

  /// What a browser holds while nobody has signed in.
  struct LoginCookie: Sendable, Hashable {
    /// The random value that states are sealed with.
    var browser: String
    /// Whether the server has been asked silently.
    var hasTriedSilently = false
    /// The state of the login, where the service URL may not carry it.
    var state: String?
  }

  func loginCookie(in request: Request) -> LoginCookie? {
    guard let text = value(loginName, in: request) else { return nil }
    let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard let browser = parts.first, SessionID.isPossible(browser) else { return nil }
    return LoginCookie(
      browser: browser,
      hasTriedSilently: parts.count > 1 && parts[1] == "s",
      state: parts.count > 2 ? parts[2] : nil
    )
  }

  func login(_ login: LoginCookie) -> Hummingbird.Cookie {
    cookie(loginName, "\(login.browser).\(login.hasTriedSilently ? "s" : "-")" + (login.state.map { ".\($0)" } ?? ""))
  }

  func endOfLogin() -> Hummingbird.Cookie { cookie(loginName, "", maxAge: 0) }

  // MARK: - Both

  /// The value of the first cookie of a name. Over bytes, because every request asks.
  private func value(_ name: String, in request: Request) -> String? {
    for var header in request.headers[values: .cookie] {
      let value: String? = header.withUTF8 { bytes in
        for pair in bytes.split(separator: UInt8(ascii: ";")) {
          let trimmed = pair.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
          guard trimmed.starts(with: name.utf8) else { continue }
          let rest = trimmed.dropFirst(name.utf8.count)
          if rest.first == UInt8(ascii: "=") { return String(decoding: rest.dropFirst(), as: UTF8.self) }
        }
        return nil
      }
      if let value { return value }
    }
    return nil
  }

  private func cookie(_ name: String, _ value: String, maxAge: Int? = nil) -> Hummingbird.Cookie {
    Hummingbird.Cookie(
      name: name,
      value: value,
      maxAge: maxAge,
      path: "/",
      secure: isSecure,
      httpOnly: true,
      sameSite: .lax
    )
  }
}
