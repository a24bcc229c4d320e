import ArgumentParser

/// `trousse login URL`
struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Signs in, stores the account and prints its id.",
    discussion: """
      With a password or with a pairing code. No password is stored: the school gives this device a token, which \
      changes at every login. Any address copied from the browser will do. An account that is stored already keeps its id.
      JSON: {"id","space","username","name","school","url","students":[]}
      """
  )

  @OptionGroup var signIn: SignInOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    guard signIn.usesCode || signIn.url != nil else { throw ValidationError("Missing expected argument '<url>'") }
    try signIn.require(canAsk: options.canAsk)
  }

  func run() async throws {
    try await Pairing.run(signIn, replacing: nil, options)
  }
}
