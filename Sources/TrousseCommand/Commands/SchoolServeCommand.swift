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
      {"pronote","portal","cas","version","accounts":[{"space","username","password","mail"?,"totp"?,"note"}]}

      The portal is a sign-in like that of LemonLDAP::NG 2.21, in front of PRONOTE. "space" is null for whom it alone \
      knows; "mail" and "totp" are what its codes go to and come from. Mails can be read at mail.html below "pronote", \
      and by programs at mail.json: [{"sent","to","subject","text","code"}], the newest last.
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
