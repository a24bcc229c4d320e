import Foundation
import PronoteWire
import Testing

/// The second factor at a terminal: the tool asks, a person types.
@Suite(.school("--encrypt"), .timeLimit(.minutes(5))) struct `At a terminal` {
  private func start(_ home: ToolHome, _ username: String, _ more: String...) throws -> TerminalProcess {
    let school = try ServedSchool.ofSuite()
    return try TerminalProcess(
      ["login", school.root, "--username", username, "--password-stdin"] + more,
      environment: home.environment
    )
  }

  @Test func `the PIN is asked for until it is right, and never shown`() async throws {
    try await ToolHome.with { home in
      let tool = try start(home, "pin")
      try await tool.answer("Password: ", with: "pronotevs")
      try await tool.answer("PIN of the account: ", with: "9876")
      try await tool.answer("PIN of the account: ", with: "12")
      try await tool.answer("PIN of the account: ", with: "1234")
      try await tool.answer("Name of this device at the school", with: "Un nom bien trop long pour un seul appareil")
      try await tool.answer("Name of this device at the school", with: "Mon PC")
      #expect(try await tool.finish() == 0)
      for secret in ["pronotevs", "9876", "1234"] { #expect(!tool.text.contains(secret), "\(tool.text)") }
      #expect(try await home.run("timetable", "--no-unattended").status == 0)
    }
  }

  @Test func `three wrong PINs are enough`() async throws {
    try await ToolHome.with { home in
      let tool = try start(home, "pin", "--device-name", "Mon PC")
      try await tool.answer("Password: ", with: "pronotevs")
      for pin in ["1111", "2222", "3333"] { try await tool.answer("PIN of the account: ", with: pin) }
      try await tool.wait(for: "for the third time")
      #expect(try await tool.finish() == 77)
      let accounts = try await home.json("accounts")
      #expect(accounts["accounts"]?.count == 0, "nothing is stored of an account that never opened")
    }
  }

  @Test func `a password and a protection are chosen`() async throws {
    // A school of its own: the account is another one afterwards.
    try await ServedSchool.with { school in
      try await ToolHome.with { home in
        let arguments = ["login", school.root, "--username", "nouveau", "--password-stdin"]
        let tool = try TerminalProcess(arguments, environment: home.environment)
        try await tool.answer("Password: ", with: "pronotevs")
        try await tool.wait(for: "The school wants another password, with 8 to")
        try await tool.answer("New password: ", with: "court")
        try await tool.answer("The same again: ", with: "court")
        try await tool.wait(for: "shorter than 8 characters")
        try await tool.answer("New password: ", with: "Tr0us5e-2026")
        try await tool.answer("The same again: ", with: "Tr0us5e-2027")
        try await tool.answer("New password: ", with: "Tr0us5e-2026")
        try await tool.answer("The same again: ", with: "Tr0us5e-2026")
        try await tool.answer("Number", with: "9")
        try await tool.answer("Number", with: "3")
        try await tool.answer("New PIN, four digits: ", with: "2468")
        try await tool.answer("The same again: ", with: "2468")
        try await tool.answer("Name of this device at the school", with: "")
        #expect(try await tool.finish() == 0, "\(tool.text)")
        for secret in ["Tr0us5e", "2468", "court"] { #expect(!tool.text.contains(secret), "\(tool.text)") }
        #expect(try await home.run("timetable", "--no-unattended").status == 0)
        let old = try await home.login(school, as: "nouveau")
        #expect(old.status == 77, "\(old)")
        let new = try await home.login(school, as: "nouveau", password: "Tr0us5e-2026")
        #expect(new.status == 78 && new.errorText.contains("enter the account's PIN (--pin-file)"), "\(new)")
      }
    }
  }

  @Test func `nobody is asked in an unattended run`() async throws {
    try await ToolHome.with { home in
      let file = try home.file("password", "pronotevs")
      let school = try ServedSchool.ofSuite()
      let tool = try TerminalProcess(
        ["login", school.root, "--username", "pin", "--password-file", file, "--unattended"],
        environment: home.environment
      )
      #expect(try await tool.finish() == 78)
      #expect(tool.text.contains("enter the account's PIN (--pin-file), name this device (--device-name)"))
    }
  }
}
