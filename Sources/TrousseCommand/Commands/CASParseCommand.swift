import ArgumentParser
import CAS
import Foundation
import PronoteWire

/// `trousse cas parse FILE`
struct CASParseCommand: AsyncParsableCommand {
  /// How an answer is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case auto, xml, json, cas1, saml, logout
    case logoutFront = "logout-front"
  }

  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Reads one answer of a CAS server, or a logout request, and prints what it says.",
    discussion: """
      JSON, always: {"outcome":"success|failure|reject|proxy-success|proxy-failure|logout","user",\
      "attributes":{name:[values]},"pgtiou","proxies":[],"code","message","proxyTicket","sessionIndex":[]}, without the \
      keys that do not apply. What cannot be trusted is "reject" and ends with 65.
      """
  )

  @Argument(help: "The answer; - is standard input.")
  var file: String

  @Option(
    name: [.customLong("format"), .customLong("protocol")],
    help: "auto, xml, json, cas1, saml, logout or logout-front; also 1, 2 and 3."
  )
  var format: String = Format.auto.rawValue

  @Option(help: "The service that a SAML answer has to be for, where it says so.")
  var service: String?

  @Option(help: ArgumentHelp("The time at which a SAML answer has to be valid (default: now).", valueName: "date"))
  var now: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  private var chosen: Format? {
    switch format {
    case "1": .cas1
    case "2", "3": .auto
    default: Format(rawValue: format)
    }
  }

  mutating func validate() throws {
    guard chosen != nil else {
      throw ValidationError("--format is one of \(Format.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let now, CASAnswer.date(now) == nil {
      throw ValidationError("'\(now)' is no date, such as 2026-11-25T21:00:00Z")
    }
  }

  func run() async throws {
    let bytes = try InputFile.bytes(file, limit: 1 << 20, isCut: true)
    do {
      try options.console.print(answer(bytes).json)
    } catch let error as CASError {
      try options.console.print(["outcome": "reject", "message": .string(error.message)])
      var failure = CommandFailure(error)
      failure.hasPrinted = true
      throw failure
    }
  }

  private func answer(_ bytes: [UInt8]) throws -> CASAnswer {
    let date = now.flatMap { CASAnswer.date($0) } ?? Date()
    switch chosen ?? .auto {
    case .auto: return try CASAnswer.guessing(bytes, service: service, now: date)
    case .xml: return try CASAnswer.xml(bytes)
    case .json: return try CASAnswer.json(bytes)
    case .cas1: return try CASAnswer.text(bytes)
    case .saml: return try CASAnswer.saml(bytes, service: service, now: date)
    case .logout: return .logout(try LogoutRequest.backChannel(contentType: nil, body: bytes))
    case .logoutFront: return .logout(try LogoutRequest(frontChannel: bytes))
    }
  }
}
