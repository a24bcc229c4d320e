import Testing
import TrousseCommand

/// Mistyped commands and options, and what was meant.
@Suite struct `A name that does not exist` {
  @Test(
    arguments: [
      ("timetabel", "timetabel", "timetable"), ("Timetable", "Timetable", "timetable"), ("time", "time", "timetable"),
      ("gradse --json", "gradse", "grades"), ("hoemwork --week next", "hoemwork", "homework"),
      ("school serv", "serv", "serve"), ("school --port 0", nil, nil), ("qr raed x.png", "raed", "read"),
      ("cas valdate", "valdate", "validate"), ("portal logn URL", "logn", "login"), ("wire decod", "decod", "decode"),
      ("emploi-du-temps", "emploi-du-temps", "timetable"), ("edt", "edt", "timetable"),
      ("devoirs", "devoirs", "homework"), ("notes", "notes", "grades"), ("moyennes", "moyennes", "averages"),
      ("Établissement", "Établissement", "school"), ("help timetabel", "timetabel", "timetable"),
      ("help scool serve", "scool", "school"), ("help school serv", "serv", "serve"),
    ] as [(String, String?, String?)]
  )
  func `is answered with the nearest command`(line: String, typed: String?, meant: String?) async {
    let failure = UnknownName.command(in: line.split(separator: " ").map(String.init))
    #expect(failure?.status == (typed == nil ? nil : .usage))
    #expect(
      failure?.line
        == typed.map {
          "trousse: arguments: there is no command '\($0)'; did you mean '\(meant ?? "")'? (usage)"
        }
    )
  }

  @Test(arguments: [
    ("frobnicate", "frobnicate", "trousse --help"), ("x", "x", "trousse --help"), ("'", "'", "trousse --help"),
    ("school frobnicate", "frobnicate", "trousse school --help"), ("qr edt", "edt", "trousse qr --help"),
  ])
  func `is answered with the help where none is near`(line: String, typed: String, help: String) {
    let failure = UnknownName.command(in: line.split(separator: " ").map(String.init))
    #expect(failure?.message == "there is no command '\(typed)'; see '\(help)'")
  }

  @Test(arguments: [
    ("timetable --jsno", "--jsno", "--json"), ("login URL --usernme x --password-stdin", "--usernme", "--username"),
    ("login URL --username x --password secret", "--password", "--password-stdin"),
    ("login URL --user=x --password-stdin", "--user", "--username"),
    ("portal ticket URL --servce x", "--servce", "--service"),
    ("grades --periode x", "--periode", "--period"), ("--jsn timetable", "--jsn", "--json"),
    ("timetable --no-unatended", "--no-unatended", "--no-unattended"), ("school --jsno", "--jsno", "--json"),
    ("school serve --prot 0", "--prot", "--port"), ("timetable --Week 3", "--Week", "--week"),
    ("logout --vualt x", "--vualt", "--vault"), ("cas login-url --servic x --cas x", "--servic", "--service"),
  ])
  func `is answered with the nearest option`(line: String, typed: String, meant: String) async {
    let failure = await TrousseMain.outcome(of: line.split(separator: " ").map(String.init))
    #expect(failure?.status == .usage)
    #expect(failure?.message == "there is no option '\(typed)'; did you mean '\(meant)'?")
  }

  @Test(arguments: [
    ("login --frobnicate", "there is no option '--frobnicate'; see 'trousse login --help'"),
    ("logout -- --idd x", "Unexpected argument 'x'"), ("--week 3 timetable", "Unknown option '--week'"),
    ("timetable --account", "Missing value for '--account <id or name>'"),
  ])
  func `is told from other mistakes`(line: String, message: String) async {
    let failure = await TrousseMain.outcome(of: line.split(separator: " ").map(String.init))
    #expect(failure?.message.hasPrefix(message) == true, "\(failure?.message ?? "no failure")")
  }
}
