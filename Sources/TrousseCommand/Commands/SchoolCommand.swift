import ArgumentParser
import Pronote

/// `trousse school`: the account's school, and the school to develop against.
struct SchoolCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "school",
    abstract: "What the school says about itself; 'school serve' runs a school of its own.",
    subcommands: [SchoolProfileCommand.self, SchoolServeCommand.self, SchoolCodeCommand.self],
    defaultSubcommand: SchoolProfileCommand.self
  )
}

/// `trousse school show`, which `trousse school` means.
struct SchoolProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Name, version, address, calendar and grading periods of the account's school.",
    discussion: """
      JSON: {"name","version","address":[],"website","timeZone","year":{"name","firstMonday","firstDay","lastDay",\
      "workingDays":[],"fortnights":[{"label","weeks":[]}],"holidays":[{"name","firstDay","lastDay"}]},\
      "periods":[{"name","kind","start","end"}],"diagnostics":[]}
      """
  )

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    try await options.withSession { session, console in
      try console.print(await session.profile)
    }
  }
}
