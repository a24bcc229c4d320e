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

  @Option(
    help: ArgumentHelp(
      "The day that it is at the school, around which the year is invented (default: today).",
      valueName: "day"
    )
  )
  var today: String?

  @Option(
    help: ArgumentHelp(
      "Keep the data in this SQLite file instead of memory. A file keeps the day and the seed that it was made with.",
      valueName: "file"
    )
  )
  var data: String?

  @Option(help: ArgumentHelp("What happens at the school while it runs, as JSON; see above.", valueName: "file"))
  var script: String?

  @Option(help: ArgumentHelp("How long a session lives without calls.", valueName: "seconds"))
  var idle: Double = 600

  @Option(help: ArgumentHelp("Another number invents another school.", valueName: "number"))
  var seed: UInt64?

  @Option(
    name: .customLong("fault"),
    parsing: .singleValue,
    help: ArgumentHelp("Misbehave, as the list above has it. Can be given several times.", valueName: "fault")
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
    guard idle > 0, idle <= ServerOptions.longestIdle else {
      throw ValidationError("--idle must be above 0 and no more than \(Int(ServerOptions.longestIdle)) seconds")
    }
    if TokenPolicy(rawValue: tokenPolicy) == nil { throw ValidationError("--token-policy is strict or lenient") }
    if let today, DayExpression(today) == nil { throw ValidationError("'\(today)' is not a day") }
    if let timeZone, TimeZone(identifier: timeZone) == nil { throw ValidationError("'\(timeZone)' is no time zone") }
  }

  /// A year, in seconds.
  private static let longestIdle = 366.0 * 86_400

  /// The largest script, in bytes.
  private static let longestScript = 4 << 20

  /// The day that was asked for.
  ///
  /// - Parameter zone: the time zone of the school.
  func day(in zone: TimeZone) -> LocalDate? {
    today.flatMap { DayExpression($0) }?.day(today: LocalDateTime(Date(), in: zone).date)
  }

  /// The server's configuration.
  ///
  /// - Throws: `SchoolServerError` for faults that the server does not know and for a script that makes no sense,
  ///   `CommandFailure` when the script cannot be read.
  func configuration() throws -> SchoolServerConfiguration {
    var configuration = SchoolServerConfiguration()
    configuration.port = port
    configuration.encrypt = encrypt
    configuration.compress = compress
    configuration.dataFile = data
    if let version { configuration.version = version }
    if let seed { configuration.seed = seed }
    if let zone = timeZone.flatMap(TimeZone.init(identifier:)) { configuration.timeZone = zone }
    configuration.today = day(in: configuration.timeZone)
    configuration.idleTime = .milliseconds(max(1, Int(idle * 1000)))
    configuration.script = try script.map {
      try SchoolScript(parsing: InputFile.bytes($0, limit: ServerOptions.longestScript))
    }
    if !casServices.isEmpty { configuration.casServices = casServices }
    portal.apply(to: &configuration)
    configuration.tokenPolicy = TokenPolicy(rawValue: tokenPolicy) ?? .strict
    configuration.faults = try faults.map { try Fault(parsing: $0) }
    return configuration
  }
}
