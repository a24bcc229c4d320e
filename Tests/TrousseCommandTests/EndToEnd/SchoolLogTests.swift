import Foundation
import SchoolModel
import TestSupport
import Testing

@Suite struct `The log of trousse school serve` {
  @Test func `has a line for every sign-in, and no secret`() async throws {
    let school = try await ServedSchool.start(["--today", SchoolContent.today.description])
    try await ToolHome.with { home in
      try await home.signIn(school)
      #expect(try await home.run("grades", "--fresh").status == 0)
      #expect(try await home.login(school, password: "wrong-password").status == 77)
    }
    let run = try await school.stop()
    let lines = run.errorLines.map { $0.replacing(/\d\d:\d\d:\d\d/, with: "TIME") }
    #expect(
      lines == [
        "sign-in TIME student demonstration: password to pair a device: accepted",
        "sign-in TIME student demonstration: app token, the newest: accepted",
        "sign-in TIME student demonstration: password to pair a device: refused",
      ],
      "\(run)"
    )
  }

  @Test func `says which day and seed a data file keeps`() async throws {
    let content = try SchoolFiles.copy()
    defer { SchoolFiles.remove(content) }
    func errors(_ arguments: String...) async throws -> [Substring] {
      try await ServedSchool.start(["--data", content] + arguments).stop().errorLines
    }
    let other = try await errors("--today", "2024-05-15", "--seed", "99")
    #expect(other.count == 1)
    for part in [content, SchoolContent.today.description, "--today 2024-05-15", "--seed 99"] {
      #expect(other.first?.contains(part) == true, "\(other)")
    }
    #expect(try await errors("--today", SchoolContent.today.description, "--seed", "1").isEmpty)
    #expect(try await errors().isEmpty)
  }

  /// Whoever starts a school and reads nothing but its first line must not stop it.
  @Test func `leaves lines out rather than wait for a reader`() async throws {
    let pipe = Pipe()
    let full = [UInt8](repeating: 10, count: 65_536)
    // A pipe that holds 64 KB, and is full.
    #expect(
      full.withUnsafeBytes { write(pipe.fileHandleForWriting.fileDescriptor, $0.baseAddress, $0.count) } == 65_536
    )
    let school = try await ServedSchool.start(
      ["--today", SchoolContent.today.description],
      errors: pipe.fileHandleForWriting
    )
    try await ToolHome.with { home in _ = try await home.signIn(school) }
    _ = try await school.stop()
    try pipe.fileHandleForReading.close()
  }
}
