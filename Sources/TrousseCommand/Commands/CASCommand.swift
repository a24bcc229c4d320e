import ArgumentParser
import CAS
import PronoteWire

/// `trousse cas`
struct CASCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cas",
    abstract: "CAS by hand: addresses, validation, answers.",
    subcommands: [
      CASLoginURLCommand.self, CASLogoutURLCommand.self, CASValidateCommand.self, CASParseCommand.self,
    ]
  )
}

/// `trousse cas login-url`
struct CASLoginURLCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login-url",
    abstract: "Where a browser signs in.",
    discussion: #"JSON: {"url"}"#
  )

  @OptionGroup var server: CASServerOptions

  @Option(help: "The service that the ticket is to be for.")
  var service: String

  @Flag(help: "Ask for the password even where there is a session.")
  var renew = false

  @Flag(help: "Never show a form.")
  var gateway = false

  @Option(help: "How the ticket comes back: GET, POST, HEADER.")
  var method: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    if let method, LoginMethod(rawValue: method.uppercased()) == nil {
      throw ValidationError("--method is GET, POST or HEADER")
    }
    if renew, gateway { throw ValidationError("--renew and --gateway contradict each other") }
  }

  func run() async throws {
    let url = try server.client()
      .loginURL(
        for: ServiceURL(service),
        renew: renew,
        gateway: gateway,
        method: method.flatMap { LoginMethod(rawValue: $0.uppercased()) }
      )
    try options.json ? options.console.print(["url": .string(url)]) : options.console.print([url])
  }
}

/// `trousse cas logout-url`
struct CASLogoutURLCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout-url",
    abstract: "Where a browser signs out of everything.",
    discussion: #"JSON: {"url"}"#
  )

  @OptionGroup var server: CASServerOptions

  @Option(help: "Where to go afterwards; the server redirects there if it knows that service (CAS 3).")
  var service: String?

  @Option(help: "The address of a link that the server shows (CAS 2).")
  var url: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    if service != nil, url != nil { throw ValidationError("Give either --service or --url") }
  }

  func run() async throws {
    let address = try server.client().logoutURL(returningTo: service ?? url, as: url == nil ? .service : .url)
    try options.json ? options.console.print(["url": .string(address)]) : options.console.print([address])
  }
}
