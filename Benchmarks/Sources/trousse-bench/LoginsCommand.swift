import ArgumentParser
import Pronote
import PronoteWire
import SchoolModel

/// `trousse-bench logins`
struct LoginsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logins",
    abstract: "Signs in and reads the current week, many times. For schools of one's own only.",
    discussion: """
      Processor time is that of this process (user and system) from the first login to the last, without its start.
      JSON: {"count","concurrency","failures","requestsPerLogin","cpuSecondsPerLogin",\
      "wallSeconds":{"p50","p95","p99","max"},"loginsPerSecond","peakMemoryBytes"}, and "error" after a failure.
      """
  )

  @Argument(help: "The school's address.")
  var url: String

  @Option(help: ArgumentHelp("The account's user name.", valueName: "name"))
  var username: String

  @Option(help: ArgumentHelp("The file that holds the password.", valueName: "file"))
  var passwordFile: String

  @Option(help: ArgumentHelp("How many logins.", valueName: "number"))
  var count: Int

  @Option(help: ArgumentHelp("How many logins at a time.", valueName: "number"))
  var concurrency: Int = 1

  @Option(help: ArgumentHelp("The account's space (default: the address's, or student).", valueName: "space"))
  var space: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (1...1_000_000).contains(count) else { throw ValidationError("--count must be between 1 and 1000000") }
    guard (1...1000).contains(concurrency) else { throw ValidationError("--concurrency must be between 1 and 1000") }
    if let space, AccountSpace(named: space) == nil { throw ValidationError("'\(space)' is no space") }
  }

  func run() async throws {
    let school = try School(url: url)
    let load = LoginLoad(
      school: school,
      space: space.flatMap { AccountSpace(named: $0) } ?? school.space ?? .student,
      credentials: .password(username: username, password: try InputFile.password(passwordFile)),
      count: count,
      concurrency: concurrency
    )
    let report = try await load.run()
    print(json ? report.json.text() : report.table)
    guard var failure = report.firstFailure else { return }
    failure.message += "; \(report.failures) of \(count) logins failed"
    failure.isReported = true
    throw failure
  }
}
