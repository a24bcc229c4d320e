import ArgumentParser
import PronoteWire

/// `trousse accounts`
struct AccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts",
    abstract: "The stored accounts.",
    discussion: """
      JSON: {"accounts":[{"id","space","username","name","school","url","students":[],"timeZone","created"}]}
      """
  )

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let accounts = try AccountStore(directory: options.vault).accounts()
    if console.isJSON {
      try console.print(["accounts": .array(accounts.map(\.json))])
    } else if accounts.isEmpty {
      Console.warn("No account is stored; add one with 'trousse login'.")
    } else {
      try console.print(AccountTable(accounts).lines(in: console.output))
    }
  }
}
