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
      "failedLoginsPerDay","holdUntil","holdReason"}],"limits":{name:value}}
      """
  )

  @Flag(help: "Show how much of the request budgets is used.")
  var budget = false

  @Option(
    name: .customLong("set"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "Change a limit of all budgets: perDay=3000, quietHours=off, spacing=standard, …",
      discussion: "Limits can be widened tenfold, not taken away. --budget lists them."
    )
  )
  var settings: [String] = []

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let vault = try options.openVault()
    try await Budgets.set(settings, in: vault)
    let accounts = try await vault.store.accounts()
    if budget || !settings.isEmpty { return try await Budgets.show(accounts, in: vault, console) }
    if console.isJSON {
      try console.print(["accounts": .array(accounts.map(\.json))])
    } else if accounts.isEmpty {
      Console.warn("No account is stored; add one with 'trousse login'.")
    } else {
      try console.print(AccountTable(accounts).lines(in: console.output))
    }
  }
}
