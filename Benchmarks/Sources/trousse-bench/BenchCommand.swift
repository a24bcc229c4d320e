import ArgumentParser

/// `trousse-bench`: what reading a school costs.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trousse-bench",
    abstract: "Measures what reading a school costs.",
    discussion: "Exit codes are those of trousse.",
    subcommands: [LoginsCommand.self, DecodeCommand.self]
  )
}
