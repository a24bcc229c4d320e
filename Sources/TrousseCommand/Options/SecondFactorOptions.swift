import ArgumentParser

/// What a person would answer to a second factor.
struct SecondFactorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the account's own PIN from a file.", valueName: "file"))
  var pinFile: String?

  @Option(help: ArgumentHelp("The name of this device at the school, at most 30 characters.", valueName: "name"))
  var deviceName: String?

  var answers: SecondFactorAnswers { SecondFactorAnswers(pinFile: pinFile, deviceName: deviceName) }
}
