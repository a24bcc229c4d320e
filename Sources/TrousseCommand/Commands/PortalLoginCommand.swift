import ArgumentParser
import LemonLDAP
import PronoteWire
import WebSession

/// `trousse portal login`
struct PortalLoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Signs in at a portal and stores the session, never the password.",
    discussion: """
      At a terminal it asks for what the portal wants. In a script, a sign-in that wants a code ends with 78 and waits: \
      the same command with --code goes on.
      JSON: {"portal","username","trusted","information"}
      """
  )

  @Argument(help: "The portal's address: https://auth.example.org/")
  var url: String

  @Option(help: "The name to sign in with; a person at a terminal is asked for it.")
  var username: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var portalOptions: PortalSignInOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    // A code that a stored sign-in waits for needs no password any more.
    if !options.canAsk { try password.require(username: username, isOptional: portalOptions.code != nil) }
  }

  func run() async throws {
    let session = try await PortalConnection.open(url, options) { portal in
      try await PortalSignIn(
        portal: portal,
        username: try username ?? Question.shown("User name", step: "user name"),
        options: portalOptions,
        records: options.openPortals(),
        console: options.console,
        isUnattended: options.isUnattended
      )
      .run(password: password.ofPortal(isFollowedByCode: portalOptions.codeStdin, canAsk: options.canAsk))
    }
    guard options.json else {
      Console.warn("Signed in at \(session.portal.address) as \(session.username.printable).")
      return
    }
    try options.console.print([
      "portal": .string(session.portal.address.description),
      "username": .string(session.username),
      "trusted": .bool(session.trustedBrowser != nil),
      "information": .string(orNull: session.information),
    ])
  }
}
