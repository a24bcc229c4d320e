import ArgumentParser
import PronoteWire
import SchoolServer

/// `trousse school serve`
struct SchoolServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Runs an invented school on the loopback address until a signal ends it.",
    discussion: """
      The first line on standard output is JSON: \
      {"pronote","portal","cas","version","accounts":[{"space","username","password","note"}]}
      """
  )

  @OptionGroup var server: ServerOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let service = try SchoolService(try server.configuration()) { address in
      // Whoever started the school reads this line to know where it is; without it nobody can use it.
      try? console.print(address.json, isCompact: true)
      console.trace("serving \(address.root)")
    }
    try await service.serve()
  }
}
