import ArgumentParser
import Foundation
import SchoolModel
import SchoolServer

/// How the school to develop against is set up.
struct ServerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The port on the loopback address; 0 takes a free one.", valueName: "number"))
  var port: Int = 0

  @Option(name: .customLong("version"), help: ArgumentHelp("The PRONOTE version to speak, 2020.0.2 to 2026.2.5."))
  var version: String?

  @Flag(help: "Encrypt requests and answers, as schools may choose.")
  var encrypt = false

  @Flag(help: "Compress requests and answers.")
  var compress = false

  @Option(help: ArgumentHelp("The day around which the year is invented (default: today).", valueName: "day"))
  var today: String?

  @Option(help: ArgumentHelp("Keep the data in this SQLite file instead of memory.", valueName: "file"))
  var data: String?

  @Option(help: ArgumentHelp("Another number invents another school.", valueName: "number"))
  var seed: UInt64?

  @Option(
    name: .customLong("fault"),
    parsing: .singleValue,
    help: ArgumentHelp("Misbehave: expire-after=3, latency=200, … Can be given several times.", valueName: "fault")
  )
  var faults: [String] = []

  @Option(
    name: .customLong("cas-service"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "A service that the CAS issuer works for, exactly so. Can be given several times (default: all on this machine).",
      valueName: "url"
    )
  )
  var casServices: [String] = []

  @OptionGroup(title: "The portal") var portal: PortalOptions

  @Option(
    help: ArgumentHelp("When a replaced app token dies: strict (at once) or lenient (when its successor is used).")
  )
  var tokenPolicy: String = TokenPolicy.strict.rawValue

  @Option(help: ArgumentHelp("The school's time zone (default: Europe/Paris).", valueName: "identifier"))
  var timeZone: String?

  mutating func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be between 0 and 65535") }
    if TokenPolicy(rawValue: tokenPolicy) == nil { throw ValidationError("--token-policy is strict or lenient") }
    if let today, DayExpression(today) == nil { throw ValidationError("'\(today)' is not a day") }
    if let timeZone, TimeZone(identifier: timeZone) == nil { throw ValidationError("'\(timeZone)' is no time zone") }
  }

  /// The server's configuration.
  ///
  /// - Throws: `SchoolServerError` for faults that the server does not know.
  func configuration() throws -> SchoolServerConfiguration {
    var configuration = SchoolServerConfiguration()
    configuration.port = port
    configuration.encrypt = encrypt
    configuration.compress = compress
    configuration.dataFile = data
    if let version { configuration.version = version }
    if let seed { configuration.seed = seed }
    if let zone = timeZone.flatMap(TimeZone.init(identifier:)) { configuration.timeZone = zone }
    if let day = today.flatMap({ DayExpression($0) }) {
      configuration.today = day.day(today: LocalDateTime(Date(), in: configuration.timeZone).date)
    }
    if !casServices.isEmpty { configuration.casServices = casServices }
    portal.apply(to: &configuration)
    configuration.tokenPolicy = TokenPolicy(rawValue: tokenPolicy) ?? .strict
    configuration.faults = try faults.map { try Fault(parsing: $0) }
    return configuration
  }
}
