import AccountVault
import LemonLDAP
import WebSession
import WebTransport

/// The way from a command to a portal.
enum PortalConnection {
  /// Opens a transport under the budget of the portal's host, hands the portal to `body`, and shuts the transport down.
  static func open<Result: Sendable>(
    _ url: String,
    _ options: GlobalOptions,
    _ body: (LemonLDAPPortal) async throws -> Result
  ) async throws -> Result {
    let vault = try options.openVault()
    return try await AsyncHTTPTransport.withTransport { transport in
      let console = options.console
      let traced: any Transport = console.isVerbose ? TracedTransport(transport, console: console) : transport
      // The address is checked before anything is budgeted for it.
      let host = try portal(url, traced, options).address.host
      let gate = try await vault.gate(to: host)
      return try await body(portal(url, BudgetedTransport(traced, gate: gate), options))
    }
  }

  /// A portal over a transport.
  static func portal(
    _ url: String,
    _ transport: any Transport,
    _ options: GlobalOptions
  ) throws(PortalError) -> LemonLDAPPortal {
    var configuration = LemonLDAPPortal.Configuration()
    configuration.deadline = options.stepDeadline
    return try LemonLDAPPortal(url: url, transport: transport, configuration: configuration)
  }

  /// The session that a command is to use: that of the user who was named, or the only one.
  static func session(
    _ portal: LemonLDAPPortal,
    _ username: String?,
    _ records: PortalRecords
  ) throws -> (record: PortalRecord, session: PortalSession) {
    let found = try records.sessions(at: portal).filter { username == nil || $0.username == username }
    guard found.count < 2 else {
      let names = found.map(\.username.printable).joined(separator: ", ")
      throw CommandFailure.usage("choose one with --username: \(names)", code: .ambiguousAccount, step: "portal")
    }
    guard let record = found.first, let stored = record.session else {
      throw CommandFailure(
        .noAccount,
        step: "portal",
        "nobody is signed in at \(portal.address); use 'trousse portal login'",
        status: .needsPerson
      )
    }
    return (record, try portal.session(stored))
  }
}
