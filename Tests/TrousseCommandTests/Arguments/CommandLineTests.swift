import Testing
import TrousseCommand

/// Command lines that are refused before anything is read or sent.
@Suite struct `A wrong command line` {
  @Test(arguments: [
    ("timetable --week 0", "--week must be between 1 and 62"),
    ("timetable --date 2026-02-30", "'2026-02-30' is not a day"),
    ("timetable --date today --week 3", "Only one of"),
    ("timetable --week nextt", "such as 12, this, next, last, +1 or -1"),
    ("timetable --week +63", "--week must be between -62 and +62"),
    ("timetable --week --json", "'--json' is not a week"),
    ("timetable --date someday", "such as 2026-11-21, 21/11, tomorrow, demain, monday, lun or +3"),
    ("homework --from soon", "'soon' is not a day that --from understands"),
    ("homework --to soon", "'soon' is not a day that --to understands"),
    ("grades --deadline 0", "--deadline must be"),
    // At a terminal, the tests' own included, this would ask.
    ("login https://x.example --username u --unattended", "--password-stdin or --password-file"),
    ("login https://x.example --username u --password-stdin --password-file f", "--password-stdin or --password-file"),
    ("login https://x.example --username u --password-stdin --space pupil", "'pupil' is no space"),
    ("login https://x.example --username u --password-stdin --time-zone Mars/Here", "'Mars/Here' is no time zone"),
    ("login --username u --password-stdin", "<url>"),
    ("school serve --port 70000", "--port must be"),
    ("school serve --today never", "'never' is not a day"),
    ("logout", "<id>"),
    ("timetable --no-such-option", "--no-such-option"),
    ("no-such-command", "no-such-command"),
  ])
  func `ends with code 64 and says why`(line: String, reason: String) async {
    let failure = await TrousseMain.outcome(of: line.split(separator: " ").map(String.init))
    #expect(failure?.status == .usage)
    #expect(failure?.code == .usage)
    #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "no failure")")
    #expect(failure?.line.contains("\n") == false)
  }
}
