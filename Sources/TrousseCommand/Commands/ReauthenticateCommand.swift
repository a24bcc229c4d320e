import AccountVault
import ArgumentParser

/// `trousse reauthenticate ID`
struct ReauthenticateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reauthenticate",
    abstract: "Pairs a stored account again; its id stays.",
    discussion: """
      For an account whose token the school no longer accepts. Takes what 'trousse login' takes, and refuses the \
      credentials of another person, space or school. The address and the user name are those of the account unless \
      others are given.
      JSON: {"id","space","username","name","school","url","students":[]}
      """
  )

  @Argument(help: "The account's id, as 'trousse accounts' shows it.")
  var id: String

  @Flag(help: "Take the credentials of another person, space or school, too: the account becomes that one.")
  var asAnotherAccount = false

  @OptionGroup var signIn: SignInOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    guard let account = try await options.openVault().store.account(id: id) else { throw CommandFailure.noAccount(id) }
    // What is not said is as it was.
    var signIn = signIn
    signIn.complete(with: account.details)
    try signIn.require(canAsk: options.canAsk)
    try await Pairing.run(signIn, replacing: id, asAnyAccount: asAnotherAccount, options)
  }
}
