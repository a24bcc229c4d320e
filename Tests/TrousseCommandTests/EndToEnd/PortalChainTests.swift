import Foundation
import PronoteWire
import Testing
import TestSupport

/// From a portal to a timetable, and again without the portal.
@Suite(.timeLimit(.minutes(5))) struct `In through a portal` {
  @Test(arguments: [[], ["--encrypt", "--compress"], ["--version", "2022.0.5"], ["--portal", "required"]])
  func `an account of each kind signs in, and needs the portal no more`(_ arguments: [String]) async throws {
    let content = try SchoolFiles.copy()
    defer { SchoolFiles.remove(content) }
    try await ToolHome.with { home in
      let port = try await serving(["--data", content] + arguments) { school in
        try await signIn(home, school)
        return try #require(Int(school.root.split(separator: ":").last?.prefix { $0.isNumber } ?? ""))
      }
      // The portal is gone; the school has the address and the data that it had.
      let others = arguments.first == "--portal" ? [] : arguments
      try await serving(["--data", content, "--portal", "off", "--port", "\(port)"] + others) { _ in
        let accounts = try #require(try await home.json("accounts")["accounts"]).elements
        #expect(accounts.count == 3)
        for account in accounts {
          let id = try #require(account["id"]?.string)
          let timetable = try await home.run(["timetable", "--account", id, "--no-unattended", "--json"])
          #expect(timetable.status == 0, "\(timetable)")
          #expect(try timetable.json()["lessons"]?.count ?? 0 > 0)
        }
      }
    }
  }

  /// A school that leaves its data behind.
  private func serving<Result: Sendable>(
    _ arguments: [String],
    _ body: (ServedSchool) async throws -> Result
  ) async throws -> Result {
    let school = try await ServedSchool.start(arguments)
    do {
      let result = try await body(school)
      _ = try await school.stop()
      return result
    } catch {
      _ = try? await school.stop()
      throw error
    }
  }

  private func signIn(_ home: ToolHome, _ school: ServedSchool) async throws {
    let login = ["login", school.root + "/eleve.html", "--portal", "auto", "--username"]
    let plain = try await home.run(login + ["msmith", "--password-stdin", "--json"], input: "msmith\n")
    #expect(plain.status == 0, "\(plain)")
    let secret = try home.file("secret", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\n")
    let oneTime = try await home.run(
      login + ["rtyler", "--password-stdin", "--totp-secret-file", secret],
      input: "rtyler\n"
    )
    #expect(oneTime.status == 0, "\(oneTime)")
    let waiting = try await home.run(login + ["dwho", "--password-stdin"], input: "dwho\n")
    #expect(waiting.status == 78, "\(waiting)")
    let code = try await `trousse portal`.mailedCode(to: "dwho", at: school)
    let mailed = try await home.run(login + ["dwho", "--code", code])
    #expect(mailed.status == 0, "\(mailed)")
    let accounts = try #require(try await home.json("accounts")["accounts"])
    #expect(accounts.elements.compactMap { $0["username"]?.string }.sorted() == ["dwho", "msmith", "rtyler"])
    #expect(accounts.elements.allSatisfy { $0["state"]?.string == "ready" })
    for account in accounts.elements {
      let id = try #require(account["id"]?.string)
      #expect(try await home.run(["timetable", "--account", id, "--no-unattended"]).status == 0)
    }
    // Nothing of the portal is kept.
    let portal = try #require(school.announcement["portal"]?.string)
    #expect(try await home.run(["portal", "status", portal]).status == 78)
    // The same account once more keeps its id.
    let again = try await home.run(login + ["msmith", "--password-stdin", "--json"], input: "msmith\n")
    #expect(try again.json()["id"]?.string == (try plain.json()["id"]?.string))
  }

  @Test func `what goes wrong says at which step`() async throws {
    try await ServedSchool.with { school in
      try await ToolHome.with { home in
        let login = ["login", school.root + "/eleve.html", "--username", "msmith", "--password-stdin", "--json"]
        let wrong = try await home.run(login + ["--portal", "auto"], input: "nope\n")
        #expect(wrong.status == 77, "\(wrong)")
        #expect(try wrong.json()["error"]?["step"]?.string == "password")
        // A portal that the school does not take tickets of.
        let other = try await home.run(login + ["--portal", "http://127.0.0.1:9/"], input: "msmith\n")
        #expect(other.status == 64, "\(other)")
        #expect(try other.json()["error"]?["step"]?.string == "entrance")
        // Somebody whom the portal knows, and the school does not.
        let stranger = try await home.run(
          [
            "login", school.root + "/eleve.html", "--username", "zoe", "--password-stdin", "--portal", "auto", "--json",
          ],
          input: "zoe\n"
        )
        #expect(stranger.status == 77, "\(stranger)")
        #expect(try stranger.json()["error"]?["code"]?.string == "portalRefused")
        // A space that is not the user's.
        let space = try await home.run(
          ["login", school.root + "/parent.html", "--username", "msmith", "--password-stdin", "--portal", "auto"],
          input: "msmith\n"
        )
        #expect(space.status == 77, "\(space)")
        #expect(try await home.json("accounts")["accounts"]?.count == 0)
      }
    }
    try await ServedSchool.with(["--portal", "off"]) { school in
      try await ToolHome.with { home in
        let run = try await home.run(
          ["login", school.root, "--username", "msmith", "--password-stdin", "--portal", "auto", "--json"],
          input: "msmith\n"
        )
        #expect(run.status == 78, "\(run)")
        #expect(try run.json()["error"]?["code"]?.string == "portalUnknown")
      }
    }
  }
}
