import ArgumentParser

/// `trousse reauthenticate ID URL`
struct ReauthenticateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reauthenticate",
    abstract: "Pairs a stored account again; its id stays.",
    discussion: """
      For an account whose token the school no longer accepts. Takes what 'trousse login' takes, and refuses the \
      credentials of another person, space or school.
      JSON: {"id","space","username","name","school","url","students":[]}
      """
  )

  @Argument(help: "The account's id, as 'trousse accounts' shows it.")
  var id: String

  @Flag(help: "Take the credentials of another person, space or school, too: the account becomes that one.")
  var asAnotherAccount = false

  @OptionGroup var signIn: SignInOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    try signIn.require(canAsk: options.canAsk)
  }

  func run() async throws {
    try await Pairing.run(signIn, replacing: id, asAnyAccount: asAnotherAccount, options)
  }
}
