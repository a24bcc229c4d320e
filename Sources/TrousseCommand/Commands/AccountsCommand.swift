import AccountVault
import ArgumentParser
import Foundation
import PronoteWire

/// `trousse accounts`
struct AccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts",
    abstract: "The stored accounts.",
    discussion: """
      JSON: {"accounts":[{"id","space","username","name","school","url","students":[],"timeZone","created",\
      "generation","state","lastSuccess","lastOutcome","isDefault","session":{"opened","used","age"} or null}]}
      "age" is in seconds, since the school was last heard in the session.
      With --budget: {"budgets":[{"name","inRow","burst","requestsOfHour","requestsPerHour","requests",\
      "requestsPerDay","logins","loginsPerDay","failedLogins","failedLoginsPerDay","holdUntil","holdReason"}],\
      "limits":{name:value}}
      """
  )

  @Flag(help: "Show how much of the request budgets is used.")
  var budget = false

  @Option(
    name: .customLong("set"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "Change a limit of all budgets: perDay=3000, quietHours=off, spacing=standard, …",
      discussion: """
        Limits can be widened tenfold, not taken away. --budget lists them. Those of a host are accountsPerHost times \
        those of an account.
        """
    )
  )
  var settings: [String] = []

  @Option(
    name: .customLong("default"),
    help: ArgumentHelp(
      "Choose the account that is meant where several could be: its id or name; 'none' chooses none.",
      valueName: "id or name"
    )
  )
  var defaultAccount: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let console = options.console
    let vault = try options.openVault()
    try await Budgets.set(settings, in: vault)
    if let defaultAccount {
      let isNone = defaultAccount == "none"
      try await vault.setDefaultAccount(
        isNone ? nil : try await AccountChoice(account: defaultAccount).account(in: vault).id
      )
    }
    let accounts = try await vault.store.accounts()
    if budget || !settings.isEmpty { return try await Budgets.show(accounts, in: vault, console) }
    if accounts.isEmpty, !console.isJSON {
      return Console.warn("No account is stored; add one with 'trousse login'.")
    }
    var list: [ListedAccount] = []
    let chosen = try await vault.defaultAccount()?.id
    for account in accounts {
      let session = try await vault.openSession(of: account)
      list.append(ListedAccount(account: account, session: session, isDefault: account.id == chosen, now: Date()))
    }
    if console.isJSON {
      try console.print(["accounts": .array(list.map(\.json))])
    } else {
      try console.print(AccountTable(list).lines(in: console.output))
    }
  }
}
