import AccountVault
import ArgumentParser
import PronoteWire

/// `trousse logout ID`
struct LogoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "Forgets a stored account.",
    discussion: #"JSON: {"id","isRemoved"}"#
  )

  @Argument(help: "The account's id, as 'trousse accounts' shows it.")
  var id: String

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    guard try await options.openVault().remove(id: id) else {
      throw CommandFailure.noAccount(id)
    }
    if options.json {
      try options.console.print(["id": .string(id), "isRemoved": true])
    } else {
      Console.warn("Forgot \(id).")
    }
  }
}
