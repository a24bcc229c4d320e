import PronoteWire
import SchoolServer
import Testing
import WebSession

/// A person with a browser in front of the portal.
struct PortalVisitor: Sendable {
  let school: WireSchool
  let browser: Browser

  init(_ school: WireSchool) {
    self.school = school
    browser = Browser(transport: school.transport, userAgent: "tests")
  }

  /// Gets something of the portal.
  func get(_ path: String = "", _ query: [(name: String, value: String)] = []) async throws -> WebResponse {
    try await get(at: "\(school.portal)\(path)", query)
  }

  /// Gets something anywhere.
  func get(at address: String, _ query: [(name: String, value: String)] = []) async throws -> WebResponse {
    try await browser.send(.get(try #require(WebAddress(address)).appending(query: query)))
  }

  /// Fills in the form of a page, and sends it.
  func submit(_ page: WebResponse, _ fields: [(name: String, value: String)]) async throws -> WebResponse {
    let form = try #require(HTMLPage(page.body).forms.first)
    return try await browser.send(try #require(form.request(from: page.address, filling: fields)))
  }

  /// Types a name and the password, which is the name, into the form of a page.
  func enter(_ user: String, at page: WebResponse) async throws -> WebResponse {
    try await submit(page, [("user", user), ("password", user)])
  }

  /// Signs in as somebody who has no second factor.
  @discardableResult
  func signIn(_ user: String) async throws -> WebResponse {
    let answer = try await enter(user, at: try await get())
    #expect(answer.status == 302)
    return answer
  }

  /// A ticket from the session that is there.
  func ticket(for service: String) async throws -> String {
    let answer = try await get("cas/login", [("service", service)])
    let location = try #require(answer.header("Location"))
    return try #require(location.firstMatch(of: /ticket=(ST-[0-9a-f]{64})$/).map { String($0.1) })
  }

  /// The code of the newest mail.
  func mailedCode() async throws -> String {
    let list = try JSONDocument(try await school.get("mail.json").body).root
    return try #require(list.elements.last?["code"]?.string)
  }

  /// Goes to a page of the school and wherever it leads, as a browser does.
  func follow(_ page: String) async throws -> WebResponse {
    try await follow(try await get(at: "\(school.root)/\(page)"))
  }

  func follow(_ response: WebResponse) async throws -> WebResponse {
    var response = response
    for _ in 0..<5 where response.status == 302 {
      response = try await get(at: try #require(response.header("Location")))
    }
    return response
  }

  /// What the portal says on a page, by its code.
  static func code(_ page: WebResponse) -> Int? {
    page.text.firstMatch(of: /trmsg="(\d+)"/).flatMap { Int($0.1) }
  }
}
