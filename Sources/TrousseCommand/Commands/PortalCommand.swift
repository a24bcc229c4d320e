import ArgumentParser

/// `trousse portal`
struct PortalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portal",
    abstract: "Signs in at a LemonLDAP::NG portal, and gets tickets from it.",
    subcommands: [
      PortalLoginCommand.self, PortalTicketCommand.self, PortalStatusCommand.self, PortalLogoutCommand.self,
    ]
  )
}
