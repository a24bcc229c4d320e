import CAS
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import Mustache
import NIOCore

/// The pages of the site, made of templates.
struct Pages: Sendable {
  private let library: MustacheLibrary
  /// What stands in front of every path, and the path that signs in.
  private let root: String
  private let login: String
  /// What stands around the pages that are asked for often, so that only their own part is rendered each time.
  private var shells: [ShellName: Shell] = [:]

  private struct ShellName: Hashable {
    var title: String
    var isSignedIn: Bool
  }

  private struct Shell {
    var head: Substring
    var tail: Substring
  }

  init(root: String = "", login: String = "/login") throws {
    self.root = root
    self.login = login
    MustacheContentTypes.register(StrictHTML(), named: "STRICT")
    library = try MustacheLibrary(
      templates: Templates.all.mapValues { try MustacheTemplate(string: "{{% CONTENT_TYPE: STRICT}}" + $0) }
    )
    for (title, isSignedIn) in [("Welcome", false), ("Welcome", true), ("Protected page", true)] {
      let name = ShellName(title: title, isSignedIn: isSignedIn)
      shells[name] = shell(name)
    }
  }

  /// The home page, which everybody may see.
  func home(_ identity: CASIdentity?) -> Response {
    html(page("home", title: "Welcome", identity: identity), cached: "private, no-store")
  }

  /// The page of somebody who has signed in.
  func protected(_ identity: CASIdentity) -> Response {
    html(page("protected", title: "Protected page", identity: identity), cached: "private, no-store")
  }

  /// The page for what is not there.
  func notFound() -> Response {
    html(
      page("message", title: "Page not found", more: ["explanation": "There is nothing at this address."]),
      status: .notFound,
      cached: "no-store"
    )
  }

  /// The page of something that went wrong while signing in.
  func notice(_ notice: CASNotice) -> String {
    var more: [String: Any] = ["explanation": notice.explanation]
    if let code = notice.serverCode, !code.isEmpty { more["serverCode"] = code }
    if let text = notice.serverText, !text.isEmpty { more["serverText"] = text }
    if let address = notice.signIn {
      more["signIn"] = ["address": address, "label": notice.kind == .signInRequired ? "Sign in" : "Try again"]
    }
    if notice.kind == .notAllowed { more["mayLeave"] = true }
    return page("message", title: notice.title, more: more)
  }

  /// What the pages look like.
  static func style() -> Response {
    Response(
      status: .ok,
      headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=3600"],
      body: .init(byteBuffer: ByteBuffer(string: Templates.style))
    )
  }

  private func page(
    _ template: String,
    title: String,
    identity: CASIdentity? = nil,
    more: [String: Any] = [:]
  ) -> String {
    var values = more
    values["root"] = root
    values["login"] = login
    if let identity {
      values["user"] = identity.user
      values["attributes"] = identity.attributes.map { ["name": $0.name, "values": $0.values] as [String: Any] }
      values["hasAttributes"] = !identity.attributes.isEmpty
    }
    let name = ShellName(title: title, isSignedIn: identity != nil)
    let shell = shells[name] ?? shell(name)
    return shell.head + (library.render(values, withTemplate: template) ?? "") + shell.tail
  }

  /// The shell of a page, in two parts.
  private func shell(_ name: ShellName) -> Shell {
    let mark: Character = "\u{1}"
    let values: [String: Any] = [
      "title": name.title, "isSignedIn": name.isSignedIn, "root": root, "login": login, "content": String(mark),
    ]
    let text = library.render(values, withTemplate: "shell") ?? String(mark)
    let place = text.firstIndex(of: mark) ?? text.endIndex
    return Shell(head: text[..<place], tail: text[place...].dropFirst())
  }

  private func html(_ text: String, status: HTTPResponse.Status = .ok, cached: String) -> Response {
    Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: cached],
      body: .init(byteBuffer: ByteBuffer(string: text))
    )
  }
}
