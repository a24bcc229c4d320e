import ArgumentParser
import LemonLDAP
import PronoteWire

/// `trousse portal status`
struct PortalStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Asks a portal whether the stored session is alive; ends with 78 when it is not.",
    discussion: #"JSON: {"portal","username","alive","trusted"}"#
  )

  @Argument(help: "The portal's address.")
  var url: String

  @Option(help: "Whose session, where several are stored.")
  var username: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let (record, isAlive) = try await PortalConnection.open(url, options) { portal in
      let found = try PortalConnection.session(portal, username, options.openPortals())
      return (found.record, try await found.session.isAlive())
    }
    if options.json {
      try options.console.print([
        "portal": .string(record.portal),
        "username": .string(record.username),
        "alive": .bool(isAlive),
        "trusted": .bool(record.trusted != nil),
      ])
    } else {
      try options.console.print(["\(record.username.printable): \(isAlive ? "signed in" : "the session is over")"])
    }
    guard isAlive else {
      var failure = CommandFailure(
        .init(rawValue: "noSession"),
        step: "portal",
        "the session of \(record.username) is over",
        status: .needsPerson
      )
      failure.hasPrinted = true
      throw failure
    }
  }
}
