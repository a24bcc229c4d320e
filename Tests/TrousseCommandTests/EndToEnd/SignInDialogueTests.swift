import Foundation
import PronoteWire
import Testing

/// What a sign-in needs and was not given: a person at a terminal is asked, a script is told.
@Suite(.school("--encrypt"), .timeLimit(.minutes(5))) struct `What a sign-in was not given` {
  private func start(_ home: ToolHome, _ arguments: [String]) throws -> TerminalProcess {
    try TerminalProcess(arguments, environment: home.environment)
  }

  @Test func `is asked for at a terminal, the password without showing it`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let login = try start(home, ["login", school.root])
      try await login.answer("User name: ", with: "demonstration")
      try await login.answer("Password: ", with: "pronotevs")
      #expect(try await login.finish() == 0, "\(login.text)")
      #expect(!login.text.contains("pronotevs"))
      let id = try #require(try await home.json("accounts")["accounts"]?.elements.first?["id"]?.string)

      let again = try start(home, ["reauthenticate", id, school.root, "--username", "demonstration"])
      try await again.answer("Password: ", with: "pronotevs")
      #expect(try await again.finish() == 0, "\(again.text)")
      #expect(!again.text.contains("pronotevs"))
    }
  }

  @Test func `is asked for by a portal's commands, too`() async throws {
    let school = try ServedSchool.ofSuite()
    let portal = try #require(school.announcement["portal"]?.string)
    try await ToolHome.with { home in
      for arguments in [["portal", "login", portal], ["login", school.root, "--portal", "auto"]] {
        let tool = try start(home, arguments)
        try await tool.answer("User name: ", with: "msmith")
        try await tool.answer("Password: ", with: "msmith")
        #expect(try await tool.finish() == 0, "\(tool.text)")
      }
    }
  }

  @Test func `is asked for of a pairing code`() async throws {
    let school = try ServedSchool.ofSuite()
    try await ToolHome.with { home in
      let code = try await home.run("school", "qr", school.root, "--qr-pin", "4711", "--json")
      let file = try home.file("code.json", code.outputText)
      let tool = try start(home, ["login", "--qr-json", file])
      try await tool.answer("PIN of the pairing code: ", with: "4711")
      #expect(try await tool.finish() == 0, "\(tool.text)")
      #expect(!tool.text.contains("4711"))
    }
  }

  @Test(arguments: [
    (["login", "URL"], "Give --username, and --password-stdin or --password-file"),
    (["login", "URL", "--username", "x"], "Give --password-stdin or --password-file"),
    (["login", "URL", "--password-stdin"], "Give --username"),
    (["portal", "login", "URL"], "Give --username, and --password-stdin or --password-file"),
    (["portal", "login", "URL", "--code", "1"], "Give --username"),
    (["login", "--qr-json", "code"], "Give either --qr-pin or --qr-pin-file"),
  ])
  func `is wrong usage where nobody can be asked`(arguments: [String], reason: String) async throws {
    let arguments = arguments.map { $0 == "URL" ? "http://127.0.0.1:1/pronote" : $0 }
    try await ToolHome.with { home in
      let run = try await home.run(arguments)
      #expect(run.status == 64, "\(run)")
      #expect(run.errorLines.count == 1 && run.errorText.contains("arguments: \(reason); see"), "\(run)")
      let unattended = try start(home, arguments + ["--unattended"])
      #expect(try await unattended.finish() == 64, "\(unattended.text)")
      #expect(unattended.text.contains(reason))
    }
  }
}
