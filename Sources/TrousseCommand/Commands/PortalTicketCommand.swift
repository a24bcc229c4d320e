import ArgumentParser
import CAS
import LemonLDAP
import PronoteWire

/// `trousse portal ticket`
struct PortalTicketCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ticket",
    abstract: "Gets a CAS ticket for a service with the stored session, and prints it.",
    discussion: #"A ticket is worth one login, for some seconds. JSON: {"ticket","service"}"#
  )

  @Argument(help: "The portal's address.")
  var url: String

  @Option(help: "The service that the ticket is to be for.")
  var service: String

  @Option(help: "Whose session, where several are stored.")
  var username: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let service = try ServiceURL(service)
    let ticket = try await PortalConnection.open(url, options) { portal in
      try await PortalConnection.session(portal, username, options.openPortals()).session.serviceTicket(for: service)
    }
    if options.json {
      try options.console.print(["ticket": .string(ticket.text), "service": .string(service.text)])
    } else {
      try options.console.print([ticket.text])
    }
  }
}
