import Testing
import TrousseCommand

@Suite struct `Global options before the command` {
  @Test(arguments: [
    ("--json grades", "grades --json"),
    ("--vault /v --verbose accounts --json", "accounts --json --vault /v --verbose"),
    ("--account=a school serve -- x", "school serve --account=a -- x"), ("grades --json", "grades --json"),
    ("--json", "--json"), ("--vault", "--vault"), ("--version", "--version"),
    ("--week 3 timetable", "--week 3 timetable"),
    ("", ""),
  ])
  func `are put behind it`(arguments: String, normalized: String) {
    let words = arguments.split(separator: " ").map(String.init)
    #expect(ArgumentOrder.normalized(words) == normalized.split(separator: " ").map(String.init))
  }

  @Test func `are looked for only before the terminator`() {
    #expect(ArgumentOrder.asksForJSON(["grades", "--json"]))
    #expect(!ArgumentOrder.asksForJSON(["grades", "--", "--json"]))
  }
}
