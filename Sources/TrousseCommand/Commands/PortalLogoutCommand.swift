import ArgumentParser
import LemonLDAP
import PronoteWire

/// `trousse portal logout`
struct PortalLogoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "Signs out of a portal and forgets the session.",
    discussion: """
      The portal forgets a trusted machine, too; --keep-trust forgets the session here and tells the portal nothing.
      JSON: {"portal","username"}
      """
  )

  @Argument(help: "The portal's address.")
  var url: String

  @Option(help: "Whose session, where several are stored.")
  var username: String?

  @Flag(help: "Stay a trusted machine: drop the session, and do not tell the portal.")
  var keepTrust = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let records = try options.openPortals()
    let record = try await PortalConnection.open(url, options) { portal in
      var (record, session) = try PortalConnection.session(portal, username, records)
      if !keepTrust {
        try await session.signOut()
        record.trusted = nil
      }
      record.session = nil
      try records.save(record)
      return record
    }
    if options.json {
      try options.console.print(["portal": .string(record.portal), "username": .string(record.username)])
    } else {
      Console.warn("Signed out of \(record.portal).")
    }
  }
}
