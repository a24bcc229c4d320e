import Foundation
import SchoolModel
import SchoolServer
import Testing

/// The test suite inside pronotepy's wheel, whose authors test against the vendor's demonstration host.
@Suite(
  "pronotepy's own test suite passes against the school",
  .enabled(if: Judges.areAskedFor, "TROUSSE_JUDGES does not name the judges' folder"),
  .serialized,
  .timeLimit(.minutes(5))
)
struct PronotepySuiteTests {
  /// What the runner says at its end.
  private struct Summary: Decodable {
    var pronotepy: String
    var found: Int
    var run: Int
    var failures: [String]
    var errors: [String]
    var skipped: [String]
    var relogins: Int
  }

  @Test("in every version and way of speaking", arguments: PronotepyCase.all)
  func passes(_ judge: PronotepyCase) async throws {
    try await check(judge, judge.school)
  }

  @Test(
    "on days at the edges of the school year",
    arguments: ["2026-09-01", "2026-12-27", "2027-03-28", "2027-07-20", "2028-02-29"].compactMap { LocalDate($0) }
  )
  func passesOnOtherDays(_ today: LocalDate) async throws {
    let judge = PronotepyCase.all[0]
    try await check(judge, TestSchool(version: judge.version, today: today))
  }

  private func check(_ judge: PronotepyCase, _ school: TestSchool) async throws {
    let python = try Judges.python(pronotepy: judge.pronotepy)
    let outcome = try await school.run { address in
      try await ChildProcess.run(
        python,
        [Judges.script("run_pronotepy_suite.py"), address.root],
        deadline: .seconds(120)
      )
    }
    let last = outcome.output.split(separator: UInt8(ascii: "\n")).last ?? Data()
    let summary = try #require(try? JSONDecoder().decode(Summary.self, from: Data(last)), "\(outcome.errors)")
    #expect(summary.pronotepy == judge.pronotepy)
    #expect(summary.failures + summary.errors + summary.skipped == [], "\(outcome.errors)")
    #expect(summary.found == judge.testCount)
    #expect(summary.run == judge.testCount)
    // One test asks for a new session. Any other comes of an error that pronotepy kept to itself.
    #expect(summary.relogins == 0)
    #expect(outcome.status == 0)
  }
}
