import Foundation
import TestSupport
import Testing

/// A real Chromium walks through the example site behind CAS, and looks at every page.
@Suite(
  "The example site in a browser",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .timeLimit(.minutes(5))
)
struct CASBrowserWalkTests {
  private struct Seen: Decodable {
    struct Page: Decodable {
      var name: String
      var status: Int
      var heading: String
      var contrast: Double
    }
    var pages: [Page]
    var failures: [String]
  }

  @Test func `shows every page, readable, narrow and wide, light and dark`() async throws {
    try await Self.walk(
      [],
      pages: [
        "home", "refused", "protected", "home-signed-in", "hostile-name", "no-attributes", "twice-refused", "not-found",
        "server-down",
      ]
    )
  }

  /// The site declared to `trousse school serve`: wrong password, restart, single logout of one of two browsers, outage.
  @Test func `does so with our own issuer, whose pages are looked at too`() async throws {
    try await Self.walk(
      ["--school", BuiltProgram.path(of: "trousse")],
      pages: [
        "issuer-form", "issuer-wrong-password", "protected", "issuer-signed-in", "home-signed-in", "issuer-signed-out",
        "issuer-confirmation", "issuer-undeclared", "server-down",
      ]
    )
  }

  @Test func `fails without a browser`() {
    let error = #expect(throws: Judges.Missing.self) { try Judges.chromium(among: ["/nonexistent/chromium"]) }
    #expect(error?.description == "Chromium is missing: run Scripts/install-browser")
  }

  private static func walk(_ arguments: [String], pages: [String]) async throws {
    let outcome = try await ChildProcess.run(
      "/usr/bin/env",
      [
        "python3", Judges.script("cas_browser_walk.py"), "--site", BuiltProgram.path(of: "cas-protected-site"),
        "--chromium", Judges.chromium(),
      ] + arguments,
      deadline: .seconds(180)
    )
    let seen = try #require(
      try? JSONDecoder().decode(Seen.self, from: outcome.output),
      "the walk ended with \(outcome.status): \(outcome.errors)"
    )
    #expect(seen.failures == [])
    #expect(outcome.status == 0)
    #expect(seen.pages.map(\.name) == pages)
  }
}
