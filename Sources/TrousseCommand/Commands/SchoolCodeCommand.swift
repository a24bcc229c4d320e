import ArgumentParser
import Foundation
import Pronote
import PronoteWire
import SchoolModel
import SchoolServer
import WebSession

/// `trousse school qr`
struct SchoolCodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qr",
    abstract: "Makes a pairing code for an account of a running invented school.",
    discussion: #"""
      Signs in as that person would, with the password that the school made up. The account is chosen by its login.
      JSON: {"jeton","login","url"}, as the code holds it
      """#
  )

  @Argument(help: "The address that 'trousse school serve' printed.")
  var url: String

  @Option(help: "The kind of account: student, parent, teacher, staff.")
  var space = "student"

  @OptionGroup var pin: PairingPINOptions

  @Option(help: ArgumentHelp("Write the code as a PNG picture.", valueName: "file"))
  var png: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    try pin.require(canAsk: false)
    let pin = try pin.pin()
    let login = options.account ?? "demonstration"
    guard let space = AccountSpace(named: space),
      let account = try SchoolDatabase.open(today: LocalDateTime(Date(), in: .gmt).date)
        .account(login: login, space: space)
    else { throw CommandFailure.usage("the invented school has no account '\(login)' of that kind", code: .noAccount) }
    let school = try School(url: url)
    guard try school.address("").isLoopback else {
      throw CommandFailure.usage("the invented school runs on this machine only")
    }
    let console = options.console
    try await Connection.open(options) { client in
      let step = try await client.signIn(
        school: school,
        space: space,
        credentials: .password(username: account.login, password: Secret(account.password))
      )
      let session =
        switch step {
        case .signedIn(let session): session
        case .needsSecondFactor(let factor): try await SchoolCodeCommand.answer(factor, account)
        }
      let code = try await session.makePairingCode(pin: pin)
      await session.signOut()
      try CodePicture.print(code, png: png, console)
    }
  }

  private static func answer(_ factor: SecondFactor, _ account: AccountRecord) async throws -> PronoteSession {
    for step in factor.steps {
      if case .enterPIN(let entry) = step { try await entry.enter(AccountPIN(account.pin ?? "0000")) }
      if case .nameDevice(let naming) = step { try await naming.name("trousse school qr") }
    }
    return try await factor.finish()
  }
}
