import AccountVault
import ArgumentParser
import PronoteWire

/// `trousse accounts`
struct AccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts",
    abstract: "The stored accounts.",
    discussion: """
      JSON: {"accounts":[{"id","space","username","name","school","url","students":[],"timeZone","created",\
      "generation","state","lastSuccess","lastOutcome"}]}
      With --budget: {"budgets":[{"name","requests","requestsPerDay","logins","loginsPerDay","failedLogins",\
      "failedLoginsPerDay","holdUntil","holdReason"}]}
      """
  )

  @Flag(help: "Show how much of the request budgets is used.")
  var budget = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let vault = try options.openVault()
    let accounts = try await vault.store.accounts()
    if budget { return try await Budgets.show(accounts, in: vault, console) }
    if console.isJSON {
      try console.print(["accounts": .array(accounts.map(\.json))])
    } else if accounts.isEmpty {
      Console.warn("No account is stored; add one with 'trousse login'.")
    } else {
      try console.print(AccountTable(accounts).lines(in: console.output))
    }
  }
}
