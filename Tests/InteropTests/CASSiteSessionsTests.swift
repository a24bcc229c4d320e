import Foundation
import TestSupport
import Testing

/// The example site as a process: a restart, and single logout of one of two sessions.
///
/// With a stub, with the issuer of `trousse school serve`, and with real servers: the same script plays the browsers.
@Suite(
  "The example site's sessions",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .timeLimit(.minutes(3))
)
struct CASSiteSessionsTests {
  private struct Seen: Decodable {
    var steps: [String]
    var failures: [String]
  }

  @Test(arguments: ["2", "3"]) func `survive a restart, and end one at a time`(_ protocolNumber: String) async throws {
    try await Self.walk(["--protocol", protocolNumber])
  }

  /// Everything on this machine may use the issuer; or nothing but the exact addresses of the site, which leaves the state
  /// of a login out of them then.
  @Test(
    arguments: [("1", true), ("2", true), ("3", true), ("saml", true), ("3", false), ("saml", false)]
  )
  func `do so with our own issuer`(_ protocolNumber: String, _ isDeclared: Bool) async throws {
    try await Self.walk(
      [
        "--school", BuiltProgram.path(of: "trousse"), "--user", "demonstration", "--password", "pronotevs",
        "--protocol", protocolNumber,
      ] + (isDeclared ? ["--declared"] : [])
    )
  }

  @Test(arguments: RealServer.all) func `do so with servers that are not ours`(_ server: RealServer) async throws {
    // The server has to know the site before the site runs.
    let port = try LoopbackPort.free()
    let command = try server.command(for: nil)
    let service = "http://127.0.0.1:\(port)/login logout"
    let process = try await ServerProcess.start(command.program, command.arguments + ["--service", service])
    do {
      let ready = try JSONSerialization.jsonObject(with: process.firstLine) as? [String: Any]
      let cas = try #require(ready?["cas"] as? String)
      try await Self.walk(["--cas", cas, "--user", server.user, "--password", server.user, "--port", "\(port)"])
      await process.end()
    } catch {
      await process.end()
      throw error
    }
  }

  private static func walk(_ arguments: [String]) async throws {
    let outcome = try await ChildProcess.run(
      "/usr/bin/env",
      [
        "python3", Judges.script("cas_site_sessions.py"), "--site", BuiltProgram.path(of: "cas-protected-site"),
      ] + arguments,
      deadline: .seconds(120)
    )
    let seen = try #require(
      try? JSONDecoder().decode(Seen.self, from: outcome.output),
      "the script ended with \(outcome.status): \(outcome.errors)"
    )
    #expect(seen.failures == [])
    #expect(seen.steps.count == 11)
  }
}
