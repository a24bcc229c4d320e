import AccountVault
import ArgumentParser
import Pronote
import PronoteWire

/// `trousse logout ID`
struct LogoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "Forgets a stored account; with --session ends its session alone.",
    discussion: #"JSON: {"id","isRemoved"}; with --session {"id","wasOpen"}"#
  )

  @Argument(help: "The account's id, as 'trousse accounts' shows it. With --session the only one is meant without it.")
  var id: String?

  @Flag(help: "End the session that was kept, at the school, too; the account stays.")
  var session = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    guard session || id != nil else { throw ValidationError("Missing expected argument '<id>'") }
  }

  func run() async throws {
    if session { return try await endSession() }
    guard let id, try await options.openVault().remove(id: id) else {
      throw CommandFailure.noAccount(id ?? "")
    }
    if options.json {
      try options.console.print(["id": .string(id), "isRemoved": true])
    } else {
      Console.warn("Forgot \(id).")
    }
  }

  /// One request, if a session is open; the account signs in anew with its next command.
  private func endSession() async throws {
    let vault = try options.openVault()
    let account = try await AccountChoice(account: id ?? options.account, child: options.child).account(in: vault)
    let isOpen = try await Connection.open(options) { client in
      try await client.endSession(of: account.id, in: vault, isUnattended: options.isUnattended)
    }
    if options.json {
      try options.console.print(["id": .string(account.id), "wasOpen": .bool(isOpen)])
    } else {
      Console.warn(isOpen ? "Ended the session of \(account.id)." : "No session of \(account.id) was open.")
    }
  }
}
