import Foundation
import TestSupport
import Testing

/// The example site as a process: a restart, and single logout of one of two sessions.
///
/// The same script, `Foreign/cas_site_sessions.py`, takes the address of a real CAS server.
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
    let outcome = try await ChildProcess.run(
      "/usr/bin/env",
      [
        "python3", Judges.script("cas_site_sessions.py"), "--site", BuiltProgram.path(of: "cas-protected-site"),
        "--protocol", protocolNumber,
      ],
      deadline: .seconds(90)
    )
    let seen = try #require(
      try? JSONDecoder().decode(Seen.self, from: outcome.output),
      "the script ended with \(outcome.status): \(outcome.errors)"
    )
    #expect(seen.failures == [])
    #expect(seen.steps.count == 11)
  }
}
