import ArgumentParser
import CAS
import PronoteWire
import WebTransport

/// `trousse cas validate`
struct CASValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Asks a CAS server whose ticket it is. A ticket is spent by that.",
    discussion: """
      JSON: {"outcome":"success","user","attributes":{name:[values]},"pgtiou","proxies":[]}; what the server refuses ends \
      with 77.
      """
  )

  @OptionGroup var server: CASServerOptions

  @Option(help: "The service that the ticket was made for, exactly.")
  var service: String

  @Option(help: "The ticket.")
  var ticket: String

  @Option(name: .customLong("protocol"), help: "1, 2, 3 or saml.")
  var version: String = CASProtocol.cas3.rawValue

  @Flag(help: "Accept only a login with the password.")
  var renew = false

  @Option(help: ArgumentHelp("Where the server delivers a proxy-granting ticket.", valueName: "url"))
  var proxyCallback: String?

  @Option(
    name: .customLong("allow-proxy"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "Accept a proxy ticket of this chain: addresses with commas, the newest first.",
      valueName: "chain"
    )
  )
  var chains: [String] = []

  @OptionGroup(title: "Global options") var options: GlobalOptions

  mutating func validate() throws {
    guard CASProtocol(rawValue: version) != nil else { throw ValidationError("--protocol is 1, 2, 3 or saml") }
  }

  func run() async throws {
    var configuration = try server.configuration()
    configuration.validation = CASProtocol(rawValue: version) ?? .cas3
    configuration.deadline = options.stepDeadline
    configuration.acceptsProxyTickets = !chains.isEmpty
    configuration.allowedProxyChains = chains.map { $0.split(separator: ",").map(String.init) }
    let console = options.console
    let (ticket, service) = (try CASTicket(ticket), try ServiceURL(service))
    let authentication = try await AsyncHTTPTransport.withTransport { transport in
      try await CASClient(
        configuration: configuration,
        transport: console.isVerbose ? TracedTransport(transport, console: console) : transport
      )
      .validate(ticket, for: service, renew: renew, proxyCallback: proxyCallback)
    }
    if console.isJSON {
      try console.print(CASAnswer.success(authentication).json)
    } else {
      try console.print(authentication.lines)
    }
  }
}

extension CASAuthentication {
  /// The user, and an attribute a line.
  fileprivate var lines: [String] {
    [user.printable] + attributes.map { "\($0.name.printable): \($0.values.map(\.printable).joined(separator: ", "))" }
  }
}
