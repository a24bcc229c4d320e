import CAS
import Testing
import WebSession

@Suite struct `Addresses of a CAS client` {
  private let client = try! Stub.client(StubTransport(""))

  @Test(arguments: ["&", "#", "=", "+", "%", ";", " ", "\r\n", "\u{0}", "é", "ticket=ST-1", "a?b", "/../", "%26"])
  func `parse back to exactly what was meant`(text: String) throws {
    let service = try client.service("/app", query: [("next", text)])
    #expect(Stub.fields(client.loginURL(for: service)) == ["service→\(service.text)"])
    #expect(Stub.fields(service.text) == ["next→\(text)"])
    #expect(Stub.fields(client.logoutURL(returningTo: text, as: .url)) == ["url→\(text)"])
    #expect(service.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test func `are the same for login and validation, without any ticket`() async throws {
    let transport = StubTransport(Stub.success("<cas:user>lou</cas:user>"))
    let client = try Stub.client(transport)
    let service = try client.service("/app/é x", query: [("a", "1"), ("ticket", "ST-injected"), ("b", "2")])
    #expect(service.text == "https://app.example.org/app/%C3%A9%20x?a=1&b=2")
    _ = try await client.validate(CASTicket("ST-1"), for: service)
    let asked = try #require(transport.asked.first?.address.description)
    #expect(asked.hasPrefix("https://cas.example.org/cas/p3/serviceValidate?"))
    #expect(Stub.fields(asked) == ["service→\(service.text)", "ticket→ST-1"])
    #expect(Stub.fields(client.loginURL(for: service)) == ["service→\(service.text)"])
  }

  @Test func `ask for what was wished`() throws {
    let service = try client.service()
    #expect(client.loginURL(for: service, renew: true).hasSuffix("&renew=true"))
    #expect(client.loginURL(for: service, gateway: true, method: .post).hasSuffix("&gateway=true&method=POST"))
    #expect(!client.loginURL(for: service, renew: true, gateway: true).contains("gateway"))
    #expect(client.logoutURL() == "https://cas.example.org/cas/logout")
    #expect(client.logoutURL(returningTo: "https://x.example/").contains("/logout?service=https%3A%2F%2Fx.example%2F"))
  }

  @Test(arguments: ["/a/../b", "/./a", "/a\\b", "/a\u{1}b", "/a\nb"]) func `have no tricks in their paths`(path: String)
  {
    #expect(#expect(throws: CASError.self) { try client.service(path) }?.code == .badAddress)
  }

  @Test(arguments: [
    "http://cas.example.org/cas", "ftp://cas.example.org", "cas.example.org", "", "https://cas.example.org/cas?x=1",
    "https://cas.example.org/#x", "https://user:pass@cas.example.org/",
  ])
  func `have to be safe`(server: String) {
    let error = #expect(throws: CASError.self) {
      try CASClient.Configuration(server: server, serviceBase: Stub.base)
    }
    #expect(error?.code == .badConfiguration)
    let base = #expect(throws: CASError.self) { try CASClient.Configuration(server: Stub.server, serviceBase: server) }
    #expect(base?.code == .badConfiguration)
  }

  @Test(arguments: [
    "http://127.0.0.1:8080/cas", "http://localhost:3004", "https://cas.example.org/", "https://x.example",
  ])
  func `may be plain on this machine`(server: String) throws {
    let configuration = try CASClient.Configuration(server: server, serviceBase: server)
    #expect(!configuration.server.hasSuffix("/"))
  }

  @Test func `bring one ticket, or none`() throws {
    #expect(try client.ticket(from: "/app?a=1&ticket=ST-1-x.y_z&b=2")?.text == "ST-1-x.y_z")
    #expect(try client.ticket(from: "/app?tickets=ST-1") == nil)
    #expect(try client.ticket(from: "/app#?ticket=ST-1") == nil)
    for url in ["?ticket=", "?ticket=ST-1&ticket=ST-2", "?ticket=%zz", "?ticket=ST-1%26service%3Dhttps://evil"] {
      let error = #expect(throws: CASError.self) { try client.ticket(from: url) }
      #expect(error?.code == .malformedTicket)
    }
  }

  @Test func `of a service that is known as a whole stay as they are`() throws {
    #expect(try ServiceURL("https://a.example/x?b=%2f&ticket=ST-1&c").text == "https://a.example/x?b=%2f&c")
    #expect(try ServiceURL("http://a.example").text == "http://a.example")
    for text in ["a.example", "https://a.example/#f", "https://a.example/ b", "javascript:alert(1)"] {
      #expect(#expect(throws: CASError.self) { try ServiceURL(text) }?.code == .badAddress)
    }
  }
}
