import ArgumentParser
import PronoteWire

/// `trousse wire`
struct WireCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wire",
    abstract: "Looks at recorded answers of a server.",
    subcommands: [WireDecodeCommand.self]
  )
}

/// `trousse wire decode FUNCTION FILE`
struct WireDecodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode",
    abstract: "Reads a recorded answer and prints the model as JSON. Useful in bug reports.",
    discussion: """
      A file holds what stood inside donneesSec or dataSec. A timetable prints what 'trousse timetable --json' would.
      """
  )

  @Argument(help: "The function's name on the wire, such as PageEmploiDuTemps, or InfoMobileApp.")
  var function: String

  @Argument(help: "The answer; '-' is standard input.")
  var file: String

  @Option(help: ArgumentHelp("The answer of FonctionParametres in the same session.", valueName: "file"))
  var parameters: String?

  @Option(help: ArgumentHelp("The answer of ParametresUtilisateur in the same session.", valueName: "file"))
  var user: String?

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run() async throws {
    let limit = 64 << 20
    let value = try WireDecoding.model(
      function: function,
      answer: try InputFile.bytes(file, limit: limit),
      parameters: try parameters.map { try InputFile.bytes($0, limit: limit) },
      user: try user.map { try InputFile.bytes($0, limit: limit) },
      child: options.child
    )
    try options.console.print(value)
  }
}
