public import ArgumentParser

/// The command-line tool.
public struct Trousse: AsyncParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "trousse",
    abstract: "School data from PRONOTE: timetable, homework, grades.",
    discussion: """
      Start with 'trousse demo', which needs no account, or with 'trousse login'.

      Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 other failure, \
      64 wrong usage, 65 unreadable input, 69 server or network unavailable, 70 our own fault, 75 try later, \
      77 refused, 78 needs a person. 'trousse --version' prints the version.
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "Reading",
        subcommands: [
          TimetableCommand.self, HomeworkCommand.self, GradesCommand.self, AveragesCommand.self, SchoolCommand.self,
        ]
      ),
      CommandGroup(
        name: "Accounts",
        subcommands: [
          LoginCommand.self, AccountsCommand.self, ReauthenticateCommand.self, LogoutCommand.self, CodeCommand.self,
        ]
      ),
      CommandGroup(
        name: "Exploring",
        subcommands: [
          DemoCommand.self, ProbeCommand.self, WireCommand.self, CASCommand.self, PortalCommand.self,
        ]
      ),
    ]
  )

  /// The version of the tool.
  package static let version = "0.1.0"

  /// The tool without arguments, for the argument parser.
  public init() {}
}
