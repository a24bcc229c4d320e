import Testing
import TrousseCommand

/// Command lines that are refused before anything is read or sent.
@Suite struct `A wrong command line` {
  @Test(arguments: [
    ("timetable --week 0", "--week must be between 1 and 62"),
    ("timetable --date 2026-02-30", "'2026-02-30' is not a day"),
    ("timetable --date today --week 3", "Only one of"),
    ("homework --from today", "--from needs --to"),
    ("homework --to today", "--to needs --from"),
    ("grades --deadline 0", "--deadline must be"),
    ("login https://x.example --username u", "--password-stdin or --password-file"),
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
