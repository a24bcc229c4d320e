import ArgumentParser
import PronoteWire
import SchoolServer

/// `trousse school serve`
struct SchoolServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Runs an invented school on the loopback address until a signal ends it.",
    discussion: """
      The first line on standard output is JSON:
      {"pronote","portal","cas","version",
      "accounts":[{"space","username","password","mail"?,"totp"?,"note"}]}

      The portal is a sign-in like that of LemonLDAP::NG 2.21, in front of PRONOTE. "space" is null for whom it alone \
      knows; "mail" and "totp" are what its codes go to and come from. Mails can be read at mail.html below "pronote", \
      and by programs at mail.json: [{"sent","to","subject","text","code"}], the newest last.

      Standard error has a line for every sign-in, and what the school thought of its token:
      sign-in 14:03:07 student demonstration: app token, the newest: accepted

      \(SchoolServeHelp.script)

      \(SchoolServeHelp.faults)
      """
  )

  @OptionGroup var server: ServerOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let log = SchoolLog()
    var configuration = try server.configuration()
    configuration.onSignIn = { log.write("sign-in \($0)") }
    configuration.onStep = { log.write("\($0)") }
    let service = try SchoolService(configuration) { address in
      // Whoever started the school reads this line to know where it is; without it nobody can use it.
      try? console.print(address.json, isCompact: true)
      console.trace("serving \(address.root)")
    }
    if let notice = try server.notice(about: service.server, configuration) { Console.warn(notice) }
    try await service.serve()
  }
}

extension ServerOptions {
  /// What to say when a data file keeps another day or seed than were asked for; nil otherwise.
  fileprivate func notice(about school: SchoolServer, _ configuration: SchoolServerConfiguration) throws -> String? {
    guard let data else { return nil }
    let (day, kept) = (school.contentDay, try school.contentSeed)
    var ignored: [String] = []
    if let today = configuration.today, today != day { ignored.append("--today \(today)") }
    if let seed, seed != kept { ignored.append("--seed \(seed)") }
    guard !ignored.isEmpty else { return nil }
    return "trousse: school: \(data) keeps the day and the seed that it was made with, \(day) and \(kept); "
      + "\(ignored.joined(separator: " and ")) would count for a new file only"
  }
}
