import Foundation
import PronoteWire
import SchoolServer
import Testing

/// Everything that the tool writes on the way through a portal, searched for what must not be there.
@Suite(.school("--encrypt"), .timeLimit(.minutes(5))) struct `Secrets of a portal stay where they belong` {
  private static let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

  @Test func `under --verbose, with every kind of step`() async throws {
    let school = try ServedSchool.ofSuite()
    let portal = try #require(school.announcement["portal"]?.string)
    try await ToolHome.with { home in
      var runs: [ToolRun] = []
      var secrets: Set<String> = [Self.secret, Self.secret.lowercased()]
      let login = { (user: String) in ["portal", "login", portal, "--username", user, "--password-stdin", "--verbose"] }
      let wrong = "Zq7-nobody-has-this"
      secrets.insert(wrong)
      runs.append(try await home.run(login("msmith"), input: wrong + "\n"))
      runs.append(try await home.run(login("dwho") + ["--json"], input: "dwho\n"))
      secrets.formUnion(try storedSecrets(home))
      let code = try await `trousse portal`.mailedCode(to: "dwho", at: school)
      secrets.insert(code)
      runs.append(
        try await home.run(["portal", "login", portal, "--username", "dwho", "--code", code, "--verbose"])
      )
      let trust = ["--totp-secret-file", try home.file("secret", Self.secret), "--trust"]
      runs.append(try await home.run(login("rtyler") + trust, input: "rtyler\n"))
      secrets.formUnion(try storedSecrets(home))
      #expect(secrets.count > 8, "cookies, tokens, the secret of the trusted browser")
      runs.append(try await home.run(["portal", "status", portal, "--username", "rtyler", "--verbose"]))
      let page = school.root + "/eleve.html"
      runs.append(
        try await home.run(
          ["login", page, "--portal", "auto", "--username", "rtyler", "--password-stdin", "--verbose"],
          input: "rtyler\n"
        )
      )
      #expect(runs.map(\.status) == [77, 78, 0, 0, 0, 0])
      let ticket = try await home.run([
        "portal", "ticket", portal, "--service", "http://127.0.0.1:5000/app", "--username", "rtyler", "--verbose",
      ])
      #expect(ticket.status == 0, "\(ticket)")
      let text = ticket.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(text.hasPrefix("ST-") && !ticket.errorText.contains(text))
      for run in runs {
        for secret in secrets {
          #expect(!run.outputText.contains(secret) && !run.errorText.contains(secret), "\(secret): \(run)")
        }
        #expect(!run.errorText.contains("ticket=") && !run.errorText.contains("ST-"), "\(run)")
      }
      // The password, which is the name here, is no value of any stored field but the name.
      #expect(try stored(home).allSatisfy { !$0.contains(Self.secret) })
    }
  }

  private func stored(_ home: ToolHome) throws -> [String] {
    let folder = home.vault + "/portals"
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }

  /// Values of cookies, one-time tokens and secrets in the records of portals.
  private func storedSecrets(_ home: ToolHome) throws -> Set<String> {
    var found: Set<String> = []
    func collect(_ view: JSONView) {
      for member in view.members {
        if ["value", "oneTimePasswordSecret"].contains(member.name), let text = member.value.string,
          text.utf8.count >= 8,
          text != "bootstrap"
        {
          found.insert(text)
        }
        collect(member.value)
      }
      for element in view.elements { collect(element) }
    }
    for text in try stored(home) { collect(try JSONDocument(Array(text.utf8)).root) }
    return found
  }
}
