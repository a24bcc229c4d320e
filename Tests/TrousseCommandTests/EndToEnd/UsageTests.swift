import Foundation
import PronoteWire
import Testing

@Suite struct `Wrong usage` {
  @Test(arguments: [
    ["frobnicate"], ["timetable", "--frobnicate"], ["login"], ["login", "http://127.0.0.1:1/pronote"],
    ["login", "http://127.0.0.1:1/pronote", "--username", "x"],
    ["login", "http://127.0.0.1:1/pronote", "--username", "x", "--password", "y"],
    ["login", "http://127.0.0.1:1/pronote", "--username", "x", "--password-stdin", "--password-file", "y"],
    ["login", "http://127.0.0.1:1/pronote", "--username", "x", "--password-stdin", "--space", "attic"],
    ["login", "not an address", "--username", "x", "--password-stdin"],
    ["logout"], ["probe"], ["timetable", "--deadline", "0"], ["timetable", "--deadline", "soon"],
    ["timetable", "--account"], ["wire", "decode"], ["wire", "decode", "Nothing", "-"],
    ["wire", "decode", "PageEmploiDuTemps", "-"], ["timetable", "--vault", ""], ["grades", "extra"],
  ])
  func `is one line, an object, and exit code 64`(arguments: [String]) async throws {
    let run = try await ToolHome.with { try await $0.run(arguments + ["--json"], input: "secret") }
    #expect(run.status == 64, "\(run)")
    #expect(run.errorLines.count == 1, "\(run)")
    #expect(run.errorText.hasPrefix("trousse: "))
    let error = try run.json()["error"]
    #expect(error?.members.map(\.name) == ["code", "step", "message", "facts"])
  }

  @Test func `without an account says how to get one`() async throws {
    try await ToolHome.with { home in
      for command in ["timetable", "grades", "averages", "homework", "school"] {
        let run = try await home.run(command)
        #expect(run.status == 64, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errorLines.count == 1)
        #expect(run.errorText.contains("trousse login"), "\(run)")
      }
      #expect(try home.permissions() == [:], "reading makes no directories")
    }
  }

  @Test(arguments: [["--help"], ["help", "timetable"], ["timetable", "--help"], ["school", "serve", "--help"], []])
  func `is not to ask for help`(arguments: [String]) async throws {
    let run = try await ToolHome.with { try await $0.run(arguments) }
    #expect(run.status == 0, "\(run)")
    #expect(run.errors.isEmpty, "\(run)")
    #expect(run.outputText.contains("USAGE: trousse"))
  }

  @Test func `is not to ask for the version`() async throws {
    let run = try await ToolHome.with { try await $0.run("--version") }
    #expect(run.status == 0)
    #expect(run.outputText.wholeMatch(of: #/trousse \d+\.\d+\.\d+\n/#) != nil, "\(run)")
  }

  @Test func `does not lead to a password that is empty or no text`() async throws {
    try await ToolHome.with { home in
      let login = ["login", "http://127.0.0.1:1/pronote", "--username", "x", "--password-stdin", "--json"]
      let empty = try await home.run(login, input: "\n")
      #expect(empty.status == 64, "\(empty)")
      let path = home.folder + "/latin"
      try Data([0xC9, 0x6C, 0xE8]).write(to: URL(fileURLWithPath: path))
      let latin = try await home.run(
        "login",
        "http://127.0.0.1:1/pronote",
        "--username",
        "x",
        "--password-file",
        path,
        "--json"
      )
      #expect(latin.status == 65, "\(latin)")
      #expect(try latin.json()["error"]?["code"]?.string == "unreadableFile")
    }
  }

  @Test func `of a file that is not there is exit code 65`() async throws {
    try await ToolHome.with { home in
      for path in [home.folder + "/nothing.json", home.folder] {
        let run = try await home.run("wire", "decode", "InfoMobileApp", path, "--json")
        #expect(run.status == 65, "\(run)")
        #expect(run.errorLines.count == 1)
        #expect(JSONShape.failure(code: "unreadableFile", step: "file").problems(try run.json()) == [])
      }
    }
  }
}
