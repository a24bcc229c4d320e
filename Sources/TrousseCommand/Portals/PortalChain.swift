import AccountVault
import CAS
import LemonLDAP
import Pronote
import SchoolModel
import WebSession

/// The way into a school through its portal: entrance, sign-in, ticket.
enum PortalChain {
  /// Signs in at the portal and gets the ticket that opens the school's page.
  ///
  /// - Parameter url: the portal; `auto` for the one that the school names.
  /// - Throws: ``CommandFailure``; `PronoteError` at the entrance; `PortalError`; `VaultError`.
  static func ticket(
    for school: School,
    space: AccountSpace,
    portal url: String,
    signIn: SignInOptions,
    in vault: AccountVault,
    _ options: GlobalOptions
  ) async throws -> PortalTicket {
    let console = options.console
    console.progress("Asking \(school.root) for its portal")
    let gate = try await vault.gate(to: school.host, in: school.timeZone, isUnattended: options.isUnattended)
    let entrance = try await Connection.open(options, through: gate) { client in
      try await client.portalEntrance(of: school, space: space)
    }
    let address = url == "auto" ? entrance.portal : url
    console.progress(nil)
    let username = try signIn.name()
    let records = try options.openPortals()
    return try await PortalConnection.open(address, options) { portal in
      guard WebAddress(entrance.cas)?.origin == portal.address.origin else {
        throw CommandFailure(
          .init(rawValue: "otherPortal"),
          step: "entrance",
          "the school takes tickets of \(entrance.cas), which is not at \(portal.address)",
          status: .usage
        )
      }
      let session = try await PortalSignIn(
        portal: portal,
        username: username,
        options: signIn.portalOptions,
        records: records,
        console: console,
        isUnattended: options.isUnattended,
        keepsSession: false
      )
      .run(
        password: signIn.password.ofPortal(
          isFollowedByCode: signIn.portalOptions.codeStdin,
          canAsk: options.canAsk
        )
      )
      console.progress("Asking the portal for a ticket")
      defer { console.progress(nil) }
      return PortalTicket(
        username: username,
        service: entrance.service,
        ticket: try await session.serviceTicket(for: entrance.service)
      )
    }
  }
}
