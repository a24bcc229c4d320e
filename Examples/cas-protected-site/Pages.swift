import CAS
import HTTPTypes
import Hummingbird
import HummingbirdCAS
import NIOCore

/// The pages of the site.
struct Pages: Sendable {
  /// What stands in front of every path.
  let root: String
  /// The path that signs in.
  let login: String

  init(root: String = "", login: String = "/login") {
    self.root = root
    self.login = login
  }

  /// The home page, which everybody may see.
  func home(_ identity: CASIdentity?) -> Response {
    let state: HTML =
      if let identity {
        """
        <p>You are signed in as <strong>\(identity.user)</strong>.</p>
        <p><a class="button" href="\(root)/logout">Sign out</a></p>
        """
      } else {
        """
        <p>You are not signed in.</p>
        <p><a class="button" href="\(root)\(login)">Sign in</a></p>
        """
      }
    let content: HTML = """
      <p>Everybody may see this page. The <a href="\(root)/protected">protected page</a> is for people who have signed in.</p>
      \(state)
      """
    return answer(page("Welcome", isSignedIn: identity != nil, content))
  }

  /// The page of somebody who has signed in.
  func protected(_ identity: CASIdentity) -> Response {
    let content: HTML = """
      <p>You are signed in as <strong>\(identity.user)</strong>.</p>
      \(attributes(identity))
      <p><a class="button" href="\(root)/logout">Sign out</a></p>
      """
    return answer(page("Protected page", isSignedIn: true, content))
  }

  /// The page for what is not there.
  func notFound() -> Response {
    let content: HTML = """
      <p>There is nothing at this address.</p>
      <p><a href="\(root)/">Home page</a></p>
      """
    return answer(page("Page not found", content), status: .notFound)
  }

  /// The page of something that went wrong while signing in.
  func notice(_ notice: CASNotice) -> String {
    var more: HTML = ""
    if let code = notice.serverCode, !code.isEmpty {
      more += "<p>The sign-in service says: <code>\(code)</code></p>\n"
    }
    if let text = notice.serverText, !text.isEmpty { more += "<blockquote>\(text)</blockquote>\n" }
    var ways: HTML = ""
    if let address = notice.signIn {
      let label = notice.kind == .signInRequired ? "Sign in" : "Try again"
      ways += "<a class=\"button\" href=\"\(address)\">\(label)</a> "
    }
    if notice.kind == .notAllowed { ways += "<a class=\"button\" href=\"\(root)/logout\">Sign out</a> " }
    let content: HTML = """
      <p>\(notice.explanation)</p>
      \(more)<p>\(ways)<a href="\(root)/">Home page</a></p>
      """
    return page(notice.title, content).text
  }

  /// What the pages look like.
  static func style() -> Response {
    Response(
      status: .ok,
      headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=3600"],
      body: .init(byteBuffer: ByteBuffer(string: StyleSheet.text))
    )
  }

  private func attributes(_ identity: CASIdentity) -> HTML {
    guard !identity.attributes.isEmpty else { return "<p>The sign-in service says nothing else about you.</p>" }
    var rows: HTML = ""
    for (name, values) in identity.attributes {
      rows += "<div><dt>\(name)</dt>"
      for value in values { rows += "<dd>\(value)</dd>" }
      rows += "</div>\n"
    }
    return """
      <h2>What the sign-in service says about you</h2>
      <dl>
      \(rows)</dl>
      """
  }

  /// What stands around every page.
  private func page(_ title: String, isSignedIn: Bool = false, _ content: HTML) -> HTML {
    let door: HTML =
      isSignedIn
      ? "<a href=\"\(root)/logout\">Sign out</a>"
      : "<a href=\"\(root)\(login)\">Sign in</a>"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) · CAS protected site</title>
      <link rel="stylesheet" href="\(root)/style.css">
      <link rel="icon" href="data:,">
      </head>
      <body>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
      <nav aria-label="Site">
      <a class="brand" href="\(root)/">CAS protected site</a>
      <ul>
      <li><a href="\(root)/protected">Protected page</a></li>
      <li>\(door)</li>
      </ul>
      </nav>
      </header>
      <main id="content">
      <h1>\(title)</h1>
      \(content)
      </main>
      </body>
      </html>
      """
  }

  private static let headers: HTTPFields = [
    .contentType: "text/html; charset=utf-8", .cacheControl: "private, no-store",
  ]

  private func answer(_ page: HTML, status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: Pages.headers, body: .init(byteBuffer: ByteBuffer(string: page.text)))
  }
}
