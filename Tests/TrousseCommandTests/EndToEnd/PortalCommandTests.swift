import Foundation
import LemonLDAP
import PronoteWire
import Testing
import TestSupport
import WebSession
import WebTransport

/// The tool at the portal of the served school. What the portal is worth is judged by others.
@Suite(.school("--encrypt"), .timeLimit(.minutes(5))) struct `trousse portal` {
  private static let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

  private func portal() throws -> String { try #require(try ServedSchool.ofSuite().announcement["portal"]?.string) }

  private func login(_ username: String) throws -> [String] {
    ["portal", "login", try portal(), "--username", username, "--password-stdin"]
  }

  /// The code of the newest mail to a user, from the school's page of mails.
  static func mailedCode(to username: String, at school: ServedSchool) async throws -> String {
    let accounts = try #require(school.announcement["accounts"]?.elements)
    let address = try #require(accounts.first { $0["username"]?.string == username }?["mail"]?.string)
    let page = try #require(WebAddress("\(school.root)/mail.json"))
    let response = try await AsyncHTTPTransport.withTransport { try await $0.send(.get(page), limits: WebLimits()) }
    let mails = try JSONDocument(response.body).root.elements.filter { $0["to"]?.string == address }
    return try #require(mails.last?["code"]?.string)
  }

  @Test func `signs in, gets tickets that the school's CAS validates, and signs out`() async throws {
    let (portal, cas) = (try portal(), try #require(try ServedSchool.ofSuite().announcement["cas"]?.string))
    let service = "http://127.0.0.1:5000/app?x=1&y=%C3%A9"
    try await ToolHome.with { home in
      let before = try await home.run(["portal", "status", portal])
      #expect(before.status == 78, "\(before)")
      let signedIn = try await home.run(try login("msmith") + ["--json"], input: "msmith\n")
      #expect(signedIn.status == 0, "\(signedIn)")
      #expect(try signedIn.json()["username"]?.string == "msmith")
      #expect(try await home.run(["portal", "status", portal]).status == 0)
      let ticket = try await home.run(["portal", "ticket", portal, "--service", service])
      #expect(ticket.status == 0, "\(ticket)")
      let text = ticket.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
      let validated = try await home.run([
        "cas", "validate", "--cas", cas, "--service", service, "--ticket", text, "--json",
      ])
      #expect(try validated.json()["user"]?.string == "msmith", "\(validated)")
      #expect(try await home.run(["portal", "logout", portal]).status == 0)
      #expect(try await home.run(["portal", "ticket", portal, "--service", service]).status == 78)
    }
  }

  @Test(
    arguments: [
      ("zoe", "zebra-7", 77, 5), ("zoe", "", 64, nil), ("banned", "banned", 77, 41), ("closed", "closed", 77, nil),
      ("nomail", "nomail", 77, 88), ("a b<c", "x", 77, 40), ("notif", "notif", 78, nil),
    ] as [(String, String, Int32, Int?)]
  )
  func `says what the portal refuses, with its code`(
    _ username: String,
    _ password: String,
    _ status: Int32,
    _ code: Int?
  ) async throws {
    try await ToolHome.with { home in
      let run = try await home.run(try login(username) + ["--json"], input: password + "\n")
      #expect(run.status == status, "\(run)")
      #expect(try run.json()["error"]?["facts"]?["portalCode"]?.int == code, "\(run)")
      if password != username, !password.isEmpty { #expect(!run.errorText.contains(password)) }
    }
  }

  @Test func `goes on with a code in another process, and takes one of a secret`() async throws {
    let (school, portal) = (try ServedSchool.ofSuite(), try portal())
    try await ToolHome.with { home in
      let early = try await home.run(["portal", "login", portal, "--username", "dwho", "--code", "123456"])
      #expect(early.status == 64 && early.errorText.contains("no sign-in of dwho waits"), "\(early)")
      let waiting = try await home.run(try login("dwho"), input: "dwho\n")
      #expect(waiting.status == 78 && waiting.errorText.contains("--code"), "\(waiting)")
      let code = try await Self.mailedCode(to: "dwho", at: school)
      let done = try await home.run(["portal", "login", portal, "--username", "dwho", "--code", code])
      #expect(done.status == 0, "\(done)")
      let secret = ["--totp-secret-file", try home.file("secret", Self.secret + "\n")]
      let trusting = try await home.run(try login("rtyler") + secret + ["--trust", "--json"], input: "rtyler\n")
      #expect(try trusting.json()["trusted"]?.bool == true, "\(trusting)")
      // This machine is known now: no factor, until it signs out.
      let known = try await home.run(try login("rtyler"), input: "rtyler\n")
      #expect(known.status == 0, "\(known)")
      #expect(try await home.run(["portal", "logout", portal, "--username", "rtyler"]).status == 0)
      #expect(try await home.run(try login("rtyler"), input: "rtyler\n").status == 78)
    }
  }

  @Test func `takes the password and a code of the authenticator in one go, where there is a choice, too`() async throws
  {
    let generator = try OneTimePasswordGenerator(secret: Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
    try await ToolHome.with { home in
      let run = try await home.run(
        try login("davros") + ["--code", generator.code(at: Date())],
        input: "davros\n"
      )
      #expect(run.status == 0, "\(run)")
      let choosing = try await home.run(try login("davros"), input: "davros\n")
      #expect(choosing.status == 78 && choosing.errorText.contains("--method"), "\(choosing)")
    }
  }

  @Test func `reads password and code from one stream, the code when it is there`() async throws {
    let (school, portal) = (try ServedSchool.ofSuite(), try portal())
    try await ToolHome.with { home in
      // The mail comes while the tool waits: a pipe that is held open, as a script would.
      let tool = try TerminalProcess(
        ["portal", "login", portal, "--username", "davros", "--password-stdin", "--code-stdin", "--method", "mail"],
        environment: home.environment
      )
      try await tool.answer("Password: ", with: "davros")
      try await tool.wait(for: "sent a code by mail")
      let code = try await Self.mailedCode(to: "davros", at: school)
      try await tool.answer("Code: ", with: code)
      #expect(try await tool.finish() == 0)
      // Without a person: two lines. A code that is wrong ends it.
      let wrong = try await home.run(
        try login("rtyler") + ["--code-stdin", "--json"],
        input: "rtyler\n000000\n"
      )
      #expect(wrong.status == 77, "\(wrong)")
      #expect(try wrong.json()["error"]?["facts"]?["portalCode"]?.int == 96)
    }
  }

  @Test func `asks the person at a terminal`() async throws {
    let (school, portal) = (try ServedSchool.ofSuite(), try portal())
    try await ToolHome.with { home in
      let tool = try TerminalProcess(
        ["portal", "login", portal, "--username", "davros", "--password-stdin"],
        environment: home.environment
      )
      try await tool.answer("Password: ", with: "davros")
      try await tool.answer("Second factor", with: "pigeon")
      try await tool.answer("Second factor", with: "mail")
      try await tool.answer("Code (r: send it again): ", with: "r")
      try await tool.wait(for: "too early")
      let code = try await Self.mailedCode(to: "davros", at: school)
      try await tool.answer("Code (r: send it again): ", with: code)
      #expect(try await tool.finish() == 0)
      #expect(!tool.text.contains("Password: davros"))
    }
  }

  @Test func `notices are shown, and accepted on request`() async throws {
    try await ServedSchool.with { school in
      let portal = try #require(school.announcement["portal"]?.string)
      try await ToolHome.with { home in
        let login = ["portal", "login", portal, "--username", "notif", "--password-stdin"]
        let shown = try await home.run(login, input: "notif\n")
        #expect(shown.status == 78 && shown.errorText.contains("--accept-notices"), "\(shown)")
        #expect(try await home.run(login + ["--accept-notices"], input: "notif\n").status == 0)
        #expect(try await home.run(login, input: "notif\n").status == 0)
      }
    }
  }
}
