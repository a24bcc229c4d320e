import HTTPTypes
import HummingbirdCAS
import HummingbirdTesting
import Testing

/// Scripts in pages are programs, and are told so; only somebody who opens a page is sent to sign in.
@Suite struct FetchMetadataTests {
  private static func fields(_ pairs: [String: String], accept: String) throws -> HTTPFields {
    var fields: HTTPFields = [.accept: accept]
    for (name, value) in pairs { fields[try #require(HTTPField.Name(name))] = value }
    return fields
  }

  @Test(
    arguments: [
      ["Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"], ["Sec-Fetch-Mode": "same-origin"],
      ["Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"], ["Sec-Fetch-Mode": "websocket"],
      ["Sec-Fetch-Dest": "empty"], ["X-Requested-With": "XMLHttpRequest"], ["X-Requested-With": "xmlhttprequest"],
    ],
    [HTTPRequest.Method.get, .head, .post]
  )
  func `A script in a page gets status 401`(_ pairs: [String: String], _ method: HTTPRequest.Method) async throws {
    try await TestSite().test { client in
      for accept in ["*/*", TestBrowser.page] {
        let response = try await TestBrowser(client).send("/private", method, Self.fields(pairs, accept: accept))
        #expect(response.status == .unauthorized)
        #expect(response.headers[.wwwAuthenticate] == "CAS")
        #expect(response.headers[.contentType] == "application/json; charset=utf-8")
        #expect(response.headers[.cacheControl] == "no-store", "the answer depends on more than the address")
        #expect(response.headers[.location] == nil)
      }
    }
  }

  @Test(arguments: [HTTPRequest.Method.get, .head], ["*/*", TestBrowser.page, "application/json"])
  func `Somebody who opens a page is sent to sign in`(_ method: HTTPRequest.Method, _ accept: String) async throws {
    try await TestSite().test { client in
      for destination in ["document", "iframe", "empty"] {
        let pairs = ["Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": destination]
        let response = try await TestBrowser(client).send("/private", method, Self.fields(pairs, accept: accept))
        #expect(response.status == .seeOther)
        #expect(response.headers[.cacheControl] == "no-store")
      }
    }
  }

  @Test func `Somebody who sent a form is shown a page, because a redirect would lose the form`() async throws {
    try await TestSite().test { client in
      let fields = try Self.fields(["Sec-Fetch-Mode": "navigate"], accept: TestBrowser.page)
      let response = try await TestBrowser(client).send("/private", .post, fields)
      #expect(response.status == .unauthorized)
      #expect(response.text.contains("<h1>Please sign in</h1>"))
    }
  }

  @Test(arguments: ["*/*", TestBrowser.page])
  func `What a browser of tomorrow says is left to the old rules`(_ accept: String) async throws {
    try await TestSite().test { client in
      let fields = try Self.fields(["Sec-Fetch-Mode": "teleport"], accept: accept)
      #expect(try await TestBrowser(client).send("/private", .get, fields).status == .seeOther)
      #expect(try await TestBrowser(client).send("/private", .post, fields).status == .unauthorized)
    }
  }

  @Test func `A script is not sent round to sign in silently`() async throws {
    try await TestSite().test { client in
      let page = try Self.fields(["Sec-Fetch-Mode": "navigate"], accept: TestBrowser.page)
      #expect(try await TestBrowser(client).send("/greeting", .get, page).status == .seeOther)
      let script = try Self.fields(["Sec-Fetch-Mode": "cors"], accept: TestBrowser.page)
      #expect(try await TestBrowser(client).send("/greeting", .get, script).status == .ok)
    }
  }
}
